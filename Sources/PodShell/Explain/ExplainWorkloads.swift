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
    activeDeadlineSeconds: After how many seconds the Job fails with DeadlineExceeded and its
        Pods are ended, whatever backoffLimit says.
    backoffLimit: After how many failed Pods the Job fails with BackoffLimitExceeded; 6 unless
        said otherwise. New Pods come after 10, 20, 40 seconds and so on.
    backoffLimitPerIndex: Of an Indexed Job: after how many failed Pods a number fails. The
        others go on; a Job with a failed number fails in the end.
    completionMode: NonIndexed, the default: any successes count. Indexed: each Pod has a
        number from 0 to completions - 1, and each number must succeed once.
    completions: How many Pods must succeed. Unset: one success ends the Job, and parallelism
        may be anything.
    manualSelector: Whether the selector was chosen by hand. Otherwise the server makes one
        that fits no other Pods.
    maxFailedIndexes: With backoffLimitPerIndex: with more failed numbers the Job fails at once.
    parallelism: How many Pods run at once at most; 1 unless said otherwise.
    podFailurePolicy: What a failed Pod means, by its exit code or conditions: fail the Job,
        fail the number, count it, or ignore it.
    podReplacementPolicy: When a Pod is replaced: TerminatingOrFailed, as soon as it is being
        deleted or has failed; Failed, only when it has ended.
    selector: The Pods that belong to the Job. Made by the server.
    successPolicy: When an Indexed Job has succeeded before all its numbers have.
    suspend: Whether the Job stands still. Setting it ends the Pods that run.
    template: What the Pods look like. Their restartPolicy must be Never or OnFailure.
    ttlSecondsAfterFinished: How many seconds after its end the Job is deleted; 0 means at
        once, unset means never.

  JobStatus: How far a Job is.
    active: How many Pods are pending or running and not being deleted.
    completedIndexes: Of an Indexed Job: the numbers that have succeeded, as in 0-2,4.
    completionTime: When it ended with success.
    conditions: Complete, Failed, Suspended and others. A Job with Complete or Failed True does
        nothing more.
    failed: How many Pods have failed.
    failedIndexes: Of an Indexed Job with backoffLimitPerIndex: the numbers that have failed for
        good.
    ready: How many of the active Pods are Ready.
    startTime: When it was begun, or resumed.
    succeeded: How many Pods have succeeded.
    terminating: How many Pods are being deleted.
    uncountedTerminatedPods: Pods that have ended and whose finalizer is not removed yet. The
        controller counts each exactly once with its help.

  JobCondition: One aspect of how far a Job is.
    lastProbeTime: When it was last looked at.
    lastTransitionTime: When status last changed.
    message: Details in words.
    reason: Why, in one word: BackoffLimitExceeded, DeadlineExceeded.
    status: True, False or Unknown.
    type: Which aspect: Complete, Failed, Suspended.

  UncountedTerminatedPods: Pods that have ended and whose finalizer is not removed yet.
    failed: UIDs of Pods that failed.
    succeeded: UIDs of Pods that succeeded.

  SuccessPolicy: When an Indexed Job has succeeded early.
    rules: The first rule that holds ends the Job with success; Pods that still run are ended.

  SuccessPolicyRule: What is enough for success. With both fields, so many of those numbers.
    succeededCount: How many numbers must have succeeded.
    succeededIndexes: Which numbers must have succeeded, as in 0,2-4.

  PodFailurePolicy: What a failed Pod means for its Job.
    rules: The first rule that fits a failed Pod decides. Where none does, the failure counts
        towards backoffLimit.

  PodFailurePolicyRule: One rule about failed Pods.
    action: FailJob: the Job fails at once. FailIndex: the number fails, with
        backoffLimitPerIndex. Ignore: the failure does not count, a new Pod comes. Count: it
        counts as usual.
    onExitCodes: The rule fits by exit codes. Either this or onPodConditions.
    onPodConditions: The rule fits if the Pod has one of these conditions, such as
        DisruptionTarget.

  PodFailurePolicyOnExitCodesRequirement: Which exit codes a rule fits.
    containerName: Only the exit code of this container counts; otherwise that of any.
    operator: In: one of values. NotIn: none of values; 0 is never meant.
    values: The exit codes, in ascending order.

  PodFailurePolicyOnPodConditionsPattern: A condition that a rule fits.
    status: The status that the condition must have; True unless said otherwise.
    type: The type of the condition.
  """
