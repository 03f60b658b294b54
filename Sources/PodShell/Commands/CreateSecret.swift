internal import PodEngine

/// `create secret generic NAME --from-literal=KEY=value`
struct CreateSecret: Command {
  static let description = CommandDescription(
    "create secret generic", aliases: ["create secret"], .build,
    synopsis: "create secret generic NAME [--from-literal=KEY=VALUE]… [--from-file=[KEY=]FILE]…",
    about: "make a Secret",
    examples: [
      "create secret generic login --from-literal=password=secret",
      "create secret generic empty",
    ],
    flags: Creation.flags + LiteralData.flags + [
      Flag("type", nil, .text, "the type of the Secret")
    ],
    arguments: [.oneOf(["generic"]), .anything], isKubectl: true)

  private let generator: Generator
  private let data: LiteralData
  private let type: String

  init(_ call: Invocation) throws(CommandError) {
    guard let kind = call.arguments.first, kind.text == "generic" else {
      let word = call.arguments.first
      if let word, !["tls", "docker-registry"].contains(word.text) {
        throw .arguments(
          "unknown command \(GoSyntax.quoted(word.text))\n"
            + "See 'kubectl create secret -h' for help and examples",
          suggestion: "write create secret generic NAME --from-literal=KEY=value",
          position: word.position)
      }
      throw .unsupported(
        "podlab makes generic Secrets only\(word.map { ", not \($0.text)" } ?? "")",
        suggestion: "write create secret generic NAME --from-literal=KEY=value",
        position: word?.position)
    }
    let rest = Invocation(
      arguments: Array(call.arguments.dropFirst()), flags: call.flags)
    generator = try Generator(rest, kind: "secret generic")
    data = LiteralData(call, kind: "Secret", name: generator.name)
    type = call.flags.text("type") ?? ""
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var object: APIValue = ["apiVersion": "v1"]
    if let data = try data.map(in: bench, Base64Text.encoded) { object["data"] = data }
    object["kind"] = "Secret"
    object["metadata"] = generator.metadata()
    if !type.isEmpty { object["type"] = .string(type) }
    try generator.creation.make(object, .secrets, in: &bench)
  }
}

/// Base64, as the values of a Secret are stored.
enum Base64Text {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return result
  }
}
