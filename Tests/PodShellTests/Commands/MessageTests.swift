import PodShell
import Testing

/// What the real kubectl 1.33 says in the same situations.
struct MessageTests {
  private static let start = """
    create deployment rs1 --image=nginx && run web --image=nginx --labels=app=x && advance 10s \
    && taint node node-1 k=v:NoSchedule
    """

  private static let cases: [(command: String, out: String, error: String)] = [
    ("run web2 --image=nginx", "pod/web2 created\n", ""),
    (
      "run web --image=nginx", "",
      "Error from server (AlreadyExists): pods \"web\" already exists\n"
    ),
    ("delete pod web --wait=false", "pod \"web\" deleted\n", ""),
    ("delete pod nope", "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("delete pod nope --ignore-not-found", "", ""),
    ("delete pod", "", "error: resource(s) were provided, but no name was specified\n"),
    ("label pod web app=y", "", "error: 'app' already has a value (x), and --overwrite is false\n"),
    ("label pod web app=y --overwrite", "pod/web labeled\n", ""),
    ("label pod web app=x", "pod/web not labeled\n", ""),
    ("label pod web nokey-", "label \"nokey\" not found.\npod/web not labeled\n", ""),
    ("label pod web app-", "pod/web unlabeled\n", ""),
    ("label pod web bad", "", "error: at least one label update is required\n"),
    ("label pod nope a=b", "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("annotate pod web a=b", "pod/web annotated\n", ""),
    ("annotate pod web a-", "pod/web annotated\n", ""),
    ("uncordon node-1", "node/node-1 already uncordoned\n", ""),
    ("taint node node-1 a=b:NoSchedule", "node/node-1 tainted\n", ""),
    (
      "taint node node-1 k=v:NoSchedule", "",
      "error: node node-1 already has k taint(s) with same effect(s) and --overwrite is false\n"
    ),
    ("taint node node-1 k=w:NoSchedule --overwrite", "node/node-1 modified\n", ""),
    ("taint node node-1 k:NoSchedule-", "node/node-1 untainted\n", ""),
    ("taint node node-1 zz-", "", "error: taint \"zz\" not found\n"),
    ("taint node node-1 bad", "", "error: at least one taint update is required\n"),
    ("scale deploy rs1 --replicas=3", "deployment.apps/rs1 scaled\n", ""),
    (
      "scale rs nope --replicas=3", "",
      "error: no objects passed to scale replicasets.apps \"nope\" not found\n"
    ),
    (
      "scale deploy rs1 --current-replicas=9 --replicas=3", "",
      "error: Expected replicas to be 9, was 1\n"
    ),
    ("get pods nope", "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("get nope", "", "error: the server doesn't have a resource type \"nope\"\n"),
    ("get pods,nope", "", "error: the server doesn't have a resource type \"nope\"\n"),
    (
      "get po web -o foo", "",
      "error: unable to match a printer suitable for the output format \"foo\", allowed formats are: "
        + "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
        + "jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml\n"
    ),
    (
      "wait --for=condition=Ready pod/nope --timeout=1s", "",
      "Error from server (NotFound): pods \"nope\" not found\n"
    ),
    ("wait --for=condition=Ready pods web --timeout=2s", "pod/web condition met\n", ""),
    (
      "wait --for=condition=Nope pod/web --timeout=1s", "",
      "error: timed out waiting for the condition on pods/web\nclock +1s → 0:11\n"
    ),
    ("create -f /nonexistent.yaml", "", "error: the path \"/nonexistent.yaml\" does not exist\n"),
    ("describe pod nope", "", "Error from server (NotFound): pods \"nope\" not found\n"),
    ("describe nosuch x", "", "error: the server doesn't have a resource type \"nosuch\"\n"),
    ("version --client", "Client Version: v1.33.1\nKustomize Version: v5.6.0\n", ""),
    ("set image pod/web web=new:1", "pod/web image updated\n", ""),
    ("get pods -n kube-public", "", "No resources found in kube-public namespace.\n"),
    (
      "cordon", "",
      "error: USAGE: cordon NODE [flags]\nSee 'kubectl cordon -h' for help and examples\n"
    ),
    (
      "patch pod web", "",
      "error: must specify --patch or --patch-file containing the contents of the patch\n"
    ),
    (
      "patch pod web -p {} --type=foo", "",
      "error: --type must be one of [json merge strategic], not \"foo\"\n"
    ),
    ("run web2", "", "error: required flag(s) \"image\" not set\n"),
    (
      "delete pod web --force",
      "pod \"web\" force deleted\n",
      "Warning: Immediate deletion does not wait for confirmation that the running resource has "
        + "been terminated. The resource may continue to run on the cluster indefinitely.\n"
    ),
    (
      "delete pod web nope", "pod \"web\" deleted\n",
      "Error from server (NotFound): pods \"nope\" not found\n"
    ),
    (
      "cordon node-2 && cordon node/node-2", "node/node-2 cordoned\nnode/node-2 already cordoned\n",
      ""
    ),
    ("evict pod/web", "pod/web evicted\n", ""),
    ("config set-context --current --namespace=default", "Context \"podlab\" modified.\n", ""),
    ("create configmap c --from-literal=a=b -o name", "configmap/c\n", ""),
    ("create ns a --dry-run=server", "namespace/a created (server dry run)\n", ""),
    ("get pod web -o jsonpath='{.metadata.labels.app}'", "x", ""),
    ("get pods -l app=x -o name", "pod/web\n", ""),
    (
      "get pod,node web -o name", "pod/web\n",
      "Error from server (NotFound): nodes \"web\" not found\n"
    ),
  ]

  private static let session: Session = {
    var lab = Laboratory()
    _ = lab.type(start)
    return lab.session
  }()

  @Test(arguments: cases)
  func message(command: String, out: String, error: String) {
    var session = Self.session
    let outcome = session.submit(command)
    #expect(outcome.standardOutput == out)
    #expect(outcome.standardError == error)
  }
}
