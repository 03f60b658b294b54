/// Reads a lesson: front matter, `##` steps, `podlab` blocks, hints in `<details>`.
///
/// Reading runs nothing. Whether the lesson works is the question of `LessonLinter`.
package struct LessonParser: Sendable {
  /// A lesson with more steps is a course.
  static let maximumSteps = 40

  let source: SourceLines
  let isIncomplete: IsIncomplete
  var problems = Problems()
  var lesson: Lesson
  /// The step that is being read; nil before the first `##`.
  var step: LessonStep?
  /// The `<details>` that is open.
  var details: OpenDetails?
  var directives = Directives()

  struct OpenDetails: Sendable {
    let title: String
    let position: SourcePosition
    var condition: Assertion?
    var text: [MarkdownBlock] = []
    var holdsSolution = false
  }

  private init(_ source: SourceLines, _ isIncomplete: @escaping IsIncomplete) {
    (self.source, self.isIncomplete) = (source, isIncomplete)
    lesson = Lesson(file: source.file, head: LessonHead())
    lesson.digest = digest(source.text)
  }

  /// Throws everything that is wrong in the file.
  package static func parse(
    _ file: TextFile, isIncomplete: @escaping IsIncomplete
  ) throws(SourceErrors) -> Lesson {
    let source: SourceLines
    do { source = try SourceLines(file) } catch { throw SourceErrors([error]) }
    var parser = Self(source, isIncomplete)
    let (matter, body) = source.frontMatter(&parser.problems)
    if let matter {
      var reader = FieldReader(matter)
      parser.lesson.head = LessonHead(&reader)
      for error in reader.problems.errors { parser.problems.add(error) }
    }
    for block in MarkdownReader.blocks(of: body) { parser.read(block) }
    parser.finish()
    guard parser.problems.errors.isEmpty else { throw SourceErrors(parser.problems.errors) }
    return parser.lesson
  }

  private mutating func read(_ block: MarkdownBlock) {
    source.refuseControls(in: block, &problems)
    switch block.content {
    case .heading(level: 1, let text): readTitle(text, block)
    case .heading(level: 2, let text):
      finishStep()
      step = LessonStep(
        id: slug(text), title: text, position: source.position(block.lines.lowerBound))
    case .code(let info, _): readCode(info, block)
    case .html: readHTML(block)
    case .heading, .paragraph, .list, .quote, .rule: addProse(block)
    }
  }

  private mutating func readTitle(_ text: String, _ block: MarkdownBlock) {
    guard text != lesson.title, !lesson.title.isEmpty else { return }
    problems.add(
      source.position(block.lines.lowerBound),
      "the heading `\(text)` is not the title `\(lesson.title)`",
      advice: "Use the same words in the heading and in the front matter.")
  }

  mutating func addProse(_ block: MarkdownBlock) {
    if details != nil {
      details?.text.append(block)
    } else if step == nil {
      lesson.introduction.append(block)
    } else if step?.isChecked == true {
      step?.conclusion.append(block)
    } else {
      if step?.suggestions.isEmpty == false {
        problems.add(
          source.position(block.lines.lowerBound), "words behind `explore` are shown before it",
          advice: "Move them above the block, so that the page reads as the lesson does.")
      }
      step?.instruction.append(block)
    }
  }

  private mutating func finish() {
    if let details {
      problems.add(
        details.position, "`<details>` has no end", advice: "Close it with `</details>`.")
    }
    finishStep()
    if lesson.steps.isEmpty {
      problems.add(
        source.position(1), "the lesson has no step",
        advice: "Add a section `## TITLE` with a block ```podlab check ID.")
    }
    if lesson.steps.count > Self.maximumSteps {
      problems.add(
        source.position(1),
        "\(lesson.steps.count) steps; \(Self.maximumSteps) is the limit of a lesson",
        advice: "Split it into two lessons.")
    }
  }

  private mutating func finishStep() {
    guard let step else { return }
    if let other = lesson.steps.first(where: { $0.id == step.id }) {
      problems.add(
        step.position,
        "two steps have the id `\(step.id)`, this one and line \(other.position.line)",
        advice: "Progress is kept by id: give each check or quiz its own.")
    }
    lesson.steps.append(step)
    self.step = nil
  }
}

/// `Look at it` becomes `look-at-it`.
func slug(_ text: String) -> String {
  let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  return words.joined(separator: "-")
}

extension LessonHead {
  static let fields = [
    "podlab", "id", "title", "summary", "minutes", "level", "requires", "teaches", "covers", "seed",
    "nodes", "kubernetes", "authors", "license",
  ]

  init(_ reader: inout FieldReader) {
    reader.allow(Self.fields)
    _ = reader.number("podlab", in: 1...1)
    id = reader.identifier("id")
    title = reader.text("title")
    summary = reader.text("summary")
    minutes = reader.number("minutes", in: 1...120)
    level = reader.text("level", default: "")
    requires = reader.list("requires")
    teaches = reader.list("teaches")
    covers = reader.list("covers")
    seed = UInt64(reader.number("seed", default: 1, in: 0...1_000_000_000))
    nodes = reader.number("nodes", default: 3, in: 0...100)
    for statement in covers where !Self.isStatement(statement) {
      reader.problems.add(
        reader.position("covers"), "`\(statement)` is no statement of the founding article",
        advice: "They are S1 to S45; some have parts, such as S4a.")
    }
  }

  private static func isStatement(_ text: String) -> Bool {
    guard text.hasPrefix("S") else { return false }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), (1...45).contains(number) else { return false }
    let part = text.dropFirst(1 + digits.count)
    return part.isEmpty || ["a", "b", "c", "d"].contains(part)
  }
}

/// FNV-1a: tells one version of a text from another; no protection against anybody.
func digest(_ text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}
