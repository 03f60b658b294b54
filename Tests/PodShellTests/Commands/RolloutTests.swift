import PodShell
import Testing

struct RolloutTests {
  private static let stories = [
    WrittenSession(
      "a rollout and the way back",
      """
      $ load image nginx && load image httpd
      image nginx loaded on node/node-1
      image nginx loaded on node/node-2
      image nginx loaded on node/node-3
      image httpd loaded on node/node-1
      image httpd loaded on node/node-2
      image httpd loaded on node/node-3
      $ create deployment web --image=nginx
      deployment.apps/web created
      $ rollout status deployment/web --watch=false
      Waiting for deployment spec update to be observed...
      $ rollout history deploy web
      deployment.apps/web\u{20}
      No rollout history found.
      $ rollout status deploy/web | tail -1
      deployment "web" successfully rolled out
      $ rollout undo deploy/web
      error: no rollout history found for deployment "web"
      $ set image deploy/web nginx=httpd && annotate deploy web kubernetes.io/change-cause=other
      deployment.apps/web image updated
      deployment.apps/web annotated
      $ rollout status deploy/web | tail -1
      deployment "web" successfully rolled out
      $ rollout history deploy/web
      deployment.apps/web\u{20}
      REVISION  CHANGE-CAUSE
      1         <none>
      2         other

      $ rollout undo deploy/web && rollout status deploy/web | tail -1
      deployment.apps/web rolled back
      deployment "web" successfully rolled out
      $ get deploy web -o jsonpath='{.spec.template.spec.containers[0].image}{"\\n"}'
      nginx
      $ rollout history deploy/web
      deployment.apps/web\u{20}
      REVISION  CHANGE-CAUSE
      2         other
      3         <none>

      $ rollout undo deploy/web --to-revision=3
      deployment.apps/web skipped rollback (current template already matches revision 3)
      $ rollout undo deploy/web --to-revision=9
      error: unable to find specified revision 9 in history
      $ rollout history deploy/web --revision=9
      error: unable to find the specified revision
      $ rollout status deploy/web --revision=1
      error: desired revision (1) is different from the running revision (3)
      """),
    WrittenSession(
      "pause, resume, restart",
      """
      $ create deployment web --image=nginx
      deployment.apps/web created
      $ rollout resume deploy/web
      error: deployments.apps "web" is not paused
      $ rollout pause deploy/web && rollout pause deploy/web
      deployment.apps/web paused
      error: deployments.apps "web" is already paused
      $ rollout restart deploy/web
      error: deployments.apps "web" can't restart paused deployment (run rollout resume first)
      $ rollout undo deploy/web
      error: cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again
      $ rollout resume deploy web && rollout restart deploy web && rollout restart deploy web
      deployment.apps/web resumed
      deployment.apps/web restarted
      error: failed to create patch for web: if restart has already been triggered within the past second, please wait before attempting to trigger another
      $ rollout status pod/x
      Error from server (NotFound): pods "x" not found
      $ run x --image=nginx && rollout status pod/x
      pod/x created
      error: no status viewer has been implemented for Pod
      $ rollout history pod/x
      error: no history viewer has been implemented for "Pod"
      $ rollout undo pod/x
      error: no rollbacker has been implemented for "Pod"
      $ rollout restart pod/x
      error: pods "x" restarting is not supported
      $ rollout status
      error: required resource not specified
      """),
    WrittenSession(
      "a rollout that does not end",
      """
      $ create deployment web --image=nope/nope:1
      deployment.apps/web created
      $ rollout status deploy/web --timeout=10s | tail -1
      error: timed out waiting for the condition
      clock +10s → 0:10
      Waiting for deployment "web" rollout to finish: 0 of 1 updated replicas are available...
      $ rollout status deploy/web
      Waiting for deployment "web" rollout to finish: 0 of 1 updated replicas are available...
      error: deployment "web" exceeded its progress deadline
      clock +9m50s → 10:00
      """),
  ]

  @Test(arguments: stories)
  func story(_ story: WrittenSession) {
    var lab = Laboratory()
    for step in story.steps {
      #expect(lab.type(step.command) == step.expected, "\(step.command)")
    }
  }

  @Test func aRevisionIsDescribedWithItsTabs() {
    var lab = Laboratory()
    _ = lab.type("create deployment web --image=nginx && advance 1s")
    let text = lab.type("rollout history deploy/web --revision=1")
    #expect(
      text.hasPrefix("deployment.apps/web with revision #1\nPod Template:\n  Labels:\tapp=web\n"))
    #expect(text.contains("    Image:\tnginx\n"))
    #expect(text.hasSuffix("\n"))
  }
}
