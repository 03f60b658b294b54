internal import PodEngine

/// `create secret tls NAME --cert=FILE --key=FILE`. kubectl's `create_secret_tls.go`; whether key
/// and certificate belong together is not computed.
struct CreateTLSSecret: Command {
  static let description = CommandDescription(
    "create secret tls", .build, synopsis: "create secret tls NAME --cert=FILE --key=FILE",
    about: "make a Secret from a certificate and its key",
    examples: [
      "create secret tls shop --cert=tls.crt --key=tls.key",
      "create secret tls shop --cert=tls.crt --key=tls.key --dry-run=client -o yaml",
    ],
    flags: Creation.flags + [
      Flag("cert", nil, .text, "the file of the certificate, in PEM", completes: .file),
      Flag("key", nil, .text, "the file of the private key, in PEM", completes: .file),
    ],
    arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let certificate: String
  private let key: String

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "secret tls")
    guard let certificate = call.flags.text("cert"), let key = call.flags.text("key"),
      !certificate.isEmpty, !key.isEmpty
    else {
      throw .arguments(
        "key and cert must be specified", suggestion: "add --cert FILE --key FILE")
    }
    (self.certificate, self.key) = (certificate, key)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let entries = [
      ("tls.crt", try Self.pem(certificate, "certificate", in: bench)),
      ("tls.key", try Self.pem(key, "key", in: bench)),
    ]
    try SecretObject.make(generator, entries, type: "kubernetes.io/tls", in: &bench)
  }

  /// The text of a file that must hold a PEM block, as Go's `crypto/tls` words it where none is.
  private static func pem(
    _ path: String, _ what: String, in bench: Workbench
  ) throws(CommandError) -> String {
    let text: String
    do { text = try bench.configuration.files.read(path) } catch {
      guard case .missing = error.reason else { throw CommandError(error) }
      throw CommandError(
        "file", "error: Cannot read file \(path), open \(path): no such file or directory")
    }
    guard text.contains("-----BEGIN "), text.contains("-----END ") else {
      throw .arguments("tls: failed to find any PEM data in \(what) input")
    }
    return text
  }
}
