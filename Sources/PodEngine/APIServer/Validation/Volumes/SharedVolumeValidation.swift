/// Rules for file systems that many nodes share over a network.
enum SharedVolumeValidation {
  /// `kind` is one of those that have a rule here.
  static func rules(
    of kind: VolumeSourceKind, _ source: APIValue, at path: FieldPath
  ) -> [FieldError] {
    if kind == .quobyte { return quobyte(source, at: path) }
    let errors = requiredFields(needed[kind] ?? [], of: source, at: path)
    return kind == .nfs ? errors + absolute(source, at: path) : errors
  }

  /// What must be said about each, in the order of the errors.
  private static let needed: [VolumeSourceKind: [String]] = [
    .nfs: ["server", "path"],
    .glusterfs: ["endpoints", "path"],
    .cephfs: ["monitors"],
    .rbd: ["monitors", "image"],
    .azureFile: ["secretName", "shareName"],
  ]

  private static func absolute(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let folder = source.text("path")
    return folder.hasPrefix("/")
      ? [] : [.invalid(path.child("path"), .string(folder), "must be an absolute path")]
  }

  /// `validateQuobyteVolumeSource`; the pairs are looked at only where the tenant is good.
  private static func quobyte(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let place = path.child("registry")
    let registry = source.text("registry")
    let rule = "must be a host:port pair or multiple pairs separated by commas"
    var errors: [FieldError] = []
    if registry.isEmpty {
      errors.append(.required(place, rule))
    } else if source.text("tenant").utf8.count >= 65 {
      errors.append(
        .required(
          path.child("tenant"), "must be a UUID and may not exceed a length of 64 characters"))
    } else {
      errors += registry.split(separator: ",", omittingEmptySubsequences: false)
        .filter { !isHostAndPort($0) }.map { _ in .invalid(place, .string(registry), rule) }
    }
    return errors + requiredFields(["volume"], of: source, at: path)
  }

  /// Whether Go can take a host and a port apart (`net.SplitHostPort`): `host:80`, `[::1]:80`.
  private static func isHostAndPort(_ text: Substring) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let (host, port) = (text[..<colon], text[text.index(after: colon)...])
    if port.contains(where: { $0 == "[" || $0 == "]" }) { return false }
    guard host.hasPrefix("[") else {
      return !host.contains { $0 == ":" || $0 == "[" || $0 == "]" }
    }
    guard host.firstIndex(of: "]") == host.indices.last else { return false }
    return !host.dropFirst().contains("[")
  }
}
