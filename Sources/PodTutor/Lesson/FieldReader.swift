internal import PodShell

/// Reads typed values out of a front matter and notes what does not fit.
struct FieldReader: Sendable {
  let frontMatter: FrontMatter
  var problems = Problems()

  init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }

  /// Notes every field that is not of the format.
  mutating func allow(_ names: [String]) {
    for field in frontMatter.fields where !names.contains(field.name) {
      let guess = NearestName.to(field.name, among: names)
      problems.add(
        field.namePosition, "`\(field.name.withVisibleControls)` is no field of this format",
        advice: guess.map { "Did you mean `\($0)`?" }
          ?? "The fields are: \(names.joined(separator: ", ")).")
    }
  }

  mutating func text(_ name: String, default standard: String? = nil) -> String {
    guard let value = frontMatter[name] else {
      if standard == nil { missing(name) }
      return standard ?? ""
    }
    guard case .scalar(let text) = value.content, !text.isEmpty || standard != nil else {
      wrong(value, name, "a text")
      return ""
    }
    return text
  }

  mutating func number(_ name: String, default standard: Int? = nil, in range: ClosedRange<Int>)
    -> Int
  {
    guard let value = frontMatter[name] else {
      if standard == nil { missing(name) }
      return standard ?? range.lowerBound
    }
    guard case .scalar(let text) = value.content, let number = Int(text), range.contains(number)
    else {
      wrong(value, name, "a number from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return number
  }

  mutating func list(_ name: String) -> [String] {
    guard let value = frontMatter[name] else { return [] }
    guard case .list(let items) = value.content else {
      wrong(value, name, "a list, such as [one, two]")
      return []
    }
    return items
  }

  /// An id: a letter, then letters, digits and dashes.
  mutating func identifier(_ name: String) -> String {
    let text = text(name)
    guard let value = frontMatter[name], !text.isEmpty, !isIdentifier(text) else { return text }
    wrong(value, name, "an id of lower-case letters, digits and dashes that begins with a letter")
    return text
  }

  func position(_ name: String) -> SourcePosition {
    frontMatter[name]?.position ?? frontMatter.start
  }

  private mutating func missing(_ name: String) {
    problems.add(
      frontMatter.start, "`\(name)` is missing", advice: "Add a line `\(name): …` here.")
  }

  private mutating func wrong(_ value: FrontMatter.Value, _ name: String, _ wanted: String) {
    problems.add(
      value.position, "`\(name)` must be \(wanted)", advice: "Change the value behind `\(name):`.")
  }
}

/// True for `first-pod`: what may name a lesson, a step or a file of the state folder.
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
    text.utf8.count <= 63
  else { return false }
  return text.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
  }
}
