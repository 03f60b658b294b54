internal import OrderedCollections
package import PodEngine

/// YAML as `kubectl -o yaml` prints it (sigs.k8s.io/yaml, which is yaml.v2 inside): keys in its
/// natural order, lists not indented under their key, long scalars folded after column 80.
///
/// Our own writer, not Yams': libyaml's choice of quotes follows YAML 1.2 resolvers, writes emoji
/// and CR plainly and cannot be told yaml.v2's rules, and kubectl's bytes are part of what is
/// taught.
package enum YAMLText {
  /// The text of one document, without `---`, ending with a newline.
  package static func text(_ value: APIValue) -> String {
    var writer = YAMLWriter()
    writer.writeRoot(value)
    return writer.output
  }
}

/// Walks the tree and writes block collections; the scalars are in `YAMLWriter+Scalars`.
struct YAMLWriter {
  var output = ""
  /// Characters written on the current line.
  var column = 0
  /// The last character is white space, or the line is empty.
  var endsWithSpace = true
  /// Nothing but indentation and `- ` stands on the current line.
  var isIndentation = true

  mutating func writeRoot(_ value: APIValue) {
    write(value, indent: 0, parentIndent: 0, isKey: false)
    startLine(0)
  }

  /// `indent` is the column of the collection's entries; `parentIndent` that of what the value
  /// belongs to, two less than the lines on which a scalar goes on.
  private mutating func write(_ value: APIValue, indent: Int, parentIndent: Int, isKey: Bool) {
    switch value {
    case .object(let fields) where fields.isEmpty: writeIndicator("{}")
    case .array(let elements) where elements.isEmpty: writeIndicator("[]")
    case .object(let fields): writeFields(fields, indent: indent)
    case .array(let elements): writeElements(elements, indent: indent)
    case .null, .bool, .integer, .double, .string:
      writeScalar(value, indent: parentIndent + 2, isKey: isKey)
    }
  }

  private mutating func writeFields(_ fields: APIObject, indent: Int) {
    for key in fields.keys.sorted(by: YAMLKeyOrder.precedes) {
      startLine(indent)
      let isSimple = writeKey(key, indent: indent)
      let value = fields[key] ?? .null
      // A list stands at the column of its key, a map two further in; after `: ` both go on there.
      let inner = value.arrayValue == nil || !isSimple ? indent + 2 : indent
      write(value, indent: inner, parentIndent: indent, isKey: false)
    }
  }

  /// Whether the key was a simple one, without `? `.
  private mutating func writeKey(_ key: String, indent: Int) -> Bool {
    // yaml.v2 takes a key for simple when it is short and on one line; others get `? `.
    let isSimple = key.utf8.count <= 128 && !YAMLScalarShape(key).isMultiline
    if isSimple {
      writeScalar(.string(key), indent: indent + 2, isKey: true)
      put(":")
      endsWithSpace = false
      isIndentation = false
      return true
    }
    writeMarker("?")
    writeScalar(.string(key), indent: indent + 2, isKey: false)
    startLine(indent)
    writeMarker(":")
    return false
  }

  private mutating func writeElements(_ elements: [APIValue], indent: Int) {
    for element in elements {
      startLine(indent)
      writeMarker("-")
      write(element, indent: indent + 2, parentIndent: indent, isKey: false)
    }
  }

  /// `-`, `?` or `:` at the start of a line; what follows may still count as indentation.
  private mutating func writeMarker(_ marker: String) {
    if !endsWithSpace { put(" ") }
    put(marker)
    endsWithSpace = false
  }

  mutating func writeIndicator(_ text: String) {
    if !endsWithSpace { put(" ") }
    put(text)
    endsWithSpace = false
    isIndentation = false
  }

  /// Goes to column `indent` of a line that has nothing else, a new one if need be.
  mutating func startLine(_ indent: Int) {
    if !isIndentation || column > indent || (column == indent && !endsWithSpace) { lineBreak() }
    while column < indent { put(" ") }
    endsWithSpace = true
    isIndentation = true
  }

  mutating func lineBreak() {
    output += "\n"
    column = 0
    endsWithSpace = true
    isIndentation = true
  }

  mutating func put(_ text: String) {
    output += text
    column += text.unicodeScalars.count
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    output.unicodeScalars.append(scalar)
    column += 1
  }
}

/// The order of map keys in yaml.v2: letters after everything else, runs of digits by their value.
enum YAMLKeyOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return precedes(left, right, differingAt: index)
    }
    return left.count < right.count
  }

  private static func precedes(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], differingAt index: Int
  ) -> Bool {
    let (leftLetter, rightLetter) = (isLetter(left[index]), isLetter(right[index]))
    if leftLetter && rightLetter { return left[index] < right[index] }
    if leftLetter || rightLetter { return rightLetter }
    // A zero inside a number that has begun counts as a digit, not as the start of a shorter
    // number.
    let isInsideNumber =
      (left[index] == "0" || right[index] == "0")
      && left[..<index].reversed().prefix(while: isDigit).contains { $0 != "0" }
    let leftNumber = number(left, from: index, startingWith: isInsideNumber ? 1 : 0)
    let rightNumber = number(right, from: index, startingWith: isInsideNumber ? 1 : 0)
    if leftNumber.value != rightNumber.value { return leftNumber.value < rightNumber.value }
    if leftNumber.end != rightNumber.end { return leftNumber.end < rightNumber.end }
    return left[index] < right[index]
  }

  private static func number(
    _ text: [Unicode.Scalar], from start: Int, startingWith first: Int
  ) -> (value: Int, end: Int) {
    var value = first
    var end = start
    while end < text.count, isDigit(text[end]) {
      // Go's int64 wraps around here as well.
      value = value &* 10 &+ Int(text[end].properties.numericValue ?? 0)
      end += 1
    }
    return (value, end)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
