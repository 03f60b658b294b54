/// The forms of names in Kubernetes; each rule gives what is wrong, nothing where all is well
/// (`apimachinery/pkg/util/validation`).
package enum NameRules {
  private static let label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
  private static let qualified = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"

  /// `my-name`: containers, volumes, namespaces.
  package static func dns1123Label(_ text: String) -> [String] {
    tooLong(text, 63)
      + (isLabel(text[...])
        ? []
        : [
          regexProblem(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
              + "and must start and end with an alphanumeric character",
            label, "my-name", "123-abc")
        ])
  }

  /// `example.com`: most objects.
  package static func dns1123Subdomain(_ text: String) -> [String] {
    tooLong(text, 253)
      + (isSubdomain(text)
        ? []
        : [
          regexProblem(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
              + "'-' or '.', and must start and end with an alphanumeric character",
            "\(label)(\\.\(label))*", "example.com")
        ])
  }

  /// A domain in which names are looked up: its labels may have underscores, one of them in front
  /// (`IsDNS1123SubdomainWithUnderscore`).
  package static func searchDomain(_ text: String) -> [String] {
    let isGood = text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      let body = label.hasPrefix("_") ? label.dropFirst() : label
      guard let last = body.utf8.last, last != UInt8(ascii: "_") else { return false }
      return body.utf8.first != UInt8(ascii: "_") && isLabel(body.replacing("_", with: "-")[...])
    }
    return tooLong(text, 253)
      + (isGood
        ? []
        : [
          regexProblem(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
              + "'_', '-' or '.', and must start and end with an alphanumeric character",
            "\(label)(\\.\(label))*", "example.com")
        ])
  }

  /// A label that begins with a letter: Services.
  package static func dns1035Label(_ text: String) -> [String] {
    let isGood = isLabel(text[...]) && text.utf8.first.map(isLowercase) == true
    return tooLong(text, 63)
      + (isGood
        ? []
        : [
          regexProblem(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start "
              + "with an alphabetic character, and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?", "my-name", "abc-123")
        ])
  }

  /// `example.com/MyName`: keys of labels and annotations, conditions, resources.
  package static func qualifiedName(_ text: String) -> [String] {
    let rule = regexProblem(
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric character", qualified, "MyName", "my.name", "123-abc")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let name = parts.last else {
      return [
        "a qualified name \(rule) with an optional DNS subdomain prefix and '/' "
          + "(e.g. 'example.com/MyName')"
      ]
    }
    var problems: [String] = []
    if parts.count == 2 {
      problems =
        parts[0].isEmpty
        ? ["prefix part must be non-empty"]
        : dns1123Subdomain(parts[0]).map { "prefix part \($0)" }
    }
    if name.isEmpty {
      problems.append("name part must be non-empty")
    } else {
      problems += tooLong(name, 63).map { "name part \($0)" }
    }
    return problems + (isQualified(name) ? [] : ["name part \(rule)"])
  }

  /// The value of a label.
  package static func labelValue(_ text: String) -> [String] {
    tooLong(text, 63)
      + (text.isEmpty || isQualified(text)
        ? []
        : [
          regexProblem(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' "
              + "or '.', and must start and end with an alphanumeric character",
            "(\(qualified))?", "MyValue", "my_value", "12345")
        ])
  }

  /// The name of a port.
  package static func portName(_ text: String) -> [String] {
    var problems = tooLong(text, 15)
    let bytes = Array(text.utf8)
    if bytes.isEmpty || !bytes.allSatisfy({ isLowercase($0) || isDigit($0) || $0 == hyphen }) {
      problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !bytes.contains(where: isLowercase) {
      problems.append("must contain at least one letter (a-z)")
    }
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) {
      problems.append("must not contain consecutive hyphens")
    }
    if bytes.first == hyphen || bytes.last == hyphen {
      problems.append("must not begin or end with a hyphen")
    }
    return problems
  }

  /// The name of an environment variable.
  package static func environmentName(_ text: String) -> [String] {
    let isGood =
      !text.isEmpty && text.utf8.allSatisfy(isNameByte) && text.utf8.first.map(isDigit) == false
    let rule = regexProblem(
      "a valid environment variable name must consist of alphabetic characters, digits, '_', "
        + "'-', or '.', and must not start with a digit",
      "[-._a-zA-Z][-._a-zA-Z0-9]*", "my.env-name", "MY_ENV.NAME", "MyEnvName1")
    return (isGood ? [] : [rule]) + parentFolderProblem(text)
  }

  /// A key of a ConfigMap or Secret.
  package static func configMapKey(_ text: String) -> [String] {
    let isGood = !text.isEmpty && text.utf8.allSatisfy(isNameByte)
    let rule = regexProblem(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
      "[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name")
    return tooLong(text, 253) + (isGood ? [] : [rule]) + parentFolderProblem(text)
  }

  /// The name of a kernel parameter: segments that dots or slashes join.
  package static func sysctl(_ text: String) -> [String] {
    let segments = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
    let isGood =
      text.utf8.count <= 253
      && segments.allSatisfy { segment in
        guard let first = segment.utf8.first, let last = segment.utf8.last else { return false }
        func isEdge(_ byte: UInt8) -> Bool { isLowercase(byte) || isDigit(byte) }
        return isEdge(first) && isEdge(last)
          && segment.utf8.allSatisfy { isEdge($0) || $0 == hyphen || $0 == UInt8(ascii: "_") }
      }
    let segment = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?"
    return isGood
      ? []
      : ["must have at most 253 characters and match regex ^(\(segment)[\\./])*\(segment)$"]
  }

  /// The name of an HTTP header.
  package static func httpHeaderName(_ text: String) -> [String] {
    let isGood = !text.isEmpty && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
    return isGood
      ? []
      : [
        regexProblem(
          "a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+",
          "X-Header-Name")
      ]
  }

  private static func parentFolderProblem(_ text: String) -> [String] {
    if text == "." { return ["must not be '.'"] }
    if text == ".." { return ["must not be '..'"] }
    return text.hasPrefix("..") ? ["must not start with '..'"] : []
  }

  private static func tooLong(_ text: String, _ most: Int) -> [String] {
    text.utf8.count > most ? ["must be no more than \(most) characters"] : []
  }

  /// `… (e.g. 'a',  or 'b', regex used for validation is '…')`, with Kubernetes' own two blanks.
  private static func regexProblem(_ rule: String, _ regex: String, _ examples: String...) -> String
  {
    let shown = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(rule) (e.g. \(shown)regex used for validation is '\(regex)')"
  }
}

private let hyphen = UInt8(ascii: "-")

private func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
private func isNameByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == hyphen || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
}

private func isLabel(_ text: Substring) -> Bool {
  guard let first = text.utf8.first, let last = text.utf8.last else { return false }
  return first != hyphen && last != hyphen
    && text.utf8.allSatisfy { isLowercase($0) || isDigit($0) || $0 == hyphen }
}

private func isSubdomain(_ text: String) -> Bool {
  text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0) }
}

private func isQualified(_ text: String) -> Bool {
  guard let first = text.utf8.first, let last = text.utf8.last else { return false }
  return isAlphanumeric(first) && isAlphanumeric(last) && text.utf8.allSatisfy(isNameByte)
}
