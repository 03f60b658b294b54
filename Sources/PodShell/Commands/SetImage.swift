internal import PodEngine

/// `set image KIND/NAME CONTAINER=IMAGE…`: changes images of containers.
struct SetImage: Command {
  static let description = CommandDescription(
    "set image", aliases: ["change image"], .build,
    synopsis: "set image KIND/NAME CONTAINER=IMAGE…", about: "change the image of a container",
    examples: [
      "create pod web --image=nginx && set image pod/web web=httpd",
      "create deployment api --image=nginx && set image deploy/api '*=httpd'",
    ],
    flags: [Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done")],
    arguments: [.kindOrObject, .anything], isKubectl: true)

  private let subjects: Subjects
  private let images: [(container: String, image: String)]
  private let isDryRun: Bool

  init(_ call: Invocation) throws(CommandError) {
    let index = call.arguments.firstIndex { $0.text.contains("=") } ?? call.arguments.endIndex
    let words = Array(call.arguments[..<index])
    guard !words.isEmpty else {
      throw .arguments(
        "You must provide one or more resources by argument or filename.\n"
          + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
          + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'")
    }
    subjects = try Subjects(words, verb: "set image")
    var images: [(container: String, image: String)] = []
    for word in call.arguments[index...] {
      let pair = word.text.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { throw .arguments("invalid argument: \(word.text)") }
      images.append((pair[0], pair[1]))
    }
    guard !images.isEmpty else {
      throw .arguments("at least one image update is required", suggestion: "write web=nginx:1.27")
    }
    self.images = images
    isDryRun = try Creation.isDryRun(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in subjects.keys(namespace: bench.namespace) {
      let object = try bench.object(key)
      let path = key.resource == .pods ? ["spec"] : ["spec", "template", "spec"]
      let patch = try changes(object, path)
      guard patch["spec"] != nil else { continue }
      var copy = bench
      let changed = try copy.demand(.patch(key, .strategic(patch))).changed
      if !isDryRun { bench = copy }
      if changed {
        bench.print(
          "\(key.resource.qualifiedSingular)/\(key.name) image updated\(isDryRun ? " (dry run)" : "")"
        )
      }
    }
  }

  private func changes(_ object: APIValue, _ path: [String]) throws(CommandError) -> APIValue {
    var lists: [String: [APIValue]] = ["containers": [], "initContainers": []]
    for (container, image) in images {
      var isFound = false
      for list in ["containers", "initContainers"] {
        let names = (object.field(path)?[list]?.arrayValue ?? []).map { $0.text("name") }
        for name in names where container == "*" || container == name {
          lists[list]?.append(["name": .string(name), "image": .string(image)])
          isFound = true
        }
      }
      guard isFound else {
        throw CommandError(
          "not-found", "error: unable to find container named \(GoSyntax.quoted(container))",
          suggestion: "get \(object.text("kind").lowercased()) \(object.name) "
            + "-o jsonpath='{..containers[*].name}' shows the names")
      }
    }
    var spec = APIValue.emptyObject
    for list in ["containers", "initContainers"] {
      if let entries = lists[list], !entries.isEmpty { spec[list] = .array(entries) }
    }
    return path.count == 1 ? ["spec": spec] : ["spec": ["template": ["spec": spec]]]
  }
}
