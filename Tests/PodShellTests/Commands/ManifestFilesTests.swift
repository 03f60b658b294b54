import PodShell
import Testing

@testable import PodShell

/// Which files `-f` finds, and what is done when some of them are wrong.
@Suite struct ManifestFilesTests {
  private static func configMap(_ name: String) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name)}\n"
  }

  private static let files = [
    "shop/b.yaml": configMap("b"), "shop/a.yml": configMap("a"),
    "shop/c.json": "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"}}",
    "shop/.d.yaml": configMap("d"), "shop/notes.txt": "no manifest",
    "shop/b/inner.yaml": configMap("inner"), "empty/notes.txt": "no manifest",
    "claim.yaml":
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: claim}\n---\n"
      + configMap("after"),
  ]

  @Test(arguments: [
    ("shop", false, "shop/.d.yaml shop/a.yml shop/b.yaml shop/c.json"),
    ("./shop/", false, "shop/.d.yaml shop/a.yml shop/b.yaml shop/c.json"),
    ("shop/../shop", false, "shop/.d.yaml shop/a.yml shop/b.yaml shop/c.json"),
    // A folder stands where its name belongs: `b` before `b.yaml`.
    ("shop", true, "shop/.d.yaml shop/a.yml shop/b/inner.yaml shop/b.yaml shop/c.json"),
    ("shop/*.yaml", false, "shop/.d.yaml shop/b.yaml"),
    ("shop/?.y*", false, "shop/a.yml shop/b.yaml"),
    ("shop/notes.txt", false, "shop/notes.txt"),
  ])
  func findsFiles(path: String, isRecursive: Bool, names: String) throws {
    let files = ManifestFiles(
      access: FilesInMemory(texts: Self.files), isRecursive: isRecursive)
    #expect(try files.files(of: path).map(\.name).joined(separator: " ") == names)
  }

  @Test(arguments: [
    ("empty", FileAccessError.Reason.noManifests), ("nowhere", .missing), ("shop/x*", .missing),
    ("", .missing),
  ])
  func refusesWhatLeadsNowhere(path: String, reason: FileAccessError.Reason) {
    let files = ManifestFiles(access: FilesInMemory(texts: Self.files), isRecursive: true)
    #expect(throws: FileAccessError(reason, path: path)) { try files.files(of: path) }
  }

  /// Links can lead in circles, and a folder can be as large as it likes.
  @Test func readsOnlySoMany() {
    var texts: [String: String] = [:]
    for number in 0...ManifestFiles.mostFiles { texts["many/\(number).yaml"] = "" }
    let files = ManifestFiles(access: FilesInMemory(texts: texts), isRecursive: false)
    #expect(throws: FileAccessError(.tooMany(ManifestFiles.mostFiles), path: "many")) {
      try files.files(of: "many")
    }
    let round = ManifestFiles(access: RoundFolder(), isRecursive: true)
    #expect((try? round.files(of: "round"))?.count == ManifestFiles.deepestFolder)
  }

  /// A folder that contains itself.
  private struct RoundFolder: FileAccess {
    func read(_ path: String) throws(FileAccessError) -> String {
      if path.hasSuffix(".yaml") { return "" }
      throw FileAccessError(.isDirectory, path: path)
    }

    func names(beginning path: String) -> [String] {
      path.hasSuffix("/") ? [path + "again/", path + "x.yaml"] : []
    }
  }

  @Test(arguments: [
    ("a/./b//c", "a/b/c"), ("./a", "a"), ("a/..", "."), ("../a", "../a"), ("/../a/", "/a"),
    ("", "."), ("a/../../b", "../b"), ("~/a", "~/a"),
  ])
  func cleansPaths(path: String, clean: String) { #expect(PathText.cleaned(path) == clean) }

  @Test(arguments: [
    ("web.yaml", "*.yaml", true), ("web.yml", "*.yaml", false), ("ab", "a*b*", true),
    ("aXbXc", "a*b*c", true), ("a", "?", true), ("", "?", false), ("", "*", true),
    ("abc", "a?", false),
    ("aab", "*ab", true),
  ])
  func fitsPatterns(name: String, pattern: String, fits: Bool) {
    #expect(PathText.fits(Array(name)[...], Array(pattern)[...]) == fits)
  }

  /// The claim is of a kind that podlab has not.
  @Test(arguments: [
    ("apply -f claim.yaml", "configmap/after created\n"),
    ("create -f claim.yaml", "configmap/after created\n"),
    ("create -f claim.yaml -f shop/b.yaml", "configmap/after created\nconfigmap/b created\n"),
  ])
  func doesTheRest(command: String, done: String) {
    var laboratory = Laboratory(files: Self.files)
    let outcome = laboratory.session.submit(command)
    #expect(outcome.standardOutput == done)
    #expect(
      outcome.standardError
        == "error: podlab does not simulate PersistentVolumeClaim (v1), the kind of \"claim\" in "
        + "\"claim.yaml\"\n")
    #expect(outcome.error?.exitCode == 1 && outcome.error?.name == "unsupported")
    let other = laboratory.session.submit("label -f claim.yaml x=y")
    #expect(other.standardOutput == "configmap/after labeled\n" && other.error != nil)
    let gone = laboratory.session.submit("delete -f claim.yaml")
    #expect(gone.standardOutput == "configmap \"after\" deleted\n" && gone.error != nil)
  }

  /// A saved world and a journal bring back the files of a folder without the folder.
  @Test(arguments: [
    "get pods -f shop/b.yaml", "get pods web -f=shop -o yaml", "describe cm/b -f nope.yaml",
    "scale deployment --replicas=2 -f shop/b.yaml",
  ])
  func aFileStandsForAllResources(command: String) {
    var laboratory = Laboratory(files: Self.files)
    #expect(
      laboratory.type(command)
        == "error: when paths, URLs, or stdin is provided as input, you may not specify resource "
        + "arguments as well\n")
  }

  @Test func replaysFolders() {
    var laboratory = Laboratory(files: Self.files)
    #expect(laboratory.type("apply -R -f shop").contains("configmap/inner created"))
    let saved = laboratory.session.submit("save world.podlab")
    #expect(saved.error == nil)
    let loaded = laboratory.session.submit("load world.podlab")
    #expect(loaded.error == nil)
    #expect(laboratory.type("get configmap inner -o name") == "configmap/inner\n")
  }

  @Test func takesHeredocsThroughCat() {
    var laboratory = Laboratory()
    let manifest = Self.configMap("piped")
    #expect(
      laboratory.type("cat <<EOF | kubectl apply -f -\n\(manifest)EOF")
        == "configmap/piped created\n")
    #expect(laboratory.type("cat <<EOF > here.yaml\n\(manifest)EOF") == "")
    #expect(laboratory.type("apply -f here.yaml") == "configmap/piped unchanged\n")
    #expect(laboratory.type("cat <<EOF | grep kind\n\(manifest)EOF") == "kind: ConfigMap\n")
  }
}
