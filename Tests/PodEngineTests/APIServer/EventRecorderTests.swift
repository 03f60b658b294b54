import PodEngine
import Testing

/// client-go's correlator: equal events are counted, many similar ones combined, floods cut off.
@Suite struct EventRecorderTests {
  @Test func equalEventsAreCounted() throws {
    var lab = try Laboratory()
    try lab.run("web", "exit 1")
    try lab.cluster.advance(by: .seconds(75))
    let started = lab.cluster.objects.list(.events).filter {
      $0.tree["reason"]?.stringValue == "Started"
    }
    #expect(started.count == 1)
    #expect(started.first?.tree["count"]?.intValue == 5)
  }

  /// Every failed sandbox has an ID of its own in its message: ten are kept apart, the rest is one
  /// event.
  @Test func manySimilarEventsAreCombined() throws {
    var lab = try Laboratory()
    _ = try lab.cluster.request(
      .create(
        [
          "metadata": [
            "name": "web", "annotations": ["kubernetes.io/ingress-bandwidth": "10"],
          ], "spec": ["containers": [["name": "app", "image": "busybox:1.35"]]],
        ], .pods, namespace: "default"))
    try lab.cluster.advance(by: .seconds(115))
    let messages = lab.messages("FailedCreatePodSandBox")
    #expect(messages.count == 11)
    let combined = messages.filter { $0.hasPrefix("(combined from similar events): ") }
    #expect(combined.count == 1)
  }

  @Test func aSourceMayWriteTwentyFiveEventsAboutAnObjectAtOnce() throws {
    var lab = try Laboratory()
    try lab.run(
      "web", "sleep 1000",
      container: ["readinessProbe": ["exec": ["command": ["false"]], "periodSeconds": 1]])
    try lab.cluster.advance(by: .seconds(100))
    let kubelets = lab.cluster.watchLog.elements(from: 0).filter {
      $0.key.resource == .events
        && $0.object[path: "source", "component"]?.stringValue == "kubelet"
        && $0.object[path: "involvedObject", "name"]?.stringValue == "web"
    }
    #expect(kubelets.count == 25)
  }

  @Test func eventsAreGoneAfterAnHour() throws {
    var lab = try Laboratory()
    try lab.run("web", "sleep 100000")
    try lab.cluster.advance(by: .minutes(59))
    #expect(!lab.messages("Started").isEmpty)
    try lab.cluster.advance(by: .minutes(2))
    #expect(lab.messages("Started").isEmpty)
  }
}
