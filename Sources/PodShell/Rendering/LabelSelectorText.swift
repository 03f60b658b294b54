internal import PodEngine

/// Label selectors as texts.
enum LabelSelectorText {
  /// `app=x,tier in (a,b),!z`: `metav1.FormatLabelSelector`; `<none>` for a selector that selects
  /// everything or nothing.
  static func text(_ selector: APIValue?) -> String {
    requirements(selector).joined(separator: ",").orNone
  }

  /// The same without `<none>`: `labels.Selector.String()`.
  static func bareText(_ selector: APIValue?) -> String {
    requirements(selector).joined(separator: ",")
  }

  private static func requirements(_ selector: APIValue?) -> [String] {
    guard let selector else { return [] }
    let labels = selector.sortedMap("matchLabels").map {
      (key: $0.key, text: "\($0.key)=\($0.value)")
    }
    let expressions = selector.list("matchExpressions").map { expression in
      (key: expression.text("key"), text: text(expression: expression))
    }
    // Requirements are sorted by key alone, and matchLabels come first among equals.
    return (labels + expressions).enumerated()
      .sorted { left, right in
        left.element.key == right.element.key
          ? left.offset < right.offset : goOrder(left.element.key, right.element.key)
      }
      .map(\.element.text)
  }

  private static func text(expression: APIValue) -> String {
    let key = expression.text("key")
    let values = "(" + expression.texts("values").sorted(by: goOrder).joined(separator: ",") + ")"
    return switch expression.text("operator") {
    case "In": "\(key) in \(values)"
    case "NotIn": "\(key) notin \(values)"
    case "Exists": key
    case "DoesNotExist": "!\(key)"
    default: "\(key) \(expression.text("operator")) \(values)"
    }
  }

  /// `a=1,b=2`, `<none>` for no labels: `labels.FormatLabels`.
  static func text(labels: [(key: String, value: String)]) -> String {
    labels.map { "\($0.key)=\($0.value)" }.joined(separator: ",").orNone
  }
}
