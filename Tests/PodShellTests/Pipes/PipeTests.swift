import PodShell
import Testing

struct PipeTests {
  static let text = "pear 3\napple 10\nfig 2\napple 10\nBanana 1\n"

  private static func pass(_ pipe: String) -> String {
    var lab = Laboratory(files: ["t": text])
    return lab.type("cat t \(pipe)")
  }

  @Test(arguments: [
    ("| grep apple", "apple 10\napple 10\n"), ("| grep -c apple", "2\n"),
    ("| grep -v apple", "pear 3\nfig 2\nBanana 1\n"), ("| grep -i banana", "Banana 1\n"),
    ("| grep -n fig", "3:fig 2\n"), ("| grep -E 'fig|pear'", "pear 3\nfig 2\n"),
    ("| grep -o '[0-9]*' | head -2", "3\n10\n"), ("| grep -w p", ""),
    ("| grep -w fig", "fig 2\n"), ("| grep -x 'fig 2'", "fig 2\n"),
    ("| grep -F 'a*'", ""), ("| grep -A1 pear", "pear 3\napple 10\n"),
    ("| grep -B1 -n fig", "2-apple 10\n3:fig 2\n"),
    ("| grep -C1 fig", "apple 10\nfig 2\napple 10\n"),
    ("| grep -m 1 apple", "apple 10\n"), ("| grep -e fig -e pear", "pear 3\nfig 2\n"),
    ("| head -n 1", "pear 3\n"), ("| head -n -4", "pear 3\n"), ("| head -c 4", "pear"),
    ("| tail -1", "Banana 1\n"), ("| tail -n +5", "Banana 1\n"), ("| tail -c 2", "1\n"),
    ("| wc -l", "5\n"), ("| wc", "      5      10      40\n"), ("| wc -w", "10\n"),
    ("| sort", "Banana 1\napple 10\napple 10\nfig 2\npear 3\n"),
    ("| sort -u -r", "pear 3\nfig 2\napple 10\nBanana 1\n"),
    ("| sort -k2 -n | head -1", "Banana 1\n"), ("| sort -k 2,2nr | head -1", "apple 10\n"),
    ("| sort | uniq -c | head -2", "      1 Banana 1\n      2 apple 10\n"),
    ("| sort | uniq -d", "apple 10\n"), ("| cut -d' ' -f2 | head -1", "3\n"),
    ("| cut -c1-2 | head -1", "pe\n"), ("| less | more | wc -l", "5\n"),
    ("| cat -n | head -1", "     1\tpear 3\n"), ("> u && cat u | wc -l", "5\n"),
    ("| head -2 | tr ' a-z' '\\nA-Z'", "PEAR\n3\nAPPLE\n10\n"),
    ("| tail -1 | tr -d 'an1'", "B \n"), ("| head -2 | tr -s p", "pear 3\naple 10\n"),
    ("| tr -s '[[:space:]]' , | cut -c1-12", "pear,3,apple\n"),
    ("| tail -1 | base64", "QmFuYW5hIDEK\n"), ("| tail -1 | base64 -w 0", "QmFuYW5hIDEK"),
    ("| head -2 | base64 | base64 --decode", "pear 3\napple 10\n"),
    ("| head -1 >> u; cat u", "pear 3\n"), ("| tee u | wc -l; cat u | wc -l", "5\n5\n"),
  ])
  func filters(pipe: String, expected: String) { #expect(Self.pass(pipe) == expected) }

  @Test(arguments: [
    ("get pods | awk x", "unknown-command", "1:12"), ("get pods | grep", "usage", "1:12"),
    ("get pods | grep -Z x", "usage", "1:17"), ("get pods | head -n x", "usage", "1:20"),
    ("get pods | cut -d, x", "usage", "1:12"), ("get pods | tr a", "usage", "1:15"),
    ("get pods |", "usage", "1:11"),
    ("| grep x", "usage", "1:1"), ("get nodes | grep nope", "no-match", "1:1"),
    ("get nodes >", "usage", "1:11"), ("get nodes > /etc/x", "file", "1:13"),
    ("get nodes 2> x", "unsupported", "1:11"), ("cat nope", "file", "1:5"), ("cat", "usage", "1:1"),
    ("get pod nope | head -1", "not-found", "1:9"), ("get nodes | grep '['", "usage", "1:18"),
    ("advance 5s | grep nope x", "file", "1:24"), ("||", "usage", "1:1"),
    ("get nodes ||", "usage", "1:13"),
  ])
  func refusals(command: String, name: String, place: String) {
    var lab = Laboratory()
    let error = lab.session.submit(command).error
    #expect(error?.name == name)
    #expect(error?.position.map { "\($0)" } == place)
  }

  @Test func orRunsAfterAFailure() {
    var lab = Laboratory()
    let outcome = lab.session.submit("get pod nope || create namespace a && create namespace b")
    #expect(outcome.error == nil)
    #expect(outcome.standardOutput == "namespace/a created\nnamespace/b created\n")
    #expect(lab.session.submit("get ns a || create namespace c").standardOutput.contains("a "))
    #expect(lab.type("get ns c") == "Error from server (NotFound): namespaces \"c\" not found\n")
  }

  /// What the Kubernetes documentation does again and again.
  @Test func aManifestGoesThroughAPipe() {
    var lab = Laboratory()
    let made = "kubectl create configmap a --from-literal=x=1 --dry-run=client -o yaml"
    #expect(lab.type("\(made) | kubectl apply -f -") == "configmap/a created\n")
  }

  @Test func nothingIsWrittenInLessonsAndTranscripts() {
    var session = Session(configuration: SessionConfiguration())
    let outcome = session.submit("get nodes > x")
    #expect(outcome.standardError == "error: \"x\" cannot be written here\n")
  }

  @Test func controlCharactersStayVisible() {
    var lab = Laboratory(files: ["t": "\u{1B}[31mred\n"])
    #expect(lab.type("cat t") == "^[[31mred\n")
    #expect(lab.type("cat t | tee u; cat u") == "^[[31mred\n^[[31mred\n")
  }
}
