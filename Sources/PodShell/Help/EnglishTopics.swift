/// The pages of `help TOPIC`: what Kubernetes 1.33 does, in as few words as are true.
enum EnglishTopics {
  static let pages: [String: String] = [
    "phases": """
    PHASES: status.phase says how far a Pod is in its life. It never goes back.

      Pending    accepted; not scheduled yet, or images are pulled, or init
                 containers run
      Running    on a node, all containers were made, at least one runs or
                 (re)starts
      Succeeded  all containers ended with exit code 0 and will not be restarted
      Failed     all containers ended, at least one not with 0, none will be
                 restarted; or the Pod was evicted, rejected by its node, or took
                 too long
      Unknown    no longer set by the kubelet: a lost node shows Ready=Unknown
                 instead

    The column STATUS is not the phase. It shows the phase only where nothing is
    more telling: ContainerCreating, CrashLoopBackOff, ImagePullBackOff, Init:0/1,
    Completed and Terminating are all STATUS. A crash loop is still in the phase
    Running.

    With restartPolicy Always no Pod ever succeeds. A Pod is never moved: where it
    is scheduled once it stays; controllers make new Pods, with new names and UIDs.

    Try: columns POD; explain pod.status.phase
    """,
    "conditions": """
    CONDITIONS: status.conditions, each True, False or Unknown, with a reason.

      PodScheduled               a node was found (False: Unschedulable,
                                 SchedulingGated)
      PodReadyToStartContainers  the sandbox is up and has its network
      Initialized                all init containers have ended well, sidecars have
                                 started
      ContainersReady            all containers are ready
      Ready                      ContainersReady, and all readinessGates are True
      DisruptionTarget           about to be ended: eviction, preemption, taint, …

    Ready decides whether Services send traffic. A container without a readiness
    probe is ready as soon as it runs; with a startup probe, not before that has
    succeeded. Ready=False with PodCompleted: all has ended well. When the node is
    lost, the node controller sets Ready to False; the kubelet, which would know
    better, is not heard.

    Conditions do not add up to the phase: a Running Pod need not be Ready.

    Try: wait --for=condition=Ready pod/web
    """,
    "probes": """
    PROBES: questions of the kubelet to a container, again and again.

      startup    until it succeeds, the other two wait; failing it too often:
                 restart
      liveness   fails failureThreshold times in a row: the container is restarted
      readiness  fails: not Ready, no traffic; nothing is restarted

      httpGet    2xx and 3xx are success       tcpSocket  the port accepts
      exec       exit code 0                   grpc       SERVING

      initialDelaySeconds 0   periodSeconds 10   timeoutSeconds 1
      failureThreshold 3      successThreshold 1 (liveness and startup: always 1)

    Dead from birth, with these numbers: killed 30 s after the Pod reached its
    node. The kubelet asks from outside: 127.0.0.1 in the Pod is not enough for
    httpGet, tcpSocket. A liveness restart respects restartPolicy and the back-off:
    10 s, 20 s, … 300 s.

    Try: create pod web --image=nginx --liveness=http:80/
         probe fail web liveness   advance 1m   describe pod web
    """,
    "pull-policy": """
    IMAGE PULL POLICY: imagePullPolicy says when the kubelet asks the registry.

      Always        at every start of a container; what the node has already of the
                    image is not fetched again
      IfNotPresent  only when the node lacks the image
      Never         never; ErrImageNeverPull where the node lacks it

    Where nothing is written, the tag decides, once, when the object is made:
    :latest or no tag gives Always; another tag or a digest gives IfNotPresent.
    Changing the tag later does not change the policy.

    A pull that fails shows ErrImagePull, then ImagePullBackOff: again after 10,
    20, 40, 80, 160, then every 300 s. A name that no image can have shows
    InvalidImageName. A tag can be moved to other content, a digest cannot.

    Try: pull fail nginx   registry down   push IMAGE
         explain pod.spec.containers.imagePullPolicy
    """,
    "hooks": """
    HOOKS: lifecycle.postStart and lifecycle.preStop of a container.

      postStart  starts together with the entry point, in no order. Until it has
                 ended the container is not Running and no later container of the
                 Pod starts. If it fails, the container is killed and restarted by
                 restartPolicy.
      preStop    runs when the container is to be ended from outside: deletion,
                 eviction, liveness or startup failure. Not when the process ends
                 by itself. TERM is sent when it is done. If it fails, the
                 container ends all the same; the event is FailedPreStopHook.

    Handlers: exec, httpGet, sleep (seconds). tcpSocket is kept for old objects
    only. preStop runs inside the grace period: a hook longer than that is cut off,
    the process gets 2 more seconds after TERM, then KILL.
    Hooks may run more than once, and nobody sees their output but in events of
    failures.

    Try: hook slow web preStop 20s   delete pod web   advance 40s
    """,
    "termination": """
    TERMINATION: what happens between delete and gone. G is the grace period, 30 s
    unless terminationGracePeriodSeconds or --grace-period says otherwise.

      0        deletionTimestamp is set; STATUS is Terminating (not a phase);
               endpoints are no longer ready; all containers are ended at once,
               sidecars last
      0..P     preStop hooks run (P is how long they take, at most G)
      min(P,G) TERM to process 1 of each container
      G        KILL to what still runs (after a long hook: 2 s after TERM, at
               least)
      then     the kubelet reports the end and the object disappears

    Process 1 without a handler for TERM ignores it: sh -c 'sleep 3600' waits for
    KILL (137). exit code 143 is TERM, 137 is KILL.
    --force --grace-period=0 removes the object at once: it does not end the
    processes, which go on until the node sees it. A lost node's Pods stay
    Terminating until the node is back, is deleted, or they are forced.

    Try: delete pod web   advance 40s   ignore-term web    hook slow web preStop
    20s
    """,
    "scheduling": """
    SCHEDULING: a Pod is bound to one node, once, by the scheduler.

      filter   nodes that cannot take it are left out: too little CPU or memory is
               free, a taint is not tolerated, nodeSelector or affinity does not
               fit, cordoned, a hostPort is taken, topologySpreadConstraints would
               break
      score    of the rest the best one is taken
      bind     spec.nodeName is set; the kubelet of that node does the rest

    Requests count, not limits and not what is used. No node fits: Pending, with
    the event FailedScheduling ("0/3 nodes are available: …"); it is tried again
    when something changes. A Pod with a higher priority may push others off
    (preemption). schedulingGates hold a Pod back; spec.nodeName set by hand goes
    past the scheduler.

      NoSchedule  no new Pods    PreferNoSchedule  rather not    NoExecute  also
                  out

    Try: create pod big --image=nginx --requests=cpu=8   describe pod big
         taint node node-1 k=v:NoSchedule    cordon node-1    describe node node-1
    """,
    "nodes": """
    NODES: what happens after `kill node node-1` at 0 s (ideal clock).

       50 s  the node controller has not heard of the kubelet: Ready=Unknown
             (NotReady), taints unreachable:NoSchedule and :NoExecute, and all Pods
             of the node get Ready=False; they still show Running
      350 s  tolerationSeconds 300 has passed: the Pods are deleted, STATUS
             Terminating nobody can end their processes, so they stay Terminating
      then   the node comes back, or is deleted, or they are deleted with --force

    Only Pods of a controller are replaced, by new Pods with new names and UIDs, at
    350 s. A bare Pod is gone for good. `partition node` looks the same from
    outside, but the containers go on running.

    Memory, disk or pid pressure: a taint, and Pods are evicted (phase Failed,
    Evicted), those above their requests first. drain evicts politely; cordon only
    closes.

    Try: kill node node-2   advance 6m   get pods -o wide   start node node-2
         pressure node node-1 memory   drain node-1 --ignore-daemonsets --force
    """,
    "time": """
    TIME: virtual. It starts at 2026-01-01T00:00:00Z and moves only when you say
    so.

      advance 30s        +30s is the same
      step               to the next change that the API server publishes
      until 'pod/web condition=Ready'      wait --for=condition=Ready pod/web
      break 'pod/web phase=Failed'         advance then stops there
      rewind 30s   undo   redo             back, and back again
      clock                                what time it is

    A command returns after its own request; what follows from it happens with the
    next move of the clock. wait, drain, rollout status, exec and delete --wait
    move it as far as they need, and say so: clock +30s → 0:45. get -w and logs -f
    take --for DURATION in scripts.

    Scheduling and starting take no time; pulling takes bytes ÷ 50 MB/s. jitter on
    shows the delays of a real cluster. Same seed, same commands: the same to the
    last byte.
    """,
  ]
}
