internal import PodEngine

extension DescribeWriter {
  /// Name, namespace, labels and annotations: how most descriptions begin.
  mutating func header(of object: APIValue) {
    field(0, "Name", object.name)
    field(0, "Namespace", object.namespace)
    labelsAndAnnotations(of: object)
  }

  mutating func labelsAndAnnotations(of object: APIValue) {
    labels("Labels", object.sortedMap("metadata", "labels"))
    annotations("Annotations", object.sortedMap("metadata", "annotations"))
  }

  /// `key=value`, one a line.
  mutating func labels(_ title: String, _ labels: [(key: String, value: String)]) {
    lines(title, labels.map { "\($0.key)=\($0.value)" })
  }

  /// A title and lines in the column of values; `<none>` without lines.
  mutating func lines(_ title: String, _ lines: [String], level: Int = 0) {
    field(level, title, lines.first ?? "<none>")
    for text in lines.dropFirst() { line(level, "\t\(text)") }
  }

  /// `key: value`; long values and those of several lines stand below their key.
  mutating func annotations(_ title: String, _ annotations: [(key: String, value: String)]) {
    let longest = 140
    let shown = annotations.filter {
      $0.key != "kubectl.kubernetes.io/last-applied-configuration"
    }
    if shown.isEmpty { return field(0, title, "<none>") }
    write(0, "\(title):\t")
    for (index, annotation) in shown.enumerated() {
      if index > 0 { write(0, "\t") }
      var value = annotation.value
      if value.hasSuffix("\n") { value.unicodeScalars.removeLast() }
      let length = value.utf8.count + annotation.key.utf8.count + 2
      if length <= longest, !value.unicodeScalars.contains("\n") {
        line(0, "\(annotation.key): \(value)")
        continue
      }
      line(0, "\(annotation.key):")
      for part in value.goLines { line(0, "\t  " + Self.shortened(part, to: longest - 2)) }
    }
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    guard text.utf8.count > length else { return text }
    return String(decoding: text.utf8.prefix(length), as: UTF8.self) + "..."
  }

  /// `Controlled By`, where a controller owns the object.
  mutating func controlledBy(_ object: APIValue) {
    guard let owner = object.controller else { return }
    field(0, "Controlled By", "\(owner.text("kind"))/\(owner.text("name"))")
  }

  /// The conditions of controllers: Type, Status, Reason.
  mutating func conditionsWithReason(of object: APIValue) {
    let conditions = object.list("status", "conditions")
    guard !conditions.isEmpty else { return }
    line(0, "Conditions:\n  Type\tStatus\tReason")
    line(1, "----\t------\t------")
    for condition in conditions {
      line(
        1, "\(condition.text("type")) \t\(condition.text("status"))\t\(condition.text("reason"))")
    }
  }
}

extension String {
  /// The parts between newlines, as Go's `strings.Split(text, "\n")` gives them.
  var goLines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
}
