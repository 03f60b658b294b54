internal import PodEngine

/// `registry down|up|slow|unauthorized|rate-limited`: how the registries answer from now on.
struct RegistryCommand: Command {
  private static let words = RegistryState.allCases.map(\.rawValue)

  static let description = CommandDescription(
    "registry", .break, synopsis: "registry " + words.joined(separator: "|"),
    about: "decide how the image registries answer", examples: ["registry down", "registry up"],
    arguments: [.oneOf(words)])

  private let state: RegistryState

  init(_ call: Invocation) throws(CommandError) {
    let word = try call.argument(0, "one of: \(Self.words.joined(separator: ", "))", of: "registry")
    guard let state = RegistryState(rawValue: word.text) else {
      throw .usage(
        "the registry is \(Self.words.joined(separator: ", ")), not \(GoSyntax.quoted(word.text))",
        verb: "registry", position: word.position,
        suggestion: NearestName.to(word.text, among: Self.words).map { "did you mean \($0)?" })
    }
    try call.refuseArguments(after: 1, of: "registry")
    self.state = state
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try bench.inject(.registry(state), saying: "registry is \(state.rawValue)")
  }
}
