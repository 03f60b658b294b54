internal import PodEngine

/// `create pod NAME --image=IMAGE`: what kubectl cannot do, with probes and resources as flags.
struct CreatePod: Command {
  static let description = CommandDescription(
    "create pod", aliases: ["start pod"], .build,
    synopsis: "create pod NAME --image=IMAGE [flags] [-- ARG…]",
    about: "make a Pod with one container, probes and resources",
    examples: [
      "create pod web --image=nginx --readiness=http:80/",
      "create pod job --image=busybox --restart=Never -- sh -c 'sleep 5'",
    ],
    flags: PodBuilder.flags + Creation.flags + own, arguments: [.anything, .image])

  private static let probes = ["liveness", "readiness", "startup"]

  private static let own =
    probes.map {
      Flag($0, nil, .text, "\($0) probe: http:PORT/PATH, tcp:PORT, grpc:PORT or exec:CMD")
    } + [
      Flag("requests", nil, .text, "what the container asks for: cpu=100m,memory=64Mi"),
      Flag("limits", nil, .text, "what the container may use: cpu=1,memory=128Mi"),
    ]

  private var pod: PodBuilder
  private let creation: Creation
  /// The flags that `kubectl run` has not.
  private var beyondRun: [String] = []
  private var runForm: String

  init(_ call: Invocation) throws(CommandError) {
    let arguments = call.arguments
    let image = call.flags.text("image") ?? (arguments.count > 1 ? arguments[1].text : nil)
    let isPositional = call.flags.text("image") == nil
    let words = arguments.dropFirst(isPositional ? 2 : 1) + (call.afterDash ?? [])
    pod = try PodBuilder(
      call, verb: "create pod", name: arguments.first, image: image, words: Array(words))
    creation = try Creation(call)
    runForm = Self.runForm(pod, call, Array(words))
    for name in Self.probes {
      guard let text = call.flags.text(name) else { continue }
      pod.container[name + "Probe"] = try ProbeWord.probe(text, flag: name)
      beyondRun.append("--\(name)")
    }
    for name in ["requests", "limits"] {
      guard let text = call.flags.text(name) else { continue }
      pod.container[path: "resources", name] = try KeyValues.quantities(text, flag: name)
      beyondRun.append("--\(name)")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try creation.make(pod.manifest, .pods, in: &bench)
    guard creation.format == .table else { return }
    bench.advise(note)
  }
}

// Wording
extension CreatePod {
  private var note: String {
    guard let flag = beyondRun.first else { return "kubectl has no create pod; it is: \(runForm)" }
    return "kubectl has no create pod, and run has no \(flag): apply a manifest; "
      + "--dry-run=client -o yaml shows it"
  }

  private static func runForm(_ pod: PodBuilder, _ call: Invocation, _ words: [Word]) -> String {
    var parts = ["kubectl run \(pod.name) --image=\(pod.image)"]
    for name in ["restart", "port", "labels", "image-pull-policy"] {
      if let value = call.flags.text(name) { parts.append("--\(name)=\(ShellText.quoted(value))") }
    }
    for name in ["env", "annotations"] {
      parts += call.flags.texts(name).map { "--\(name)=\(ShellText.quoted($0))" }
    }
    if call.flags.isOn("command") { parts.append("--command") }
    if !words.isEmpty { parts += ["--"] + words.map { ShellText.quoted($0.text) } }
    return parts.joined(separator: " ")
  }
}

/// A word as it has to be typed.
enum ShellText {
  static func quoted(_ text: String) -> String {
    let plain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=,@%+".contains($0) }
    if plain, !text.isEmpty { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
