internal import CYaml

/// The events of one YAML document, from libyaml, which Yams carries with it.
///
/// The events and not Yams' own trees: Yams compares and hashes whole keys when it looks for
/// duplicates, which an alias in a key makes exponential (`{? [*a, *a]: …}` nested thirty deep),
/// and says neither which line holds the second of two keys nor how much aliases stand for. This
/// file is the only one that knows libyaml's C interface.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// One event, with the place where it starts, counted from 1.
  struct Event {
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd
      case alias(String)
      case scalar(text: String, isPlain: Bool)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }
    let kind: Kind
    var anchor: String?
    var tag: String?
    let line: Int
    let column: Int
  }

  /// What libyaml found wrong; lines and columns count from 0 as libyaml does.
  struct Problem: Error {
    enum Stage { case reader, scanner, parser, memory }
    let stage: Stage
    let text: String
    let line: Int
    let column: Int
    let contextLine: Int
  }

  init(_ text: some Collection<UInt8>) {
    unsafe input = .allocate(capacity: max(1, text.count))
    _ = unsafe input.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after `streamEnd` there is none to ask for.
  func next() throws(Problem) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Self.event(from: event)
  }

  private var problem: Problem {
    let stage: Problem.Stage =
      switch unsafe parser.pointee.error {
      case YAML_SCANNER_ERROR: .scanner
      case YAML_PARSER_ERROR: .parser
      case YAML_MEMORY_ERROR: .memory
      default: .reader
      }
    let pointer = unsafe parser.pointee.problem
    let text = unsafe pointer.map { unsafe String(cString: $0) }
    return unsafe Problem(
      stage: stage, text: text ?? "unknown problem parsing YAML content",
      line: parser.pointee.problem_mark.line, column: parser.pointee.problem_mark.column,
      contextLine: parser.pointee.context_mark.line)
  }

  private static func event(from event: yaml_event_t) -> Event {
    let line = unsafe event.start_mark.line + 1
    let column = unsafe event.start_mark.column + 1
    switch unsafe event.type {
    case YAML_ALIAS_EVENT:
      let name = unsafe text(event.data.alias.anchor) ?? ""
      return Event(kind: .alias(name), line: line, column: column)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let kind = unsafe Event.Kind.scalar(
        text: String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      return unsafe Event(
        kind: kind, anchor: text(scalar.anchor), tag: text(scalar.tag), line: line, column: column)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe Event(
        kind: .sequenceStart, anchor: text(start.anchor), tag: text(start.tag), line: line,
        column: column)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe Event(
        kind: .mappingStart, anchor: text(start.anchor), tag: text(start.tag), line: line,
        column: column)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, line: line, column: column)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, line: line, column: column)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, line: line, column: column)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, line: line, column: column)
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, line: line, column: column)
    default: return Event(kind: .streamEnd, line: line, column: column)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
