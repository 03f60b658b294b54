/// Chooses objects by a few of their fields: `spec.nodeName=node-1,status.phase!=Running`
/// (`fields.ParseSelector`).
package struct FieldSelector: Hashable, Sendable {
  /// One comparison.
  package struct Term: Hashable, Sendable {
    package let field: String
    package let value: String
    package let isNegated: Bool
  }

  package let terms: [Term]

  /// Chooses everything.
  package static let everything = FieldSelector(terms: [])

  private init(terms: [Term]) { self.terms = terms }

  /// Refuses a text that is no selector, and a field that objects of this kind cannot be chosen by.
  package init(parsing text: String, for resource: Resource) throws(SelectorError) {
    var terms: [Term] = []
    for part in Self.split(text) where !part.isEmpty {
      let term = try Self.term(part, in: text)
      guard let known = SelectableFields.canonical(term.field, resource) else {
        throw SelectableFields.refusal(term.field, resource)
      }
      terms.append(Term(field: known, value: term.value, isNegated: term.isNegated))
    }
    self.terms = terms
  }

  /// The same with the API server's refusal of a list request as error.
  package static func parse(
    _ text: String, for resource: Resource, labelSelector: String = ""
  ) throws(APIError) -> Self {
    do {
      return try Self(parsing: text, for: resource)
    } catch {
      throw error.badRequest(resource, labelSelector: labelSelector, fieldSelector: text)
    }
  }

  package func matches(_ object: APIValue, resource: Resource) -> Bool {
    terms.allSatisfy { term in
      let found = SelectableFields.value(term.field, of: object, resource)
      return (found == term.value) != term.isNegated
    }
  }

  /// At commas that no backslash hides.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == ",", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  private static func term(_ part: String, in text: String) throws(SelectorError) -> Term {
    for index in part.indices {
      for sign in ["!=", "==", "="] where part[index...].hasPrefix(sign) {
        let value = part[index...].dropFirst(sign.count)
        return Term(
          field: String(part[..<index]), value: try unescaped(String(value)),
          isNegated: sign == "!=")
      }
    }
    throw SelectorError("invalid selector: '\(text)'; can't understand '\(part)'")
  }

  /// A backslash may stand before a comma, an equals sign and itself, nowhere else.
  private static func unescaped(_ text: String) throws(SelectorError) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        guard [",", "=", "\\"].contains(character) else {
          throw SelectorError("invalid field selector: invalid escape sequence: \\\(character)")
        }
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "=" {
        throw SelectorError("invalid field selector: unescaped character in value: =")
      } else {
        result.append(character)
      }
    }
    return result
  }
}
