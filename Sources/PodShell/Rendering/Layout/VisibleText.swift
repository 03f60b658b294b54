/// Makes control characters visible. Whatever comes from outside (manifests, logs, file names,
/// messages) passes here before it reaches a terminal: an escape sequence in an annotation must not
/// move the cursor or set a window title.
package enum VisibleText {
  /// What happens to a TAB.
  package enum Tabs: Sendable { case kept, escaped }

  /// The text with ESC as `^[`, other C0 controls as `^A`, DEL as `^?`, and C1 controls,
  /// bidirectional overrides and invisible format characters as `\u{9B}`.
  /// Newlines stay; so do TABs unless asked otherwise.
  package static func escaping(_ text: String, tabs: Tabs = .kept) -> String {
    if isPlain(text) { return text }
    guard text.unicodeScalars.contains(where: { escape(for: $0, tabs: tabs) != nil }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escape(for: scalar, tabs: tabs) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether there is nothing but printable ASCII and newlines, as in almost all output.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }
  }

  private static func escape(for scalar: Unicode.Scalar, tabs: Tabs) -> String? {
    switch scalar.value {
    case 0x0A: nil
    case 0x09: tabs == .kept ? nil : "^I"
    case 0x00..<0x20: "^\(letter(scalar.value + 0x40))"
    case 0x7F: "^?"
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF, 0xE0000...0xE007F:
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: nil
    }
  }

  private static func letter(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
  }
}
