import PodEngine
import PodShell
import Testing

@Suite struct DescribeTests {
  private let pod = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      namespace: default
      labels: {b: "2", a: "1"}
      annotations: {note: "one\\ntwo\\n", "kubectl.kubernetes.io/last-applied-configuration": "{}"}
    spec:
      nodeName: node-1
      containers:
      - name: c
        image: nginx
        command: [sh, "-c", "a\\nb"]
        ports: [{containerPort: 80, protocol: TCP}, {containerPort: 53, protocol: UDP}]
        resources: {requests: {memory: 64Mi, cpu: 100m}}
        livenessProbe: {httpGet: {path: "/x?y", port: web, scheme: HTTP}, periodSeconds: 10}
        env:
        - {name: A, value: v}
        - {name: S, valueFrom: {secretKeyRef: {name: s, key: k}}}
        volumeMounts: [{name: d, mountPath: /d, readOnly: true}]
      volumes: [{name: d, emptyDir: {}}]
      tolerations: [{key: k, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]
    status:
      phase: Running
      hostIP: 10.0.0.1
      qosClass: Burstable
      startTime: "2026-01-01T00:00:00Z"
      conditions: [{type: Ready, status: "True"}]
      containerStatuses:
      - name: c
        restartCount: 1
        state: {waiting: {reason: CrashLoopBackOff}}
        lastState: {terminated: {exitCode: 1, startedAt: "2026-01-01T00:00:01Z", \
    finishedAt: "2026-01-01T00:00:02Z"}}
    """

  @Test func podWithEverySection() throws {
    let event = try object(
      """
      apiVersion: v1
      kind: Event
      metadata: {name: e}
      type: Normal
      reason: Pulled
      message: ok
      source: {component: kubelet}
      firstTimestamp: "2026-01-01T00:00:00Z"
      lastTimestamp: "2026-01-01T00:09:30Z"
      count: 2
      """)
    let text = Describer.describe(
      try object(pod), resource: .pods,
      context: DescribeContext(now: tenMinutes, events: [event]))
    #expect(text == Self.podText)
  }

  private static let podText = """
    Name:         web
    Namespace:    default
    Node:         node-1/10.0.0.1
    Start Time:   Thu, 01 Jan 2026 00:00:00 +0000
    Labels:       a=1
                  b=2
    Annotations:  note:
                    one
                    two
    Status:       Running
    IP:           \n\
    IPs:          <none>
    Containers:
      c:
        Container ID:  \n\
        Image:         nginx
        Image ID:      \n\
        Ports:         80/TCP, 53/UDP
        Host Ports:    0/TCP, 0/UDP
        Command:
          sh
          -c
          a
          b
        State:          Waiting
          Reason:       CrashLoopBackOff
        Last State:     Terminated
          Exit Code:    1
          Started:      Thu, 01 Jan 2026 00:00:01 +0000
          Finished:     Thu, 01 Jan 2026 00:00:02 +0000
        Ready:          False
        Restart Count:  1
        Requests:
          cpu:     100m
          memory:  64Mi
        Liveness:  http-get http://:web/x%3Fy delay=0s timeout=0s period=10s #success=0 #failure=0
        Environment:
          A:  v
          S:  <set to the key 'k' in secret 's'>  Optional: false
        Mounts:
          /d from d (ro)
    Conditions:
      Type    Status
      Ready   True \n\
    Volumes:
      d:
        Type:        EmptyDir (a temporary directory that shares a pod's lifetime)
        Medium:      \n\
        SizeLimit:   <unset>
    QoS Class:       Burstable
    Node-Selectors:  <none>
    Tolerations:     k:NoExecute op=Exists for 300s
    Events:
      Type    Reason  Age                From     Message
      ----    ------  ----               ----     -------
      Normal  Pulled  30s (x2 over 10m)  kubelet  ok

    """

  @Test func nodeSumsWhatItsPodsAskFor() throws {
    let node = try object(
      """
      apiVersion: v1
      kind: Node
      metadata: {name: node-1}
      status: {allocatable: {cpu: "2", memory: 4Gi}}
      """)
    func pod(_ name: String, _ cpu: String) throws -> APIValue {
      try object(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: \(name), namespace: default}
        spec:
          initContainers: [{name: i, resources: {requests: {cpu: 900m}}}]
          containers: [{name: c, resources: {requests: {cpu: \(cpu), memory: 64Mi}}}]
        """)
    }
    let text = Describer.describe(
      node, resource: .nodes,
      context: DescribeContext(
        now: tenMinutes, showEvents: false, pods: [try pod("a", "500m"), try pod("b", "1")]))
    #expect(text.contains("default                     a       900m (45%)    0 (0%)"))
    #expect(text.contains("  cpu                1900m (95%)  0 (0%)\n"))
    #expect(text.contains("  memory             128Mi (3%)   0 (0%)\n"))
    #expect(text.contains("Lease:              Failed to get lease: leases.coordination.k8s.io"))
    #expect(!text.contains("Events:"))
  }

  /// Nothing that a description reads may be taken for granted.
  @Test(arguments: Resource.allCases)
  func emptyAndOddObjects(resource: Resource) {
    let odd: APIValue = ["metadata": "x", "spec": [1, "a"], "status": ["conditions": [5, .null]]]
    let context = DescribeContext(now: .start, events: [odd], pods: [odd], lease: odd)
    for object in [.null, .emptyObject, odd] as [APIValue] {
      #expect(!Describer.describe(object, resource: resource, context: context).isEmpty)
      let table = TableMaker.table(for: resource, objects: [object], now: .start)
      #expect(table.rows[0].cells.count == table.columns.count)
    }
  }

  @Test func kindsWithoutDescriberShowEveryField() throws {
    let lease = try object(
      """
      apiVersion: coordination.k8s.io/v1
      kind: Lease
      metadata: {name: l, namespace: kube-node-lease, uid: u}
      spec: {holderIdentity: h, leaseDurationSeconds: 40}
      """)
    let text = Describer.describe(
      lease, resource: .leases, context: DescribeContext(now: .start))
    #expect(
      text == """
        Name:         l
        Namespace:    kube-node-lease
        Labels:       <none>
        Annotations:  <none>
        API Version:  coordination.k8s.io/v1
        Kind:         Lease
        Metadata:
          UID:  u
        Spec:
          Holder Identity:         h
          Lease Duration Seconds:  40
        Events:                    <none>

        """)
  }
}
