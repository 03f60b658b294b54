import PodShell
import Testing

/// Whole sessions with everything they print.
struct StoryTests {
  private static let stories = [
    WrittenSession(
      "a Pod starts",
      """
      $ create pod web --image=nginx
      pod/web created
      $ get pods
      NAME   READY   STATUS    RESTARTS   AGE
      web    0/1     Pending   0          0s
      $ load image nginx --node node-1 --node node-2 --node node-3
      image nginx loaded on node/node-1
      image nginx loaded on node/node-2
      image nginx loaded on node/node-3
      $ advance 10s
      [+0s] pod/web STATUS Pending -> ContainerCreating
      [+0s] pod/web phase Pending -> Running
      [+0s] pod/web STATUS ContainerCreating -> Running
      [+0s] pod/web Ready False -> True
      $ k get po
      NAME   READY   STATUS    RESTARTS   AGE
      web    1/1     Running   0          10s
      $ until 'pod/web condition=Ready'
      $ clock
      clock 0:10 (2026-01-01T00:00:10Z)
      $ undo
      undone: advance 10s  (clock 0:00)
      $ get pods -o name
      pod/web
      """),
    WrittenSession(
      "a readiness probe fails",
      """
      $ create pod web --image=nginx --image-pull-policy=IfNotPresent --readiness=http:80/
      pod/web created
      $ load image nginx
      image nginx loaded on node/node-1
      image nginx loaded on node/node-2
      image nginx loaded on node/node-3
      $ until pod/web condition=Ready
      [+0s] pod/web STATUS Pending -> ContainerCreating
      [+0s] pod/web phase Pending -> Running
      [+0s] pod/web STATUS ContainerCreating -> Running
      [+0s] pod/web Ready False -> True
      $ probe fail web readiness
      pod/web readiness probe fails from now on
      $ advance 40s
      [+30s] pod/web Ready True -> False
      $ probe ok web readiness && advance 10s
      pod/web readiness probe finds what is there again
      [+10s] pod/web Ready False -> True
      $ probe fail web startup
      error: pod/web container web has no startup probe
      """),
    WrittenSession(
      "apply twice",
      """
      $ apply <<YAML
      > apiVersion: v1
      > kind: ConfigMap
      > metadata: {name: a}
      > data: {x: "1", y: "2"}
      > YAML
      configmap/a created
      $ label configmap a kept=yes
      configmap/a labeled
      $ apply -f - <<YAML
      > apiVersion: v1
      > kind: ConfigMap
      > metadata: {name: a}
      > data: {x: "3"}
      > YAML
      configmap/a configured
      $ apply -f - <<YAML
      > apiVersion: v1
      > kind: ConfigMap
      > metadata: {name: a}
      > data: {x: "3"}
      > YAML
      configmap/a unchanged
      $ get cm a -o jsonpath='{.data} {.metadata.labels.kept}{"\\n"}'
      {"x":"3"} yes
      $ apply -f - <<YAML
      > apiVersion: v1
      > kind: ConfigMap
      > metadata: {name: a}
      > dataa: {x: "3"}
      > YAML
      Error from server (BadRequest): error when creating "STDIN": ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dataa"
      """),
    WrittenSession(
      "words of learners",
      """
      $ docker run web --image=nginx
      pod/web created
      $ +5s
      [+0s] pod/web STATUS Pending -> ContainerCreating
      [+1.442s] pod/web phase Pending -> Running
      [+1.442s] pod/web STATUS ContainerCreating -> Running
      [+1.442s] pod/web Ready False -> True
      $ ls
      NAME   READY   STATUS    RESTARTS   AGE
      web    1/1     Running   0          5s
      $ rm web
      pod "web" deleted
      $ node down node-3
      node/node-3 killed
      $ fail readiness web
      error: pod/web container web has no readiness probe
      """),
    WrittenSession(
      "nothing is half-applied",
      """
      $ create -f - <<YAML
      > apiVersion: v1
      > kind: Namespace
      > metadata: {name: good}
      > ---
      > apiVersion: v1
      > kind: Pod
      > metadata: {name: bad}
      > spec: {containers: [{name: a}]}
      > YAML
      The Pod "bad" is invalid: spec.containers[0].image: Required value
      $ get ns good
      Error from server (NotFound): namespaces "good" not found
      $ create -f - <<YAML
      > apiVersion: v1
      > kind: Namespace
      > metadata: {name: default}
      > ---
      > apiVersion: v1
      > kind: Namespace
      > metadata: {name: good}
      > YAML
      namespace/good created
      Error from server (AlreadyExists): error when creating "STDIN": namespaces "default" already exists
      """),
    WrittenSession(
      "logs of two lives",
      """
      $ run hello --image=busybox -- sh -c 'echo hello; sleep 3; echo bye'
      pod/hello created
      $ logs hello
      $ advance 0s
      [+0s] pod/hello STATUS Pending -> ContainerCreating
      $ logs hello
      Error from server (BadRequest): container "hello" in pod "hello" is waiting to start: ContainerCreating
      $ load image busybox && advance 2s && logs hello
      image busybox loaded on node/node-1
      image busybox loaded on node/node-2
      image busybox loaded on node/node-3
      [+44ms] pod/hello phase Pending -> Running
      [+44ms] pod/hello STATUS ContainerCreating -> Running
      [+44ms] pod/hello Ready False -> True
      hello
      $ logs hello -f --for 3s
      hello
      bye
      clock +3s → 0:05
      $ logs hello -p --tail=1
      bye
      $ logs hello --timestamps
      2026-01-01T00:00:03Z hello
      $ logs nope
      error: error from server (NotFound): pods "nope" not found in namespace "default"
      $ logs hello -c x
      error: container x is not valid for pod hello
      """),
  ]

  @Test(arguments: stories)
  func story(_ story: WrittenSession) {
    var lab = Laboratory()
    for step in story.steps {
      #expect(lab.type(step.command) == step.expected, "\(step.command)")
    }
    #expect(!story.steps.isEmpty)
  }
}
