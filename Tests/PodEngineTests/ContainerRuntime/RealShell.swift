import Testing

/// A shell in an image that has it.
struct RealShell: Sendable, CustomTestStringConvertible {
  let image: String
  let name: String

  static let all = [
    RealShell(image: "busybox:1.35", name: "sh"), RealShell(image: "debian:12", name: "sh"),
    RealShell(image: "debian:12", name: "bash"),
  ]

  var testDescription: String { "\(name) of \(image)" }
}
