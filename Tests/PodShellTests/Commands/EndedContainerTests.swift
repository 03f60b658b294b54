import PodEngine
import PodShell
import Testing

@testable import PodShell

/// Containers that have ended: following their logs, attaching to them, removing their Pods.
@Suite struct EndedContainerTests {
  private func laboratory(_ commands: String...) -> Laboratory {
    var laboratory = Laboratory()
    for command in commands { _ = laboratory.type(command) }
    return laboratory
  }

  @Test(arguments: ["logs -f once", "logs -f -l run=once", "logs -f once --for 30s"])
  func nothingIsToBeFollowed(command: String) {
    var laboratory = laboratory(
      "run once --image=busybox --restart=Never -- echo done", "advance 2s")
    #expect(laboratory.type(command) == "done\n")
    #expect(laboratory.type("clock") == "clock 0:02 (2026-01-01T00:00:02Z)\n")
  }

  @Test func whatRunsIsFollowedForATime() {
    var laboratory = laboratory("run on --image=busybox -- sleep 90", "advance 2s")
    let outcome = laboratory.session.submit("logs -f on")
    #expect(outcome.error?.name == "unsupported")
    #expect(laboratory.session.submit("logs -f -l run=on").error?.name == "unsupported")
  }

  @Test(arguments: ["true", "sh -c 'sleep 1; exit 3'"])
  func removingTakesNoTime(command: String) {
    var laboratory = laboratory("load image busybox --node node-1")
    let text = laboratory.type("run t --image=busybox -it --rm --restart=Never -- \(command)")
    #expect(text.contains("pod \"t\" deleted\n"))
    #expect(laboratory.session.cluster.now < .start + .seconds(2))
    #expect(laboratory.type("get pods -o name") == "")
  }

  @Test func aShortCommandOfDebugShowsItsLogAndStays() {
    var laboratory = laboratory(
      "run quiet --image=registry.k8s.io/pause:3.10", "advance 2s")
    let text = laboratory.type(
      "debug -it quiet --image=busybox --profile=general -c look -- echo seen")
    #expect(text.hasSuffix("seen\n"))
    #expect(
      laboratory.type("get pod quiet -o jsonpath='{.spec.ephemeralContainers[*].name}'") == "look")
    #expect(laboratory.type("logs quiet -c look") == "seen\n")
  }

  /// The next one is added behind it, as kubectl's patch says.
  @Test func ephemeralContainersKeepTheirOrder() {
    var laboratory = laboratory(
      "run quiet --image=registry.k8s.io/pause:3.10", "advance 2s",
      "debug quiet --image=busybox -c a -- sleep 90", "debug quiet --image=busybox -c b -- sleep 90"
    )
    #expect(
      laboratory.type("get pod quiet -o jsonpath='{.spec.ephemeralContainers[*].name}'") == "a b")
  }

  @Test func anOrphanedSetIsGoneWhenDeleteReturns() {
    var laboratory = laboratory(
      "create deployment web --image=nginx --replicas=2", "advance 5s",
      "delete deployment web --cascade=orphan")
    #expect(laboratory.type("get deployments -o name") == "")
    #expect(laboratory.type("get replicasets -o name").split(separator: "\n").count == 1)
    #expect(laboratory.type("clock").hasPrefix("clock 0:05 "))
  }

  /// Pods need time to end, and the clock stands still unless it is told.
  @Test func foregroundDeletionThatNeedsTimeIsLeftToTheClock() {
    var laboratory = laboratory(
      "create deployment web --image=busybox -- sleep 1d", "advance 5s",
      "delete deployment web --cascade=foreground")
    #expect(laboratory.type("get deployments -o name") == "deployment.apps/web\n")
    #expect(laboratory.type("clock").hasPrefix("clock 0:05 "))
  }

  @Test func execSaysNothingOfTheOtherPods() {
    var laboratory = laboratory("create deployment web --image=nginx --replicas=3", "advance 5s")
    #expect(laboratory.type("exec deploy/web -- echo hi") == "hi\n")
    #expect(laboratory.type("logs deploy/web").hasPrefix("Found 3 pods, using pod/"))
  }
}
