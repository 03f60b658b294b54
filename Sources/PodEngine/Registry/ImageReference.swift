/// The name of an image, in the grammar of github.com/distribution/reference:
/// `[domain/]path[:tag][@digest]`.
package struct ImageReference: Hashable, Sendable {
  /// The host of the registry; `docker.io` where the text names none.
  package let domain: String
  /// The repository at that registry, such as `library/nginx`.
  package let path: String
  /// The tag; `latest` where the text gives neither tag nor digest.
  package let tag: String?
  /// `sha256:` and 64 hexadecimal digits, or a longer one of its family.
  package let digest: String?

  /// Reads what a Pod or a learner wrote. Throws the words of `reference.ParseNormalizedNamed`.
  package init(parsing text: String) throws(ImageReferenceError) {
    // An image ID would be taken for a name.
    if text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexadecimal) {
      throw ImageReferenceError(
        text: text,
        reason: "invalid repository name (\(text)), cannot specify 64-byte hexadecimal strings")
    }
    let (domain, remainder) = Self.splitDomain(text)
    let name = remainder.prefix { $0 != ":" && $0 != "@" }
    let caseChecked = remainder.prefix { $0 != ":" }
    if caseChecked.lowercased() != caseChecked {
      throw ImageReferenceError(
        text: text,
        reason: "invalid reference format: repository name (\(caseChecked)) must be lowercase")
    }
    var rest = remainder.dropFirst(name.count)
    var tag: String?
    var digest: String?
    if rest.first == ":" {
      tag = String(rest.dropFirst().prefix { $0 != "@" })
      rest = rest.dropFirst(1 + (tag?.count ?? 0))
    }
    if rest.first == "@" { digest = String(rest.dropFirst()) }
    guard Self.isDomain(domain), Self.isPath(name), tag.map(Self.isTag) ?? true,
      digest.map(Self.isDigest) ?? true, domain.count + 1 + name.count <= 255
    else { throw ImageReferenceError(text: text, reason: "invalid reference format") }
    self.domain = domain
    self.path = String(name)
    self.tag = tag ?? (digest == nil ? "latest" : nil)
    self.digest = digest
  }

  /// As above; nil where the text is no reference.
  package init?(_ text: String) {
    do throws(ImageReferenceError) { try self.init(parsing: text) } catch { return nil }
  }

  /// The text as the kubelet asks the runtime for it: with `:latest` where it has neither tag nor
  /// digest (`applyDefaultImageTag` in pkg/kubelet/images/image_manager.go).
  static func applyingDefaultTag(to text: String) throws(ImageReferenceError) -> String {
    let reference = try ImageReference(parsing: text)
    let isBare = reference.digest == nil && !text.hasSuffix(":\(reference.tag ?? "")")
    return isBare ? "\(text):latest" : text
  }

  /// `docker.io/library/nginx`: the repository with its registry.
  package var repository: String { "\(domain)/\(path)" }

  /// `docker.io/library/nginx:1.27`: what containerd calls the image.
  package var canonical: String {
    repository + (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "")
  }

  /// The host that is asked for the manifest.
  package var host: String { domain == "docker.io" ? "registry-1.docker.io" : domain }

  /// What identifies the manifest in a request: the digest, or else the tag.
  package var selector: String { digest ?? tag ?? "latest" }

  private static func splitDomain(_ text: String) -> (String, Substring) {
    if let slash = text.firstIndex(of: "/") {
      let first = text[..<slash]
      let looksLikeHost =
        first.contains(".") || first.contains(":") || first == "localhost"
        || first.lowercased() != first
      if looksLikeHost {
        let rest = text[text.index(after: slash)...]
        return normalized(domain: String(first), rest)
      }
    }
    return normalized(domain: "docker.io", text[...])
  }

  private static func normalized(domain: String, _ path: Substring) -> (String, Substring) {
    let domain = domain == "index.docker.io" ? "docker.io" : domain
    guard domain == "docker.io", !path.contains("/") else { return (domain, path) }
    return (domain, "library/" + path)
  }

  /// A name or an address of the older protocol, or one of the newer in brackets, with a port or
  /// without.
  private static func isDomain(_ text: String) -> Bool {
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return false }
      let (address, rest) = (text[..<end].dropFirst(), text[text.index(after: end)...])
      let port = rest.dropFirst()
      return !address.isEmpty && address.allSatisfy { $0 == ":" || $0.isASCII && $0.isHexDigit }
        && (rest.isEmpty || rest.hasPrefix(":") && !port.isEmpty && port.utf8.allSatisfy(isDigit))
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2, parts[1].isEmpty || !parts[1].utf8.allSatisfy(isDigit) { return false }
    return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isPath(_ text: Substring) -> Bool {
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isPathComponent)
  }

  /// Lower-case letters and digits, joined by `.`, `_`, `__` or any number of `-`.
  private static func isPathComponent(_ text: Substring) -> Bool {
    var separator: [UInt8] = []
    var sawLetter = false
    for byte in text.utf8 {
      if isLowerAlphanumeric(byte) {
        if !separator.isEmpty {
          guard sawLetter, isPathSeparator(separator) else { return false }
          separator = []
        }
        sawLetter = true
      } else {
        separator.append(byte)
      }
    }
    return sawLetter && separator.isEmpty
  }

  private static func isPathSeparator(_ bytes: [UInt8]) -> Bool {
    bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "_")]
      || bytes == [UInt8(ascii: "_"), UInt8(ascii: "_")]
      || bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func isTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
    let isWord = { (byte: UInt8) in isAlphanumeric(byte) || byte == UInt8(ascii: "_") }
    return isWord(first)
      && text.utf8.allSatisfy {
        isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  private static func isDigest(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = digestLengths[String(parts[0])] else { return false }
    return parts[1].utf8.count == length && parts[1].utf8.allSatisfy(isHexadecimal)
  }

  /// The algorithms that github.com/opencontainers/go-digest knows, with their hexadecimal digits.
  private static let digestLengths = ["sha256": 64, "sha384": 96, "sha512": 128]

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// A text that is no image reference.
package struct ImageReferenceError: Error, Hashable, Sendable {
  package let text: String
  /// Such as `invalid reference format`.
  package let reason: String

  /// What `ParseImageName` (pkg/util/parsers) says: `couldn't parse image name "X": …`.
  package var message: String { "couldn't parse image name \(GoSyntax.quoted(text)): \(reason)" }

  /// What the kubelet says of it, in its event and its log.
  package var kubeletMessage: String {
    "Failed to apply default image tag \(GoSyntax.quoted(text)): \(message)"
  }
}
