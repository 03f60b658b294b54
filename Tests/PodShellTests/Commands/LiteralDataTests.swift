import PodShell
import Testing

/// Where the data of ConfigMaps and Secrets comes from; every answer is one of kubectl 1.33.
@Suite struct LiteralDataTests {
  private static let files = [
    "app.env": "a=1\n# no\n\n  B=x y\r\nC=\"q\"=z\nHOME\n", "bad.env": "a b=1\n", "note": "hi\n",
  ]

  @Test func environmentFilesGiveOneEntryALine() {
    var lab = Laboratory(files: Self.files)
    #expect(
      lab.type("create cm c --from-env-file=app.env --dry-run=client -o jsonpath='{.data}'")
        == #"{"B":"x y","C":"\"q\"=z","HOME":"","a":"1"}"#)
  }

  @Test(arguments: [
    ("--from-env-file=nope", "error: error reading nope: no such file or directory"),
    (
      "--from-env-file=app.env --from-literal=a=2",
      "error: from-env-file cannot be combined with from-file or from-literal"
    ),
    ("--from-env-file=bad.env", "error: \"a b\" is not a valid key name: a valid environment"),
    ("--from-file=a=b=c", "error: key names or file paths cannot contain '='"),
    ("--from-file==note", "error: key name for file path note missing"),
    ("--from-file=a=", "error: file path for key name a missing"),
    ("--from-file=nope", "error: error reading nope: no such file or directory"),
  ])
  func whatCannotBeReadIsSaid(flags: String, error: String) {
    var lab = Laboratory(files: Self.files)
    for kind in ["configmap", "secret generic"] {
      #expect(lab.type("create \(kind) c \(flags)").hasPrefix(error))
    }
  }

  @Test(arguments: [
    ("--from-file=note", #"{".dockerconfigjson":"aGkK"}"#),
    ("--from-file=other=note", #"{"other":"aGkK"}"#),
    (
      "--docker-username=u --docker-password='<p>' --docker-email=e --docker-server=s",
      // {"auths":{"s":{"username":"u","password":"\u003cp\u003e","email":"e","auth":"dTo8cD4="}}}
      #"{".dockerconfigjson":"eyJhdXRocyI6eyJzIjp7InVzZXJuYW1lIjoidSIsInBhc3N3b3JkIjoiXHUwMDNj"#
        + #"cFx1MDAzZSIsImVtYWlsIjoiZSIsImF1dGgiOiJkVG84Y0Q0PSJ9fX0="}"#
    ),
  ])
  func credentialsAreWrittenAsContainerEnginesRead(flags: String, data: String) {
    var lab = Laboratory(files: Self.files)
    let command = "create secret docker-registry c \(flags) --dry-run=client -o jsonpath='{.data}'"
    #expect(lab.type(command) == data)
  }
}
