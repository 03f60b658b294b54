internal import Yams

/// The small YAML mapping at the head of a lesson, or a whole `pack.yaml`: scalars and lists of
/// scalars, no more.
struct FrontMatter: Sendable {
  struct Value: Sendable {
    enum Content: Sendable {
      case scalar(String)
      case list([String])
    }

    let content: Content
    let position: SourcePosition
  }

  struct Field: Sendable {
    let name: String
    let namePosition: SourcePosition
    let value: Value
  }

  let fields: [Field]
  /// Where the mapping begins: the place to name when a field is missing.
  let start: SourcePosition

  /// Longer ones are refused before the YAML reader sees them.
  static let maximumLines = 200

  /// Reads YAML that begins in a line of a file. Throws with the place in the file.
  init(_ lines: ArraySlice<String>, file: String, firstLine: Int) throws(SourceError) {
    start = SourcePosition(file, firstLine)
    guard lines.count <= Self.maximumLines else {
      throw SourceError(
        start, "\(lines.count) lines of YAML; \(Self.maximumLines) is the limit",
        advice: "A front matter has about ten lines; the lesson itself comes after it.")
    }
    let reader = NodeReader(file: file, firstLine: firstLine)
    fields = try reader.fields(of: lines.joined(separator: "\n") + "\n")
  }

  subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }
}

private struct NodeReader {
  let file: String
  let firstLine: Int

  func fields(of text: String) throws(SourceError) -> [FrontMatter.Field] {
    let root = try compose(text)
    guard let root, case .mapping(let mapping) = root else {
      throw SourceError(
        position(root?.mark), "this must be `name: value` lines",
        advice: "Begin with `podlab: 1`, `id: …`, `title: …`.")
    }
    var fields: [FrontMatter.Field] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        throw SourceError(
          position(key.mark), "a name must be a word", advice: "Write `name: value`.")
      }
      if fields.contains(where: { $0.name == name.string }) {
        throw SourceError(
          position(key.mark), "`\(name.string.withVisibleControls)` stands here twice",
          advice: "Keep one of the two.")
      }
      fields.append(
        FrontMatter.Field(
          name: name.string, namePosition: position(key.mark),
          value: try self.value(value, of: name.string)))
    }
    return fields
  }

  private func value(_ node: Node, of name: String) throws(SourceError) -> FrontMatter.Value {
    switch node {
    case .scalar(let scalar):
      return .init(content: .scalar(try safe(scalar, name)), position: position(node.mark))
    case .sequence(let sequence):
      var items: [String] = []
      for item in sequence {
        guard case .scalar(let scalar) = item else { throw tooDeep(item, name) }
        items.append(try safe(scalar, name))
      }
      return .init(content: .list(items), position: position(node.mark))
    case .mapping, .alias:
      throw tooDeep(node, name)
    }
  }

  /// YAML can write control characters without holding one: `"\\e[31m"`.
  private func safe(_ scalar: Node.Scalar, _ name: String) throws(SourceError) -> String {
    guard scalar.string.withVisibleControls != scalar.string else { return scalar.string }
    throw SourceError(
      position(scalar.mark), "`\(name)` holds a control character",
      advice: "Remove the escape sequence from its value.")
  }

  private func tooDeep(_ node: Node, _ name: String) -> SourceError {
    SourceError(
      position(node.mark), "`\(name)` can hold a text, a number or a list of them",
      advice: "Write `\(name): value` or `\(name): [one, two]`.")
  }

  private func compose(_ text: String) throws(SourceError) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch YamlError.scanner(_, let problem, let mark, _) {
      throw broken(problem, mark)
    } catch YamlError.parser(_, let problem, let mark, _) {
      throw broken(problem, mark)
    } catch YamlError.composer(_, let problem, let mark, _) {
      throw broken(problem, mark)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      let name = duplicates.min() ?? "a name"
      // Yams names the beginning of the mapping; the second line with the name is more use.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let second = lines.indices.filter { lines[$0].hasPrefix("\(name):") }.dropFirst().first
      throw SourceError(
        second.map { SourcePosition(file, firstLine + $0) } ?? position(context.mark),
        "`\(name)` stands here twice",
        advice: "Keep one of the two.")
    } catch {
      throw broken("the text cannot be read", nil)
    }
  }

  private func broken(_ problem: String, _ mark: Mark?) -> SourceError {
    SourceError(
      position(mark), "YAML: \(problem)",
      advice: "Write `name: value`; put a value with `:` or `#` into double quotes.")
  }

  private func position(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file, firstLine + (mark?.line ?? 1) - 1, mark?.column ?? 1)
  }
}

extension SourceLines {
  /// The front matter of a page, and the page without it: in its place stand empty lines, so that
  /// the numbers of the other lines stay.
  func frontMatter(_ problems: inout Problems) -> (FrontMatter?, body: String) {
    guard self[1] == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      problems.add(
        position(1), "the lesson has no front matter",
        advice: "Begin the file with `---`, `podlab: 1`, `id: …`, `title: …`, … and `---`.")
      return (nil, text)
    }
    let matter = problems.catching { () throws(SourceError) in
      try FrontMatter(lines[1..<end], file: file, firstLine: 2)
    }
    let body =
      String(repeating: "\n", count: end + 1)
      + lines.dropFirst(end + 1).joined(separator: "\n") + "\n"
    return (matter, body)
  }
}
