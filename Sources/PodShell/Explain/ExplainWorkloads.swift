/// The texts of ReplicaSets, Deployments and Jobs.
/// The notation is explained at `ExplainTexts`.
let explainWorkloadsTexts = """
  PodTemplateSpec: What the Pods of a controller look like.
    metadata: Labels and annotations of the Pods. The labels must fit the controller's
        selector.
    spec: The specification of the Pods.

  ReplicaSet < Object: Keeps a number of equal Pods. Usually a Deployment makes and manages it.
    spec: Which Pods, and how many.
    status: How many there are.

  ReplicaSetSpec: Which Pods, and how many.
    minReadySeconds: For how many seconds a new Pod must be Ready before it counts as
        available; 0 unless said otherwise.
    replicas: How many Pods there shall be; 1 unless said otherwise.
    selector: The Pods that are counted. It must fit the labels of the template and cannot be
        changed. Fitting Pods without an owner are taken over.
    template: What new Pods look like. A change does not touch those that exist.

  ReplicaSetStatus: How many Pods a ReplicaSet has.
    availableReplicas: How many have been Ready for minReadySeconds.
    fullyLabeledReplicas: How many have all the labels of the template.
    observedGeneration: The generation of the specification that this status was written for.
    readyReplicas: How many are Ready.
    replicas: How many there are.

  Deployment < Object: Keeps a number of equal Pods and replaces them step by step when their
      template changes. It does so by making one ReplicaSet bigger and another smaller.
    spec: Which Pods, how many, and how they are replaced.
    status: How far that is.

  DeploymentSpec: Which Pods, how many, and how they are replaced.
    minReadySeconds: For how many seconds a new Pod must be Ready before it counts as available
        and the next one is replaced; 0 unless said otherwise.
    paused: Whether changes of the template are left lying for now. Changes of replicas still
        count.
    progressDeadlineSeconds: After how many seconds without progress the condition Progressing
        becomes False, with the reason ProgressDeadlineExceeded; 600 unless said otherwise. Nothing
        is undone.
    replicas: How many Pods there shall be; 1 unless said otherwise.
    revisionHistoryLimit: How many old ReplicaSets are kept for rollout undo; 10 unless said
        otherwise.
    selector: The Pods that belong to it. It must fit the labels of the template and cannot be
        changed.
    strategy: How Pods are replaced by new ones.
    template: What the Pods look like. A change of it starts a rollout.

  DeploymentStrategy: How Pods are replaced.
    rollingUpdate: The limits of a rolling update. Only with the type RollingUpdate.
    type: RollingUpdate, the default, replaces step by step; Recreate ends all old Pods before
        the first new one is made.

  RollingUpdateDeployment: The limits of a rolling update. Both cannot be 0.
    maxSurge: How many Pods there may be above replicas while it goes on: a number, or a
        percentage that is rounded up. 25% unless said otherwise.
    maxUnavailable: How many Pods may be unavailable while it goes on: a number, or a
        percentage that is rounded down. 25% unless said otherwise.

  DeploymentStatus: How far a Deployment is.
    availableReplicas: How many Pods have been Ready for minReadySeconds.
    conditions: Available, Progressing and ReplicaFailure.
    observedGeneration: The generation of the specification that this status was written for.
        As long as it is behind metadata.generation, the rest is old.
    readyReplicas: How many Pods are Ready.
    replicas: How many Pods there are, old and new.
    unavailableReplicas: How many Pods are missing or not available yet.
    updatedReplicas: How many Pods have the present template.

  DeploymentCondition: One aspect of how far a Deployment is.
    lastTransitionTime: When status last changed.
    lastUpdateTime: When anything of the condition last changed.
    message: Details in words.
    reason: Why, in one word: NewReplicaSetAvailable, ProgressDeadlineExceeded.
    status: True, False or Unknown.
    type: Which aspect: Available, Progressing or ReplicaFailure.

  Job < Object: Runs Pods until enough of them have succeeded.
    spec: Which Pods, how many successes, and what to do about failures.
    status: How far it is.

  JobSpec: Which Pods, how many successes, and what to do about failures.
    backoffLimitPerIndex: After how many failed Pods of one number this number fails for good,
        while the others go on. Only for Indexed Jobs, with restartPolicy Never.
    maxFailedIndexes: After how many failed numbers the whole Job fails. Only with
        backoffLimitPerIndex.
    podFailurePolicy: What a failed Pod means, by exit codes or conditions, before backoffLimit
        counts. Needs restartPolicy Never.
    successPolicy: When an Indexed Job counts as successful although not every number has
        succeeded.
    activeDeadlineSeconds: After how many seconds the Job fails with DeadlineExceeded and its
        Pods are ended, whatever backoffLimit says.
    backoffLimit: After how many failed Pods the Job fails with BackoffLimitExceeded; 6 unless
        said otherwise. New Pods come after 10, 20, 40 seconds and so on.
    completionMode: NonIndexed, the default: any successes count. Indexed: each Pod has a
        number from 0 to completions - 1, and each number must succeed once.
    completions: How many Pods must succeed. Unset: one success ends the Job, and parallelism
        may be anything.
    manualSelector: Whether the selector was chosen by hand. Otherwise the server makes one
        that fits no other Pods.
    parallelism: How many Pods run at once at most; 1 unless said otherwise.
    podReplacementPolicy: When a Pod is replaced: TerminatingOrFailed, as soon as it is being
        deleted or has failed; Failed, only when it has ended.
    selector: The Pods that belong to the Job. Made by the server.
    suspend: Whether the Job stands still. Setting it ends the Pods that run.
    template: What the Pods look like. Their restartPolicy must be Never or OnFailure.
    ttlSecondsAfterFinished: How many seconds after its end the Job is deleted; 0 means at
        once, unset means never.

  JobStatus: How far a Job is.
    completedIndexes: The numbers that have succeeded, of an Indexed Job: 1,3-5,7.
    failedIndexes: The numbers that have failed for good, where backoffLimitPerIndex is set.
    uncountedTerminatedPods: Pods that have ended and are not counted yet in succeeded or
        failed.
    active: How many Pods are pending or running and not being deleted.
    completionTime: When it ended with success.
    conditions: Complete, Failed, Suspended and others. A Job with Complete or Failed True does
        nothing more.
    failed: How many Pods have failed.
    ready: How many of the active Pods are Ready.
    startTime: When it was begun, or resumed.
    succeeded: How many Pods have succeeded.
    terminating: How many Pods are being deleted.

  JobCondition: One aspect of how far a Job is.
    lastProbeTime: When it was last looked at.
    lastTransitionTime: When status last changed.
    message: Details in words.
    reason: Why, in one word: BackoffLimitExceeded, DeadlineExceeded.
    status: True, False or Unknown.
    type: Which aspect: Complete, Failed, Suspended.

  UncountedTerminatedPods: Pods that have ended and are not counted yet, by uid.
    failed: Those that have failed.
    succeeded: Those that have succeeded.

  SuccessPolicy: When an Indexed Job counts as successful.
    rules: The rules, looked at in order; the first that holds ends the Job. There must be at
        least one.

  SuccessPolicyRule: One way to success. At least one of the fields; with both, so many of
      those numbers.
    succeededCount: How many numbers must have succeeded.
    succeededIndexes: Which numbers must have succeeded: 0-2,4.

  PodFailurePolicy: What failed Pods mean.
    rules: The rules, looked at in order; the first that fits a failed Pod decides. Without
        one, it counts towards backoffLimit.

  PodFailurePolicyRule: What a failed Pod means that fits: exactly one of onExitCodes and
      onPodConditions.
    action: FailJob ends the Job; FailIndex ends the number; Ignore does not count the Pod;
        Count counts it as usual.
    onExitCodes: Exit codes of containers.
    onPodConditions: Conditions of the Pod; one that fits is enough.

  PodFailurePolicyOnPodConditionsPattern: A condition that a failed Pod has.
    status: The status that it must have; True unless said otherwise.
    type: The type of the condition, such as DisruptionTarget.

  PodFailurePolicyOnExitCodesRequirement: Exit codes that fit.
    containerName: Which container is meant; all of them unless said.
    operator: In: a code other than 0 is in the list. NotIn: one is not.
    values: The codes, in order and without repetition. 0 is not allowed with In.
  """
