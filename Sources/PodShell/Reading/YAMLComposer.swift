internal import OrderedCollections
internal import PodEngine

/// Builds the tree of one YAML document from its events, by the rules of sigs.k8s.io/yaml: YAML 1.1
/// words, merge keys, keys of any scalar type turned into text.
///
/// Aliases share storage, so a document of 400 bytes that stands for a billion values is cheap to
/// build; everything that walks the tree afterwards would not be. So the composer counts what the
/// aliases stand for.
struct YAMLComposer: ~Copyable {
  /// Values in one document, with aliases counted as often as they are used.
  static let nodeLimit = 1_000_000
  /// Values that come from aliases alone. kubectl has a limit of the same kind and text.
  static let aliasedNodeLimit = 100_000
  /// Nested lists and maps. kubectl allows 10000; no API type of Kubernetes nests deeper than 60.
  static let depthLimit = 500

  private let events: YAMLEvents
  /// Lines before the document in its file.
  private let lineOffset: Int
  private var anchors: [String: Composed] = [:]
  private var openAnchors: [String] = []
  private var nodeCount = 0
  private var aliasedNodeCount = 0

  struct Composed {
    var value: APIValue
    var map: SourceMap
    /// Values inside, itself included.
    var count: Int
  }

  /// What is wrong with a document, in the words of kubectl, without `error parsing FILE: …`.
  struct Failure: Error {
    let kind: ManifestError.Kind
    var text: String
    /// In the document, counted from 1; nil where unknown.
    var line: Int?
    var column: Int?
    var advice = "Correct the YAML at this place."
  }

  init(_ text: some Collection<UInt8>, lineOffset: Int) {
    events = YAMLEvents(text)
    self.lineOffset = lineOffset
  }

  /// The only document of the text; nil where there is nothing but comments.
  mutating func compose() throws(Failure) -> Composed? {
    while true {
      let event = try next()
      switch event.kind {
      case .streamStart, .documentStart, .documentEnd: continue
      case .streamEnd: return nil
      case .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd:
        let composed = try compose(event, depth: 0)
        try finishDocument()
        return composed
      }
    }
  }

  /// What stands behind the value may still be wrong. Documents after `...` are ignored, as kubectl
  /// does.
  private func finishDocument() throws(Failure) {
    // The end of the document is the next event, or there is an error.
    _ = try next()
  }

  private func next() throws(Failure) -> YAMLEvents.Event {
    do { return try events.next() } catch { throw Self.failure(error) }
  }

  private mutating func compose(_ event: YAMLEvents.Event, depth: Int) throws(Failure) -> Composed {
    if depth > Self.depthLimit {
      throw Failure(
        kind: .limit, text: "yaml: line \(event.line): exceeded max depth of \(Self.depthLimit)",
        line: event.line, column: event.column, advice: "Nest lists and maps less deeply.")
    }
    if case .alias(let name) = event.kind { return try resolveAlias(name, event) }
    if let anchor = event.anchor { openAnchors.append(anchor) }
    var composed = try composeValue(event, depth: depth)
    composed.map = event.map(offset: lineOffset, like: composed.map)
    if let anchor = event.anchor {
      openAnchors.removeLast()
      anchors[anchor] = composed
    }
    return composed
  }

  private mutating func composeValue(
    _ event: YAMLEvents.Event, depth: Int
  ) throws(Failure) -> Composed {
    switch event.kind {
    case .scalar(let text, let isPlain):
      try count(1, event)
      return Composed(
        value: try YAMLTag.value(of: text, isPlain: isPlain, tag: event.tag, event),
        map: event.map(offset: lineOffset), count: 1)
    case .sequenceStart: return try composeSequence(event, depth: depth)
    case .mappingStart: return try composeMapping(event, depth: depth)
    case .alias, .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      throw Failure(
        kind: .syntax, text: "yaml: did not find expected node content", line: event.line,
        column: event.column)
    }
  }

  private mutating func resolveAlias(
    _ name: String, _ event: YAMLEvents.Event
  ) throws(Failure) -> Composed {
    if openAnchors.contains(name) {
      throw Failure(
        kind: .syntax, text: "yaml: anchor '\(name)' value contains itself", line: event.line,
        column: event.column, advice: "An alias cannot stand inside the value it names.")
    }
    guard var composed = anchors[name] else {
      throw Failure(
        kind: .syntax, text: "yaml: unknown anchor '\(name)' referenced", line: event.line,
        column: event.column, advice: "Define &\(name) before *\(name).")
    }
    aliasedNodeCount += composed.count
    if aliasedNodeCount > Self.aliasedNodeLimit {
      throw Failure(
        kind: .limit, text: "yaml: document contains excessive aliasing", line: event.line,
        column: event.column,
        advice: "Aliases may stand for \(Self.aliasedNodeLimit) values at most; write them out.")
    }
    try count(composed.count, event)
    (composed.map.keyLine, composed.map.keyColumn) = (event.line + lineOffset, event.column)
    return composed
  }

  private mutating func count(_ nodes: Int, _ event: YAMLEvents.Event) throws(Failure) {
    nodeCount += nodes
    if nodeCount > Self.nodeLimit {
      throw Failure(
        kind: .limit, text: "yaml: line \(event.line): more than \(Self.nodeLimit) values",
        line: event.line, column: event.column, advice: "Split the file into several documents.")
    }
  }

  private mutating func composeSequence(
    _ start: YAMLEvents.Event, depth: Int
  ) throws(Failure) -> Composed {
    try count(1, start)
    var elements: [APIValue] = []
    var map = start.map(offset: lineOffset)
    var total = 1
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { break }
      let element = try compose(event, depth: depth + 1)
      elements.append(element.value)
      map.elements.append(element.map)
      total += element.count
    }
    return Composed(value: .array(elements), map: map, count: total)
  }

  private mutating func composeMapping(
    _ start: YAMLEvents.Event, depth: Int
  ) throws(Failure) -> Composed {
    try count(1, start)
    var mapping = YAMLMapping(map: start.map(offset: lineOffset))
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { break }
      let isMerge = event.isMergeKey
      let key = try compose(event, depth: depth + 1)
      let value = try compose(try next(), depth: depth + 1)
      if isMerge {
        try mapping.merge(value, event)
      } else {
        let text = try YAMLTag.keyText(key.value, of: event, value: value.value)
        try mapping.add(text, value, event, offset: lineOffset)
      }
    }
    return mapping.composed
  }

  /// yaml.v2 names a line only when it is not the first, and counts a scanner's lines from 1 but a
  /// parser's from 0.
  private static func failure(_ problem: YAMLEvents.Problem) -> Failure {
    if problem.stage == .memory || problem.text.hasPrefix("Maximum nesting level") {
      // libyaml has a limit of its own and looks further ahead than the composer.
      return Failure(
        kind: .limit, text: "yaml: exceeded max depth of \(depthLimit)",
        advice: "Nest lists and maps less deeply.")
    }
    let shown: Int =
      switch problem.stage {
      case .scanner: problem.line == 0 ? problem.contextLine : problem.line + 1
      case .parser: problem.line == 0 ? problem.contextLine : problem.line
      case .reader, .memory: 0
      }
    let place = shown == 0 ? "" : "line \(shown): "
    let hasPlace = problem.stage == .scanner || problem.stage == .parser
    return Failure(
      kind: .syntax, text: "yaml: \(place)\(problem.text)", line: hasPlace ? problem.line + 1 : nil,
      column: hasPlace ? problem.column + 1 : nil, advice: advice(for: problem))
  }

  private static func advice(for problem: YAMLEvents.Problem) -> String {
    switch problem.text {
    case "found character that cannot start any token",
      "found a tab character that violates indentation":
      "Indent with spaces, not with tabs, and put words that start with @, ` or % in quotes."
    case "mapping values are not allowed in this context":
      "Put a text that contains ': ' in quotes, or check the indentation."
    case "could not find expected ':'": "Every key needs a colon and a space after it."
    case "did not find expected key", "did not find expected '-' indicator":
      "Check the indentation: entries of one map or list start in the same column."
    case "control characters are not allowed": "The file is not text; is it the right one?"
    case "found unexpected end of stream": "A quoted text is not closed."
    default: "Correct the YAML at this place."
    }
  }
}

/// The fields of one map while it is read.
private struct YAMLMapping {
  private var fields: APIObject = [:]
  private var map: SourceMap
  private var count = 1
  /// Keys that stand in the map itself; those that came by a merge may be written again.
  private var ownKeys: Set<String> = []

  init(map: SourceMap) { self.map = map }

  var composed: YAMLComposer.Composed {
    YAMLComposer.Composed(value: .object(fields), map: map, count: count)
  }

  mutating func add(
    _ key: String, _ value: YAMLComposer.Composed, _ event: YAMLEvents.Event, offset: Int
  ) throws(YAMLComposer.Failure) {
    guard ownKeys.insert(key).inserted else {
      // kubectl keeps the last of two without a word; for a learner that is a trap, so podlab
      // refuses with the text of Kubernetes' strict decoder.
      throw YAMLComposer.Failure(
        kind: .duplicateKey,
        text: "yaml: unmarshal errors:\n  line \(event.line): key \(JSONText.quoted(key)) already "
          + "set in map",
        line: event.line, column: event.column,
        advice: "Remove one of the two; kubectl would silently use the last.")
    }
    fields[key] = value.value
    var part = value.map
    (part.keyLine, part.keyColumn) = (event.line + offset, event.column)
    map.fields[key] = part
    count += value.count + 1
  }

  /// `<<: *a` or `<<: [*a, *b]`: fields from elsewhere. Of several sources the first wins; as in
  /// yaml.v2, they replace what was written before the merge and not what is written after it.
  mutating func merge(
    _ source: YAMLComposer.Composed, _ event: YAMLEvents.Event
  ) throws(YAMLComposer.Failure) {
    switch source.value {
    case .object(let merged):
      for (key, value) in merged {
        fields[key] = value
        map.fields[key] = source.map.fields[key]
      }
      count += source.count
    case .array(let sources):
      for (index, value) in sources.enumerated().reversed() {
        guard value.objectValue != nil else { throw Self.badMerge(event) }
        try merge(
          YAMLComposer.Composed(value: value, map: source.map.elements[index], count: 0), event)
      }
      count += source.count
    case .null, .bool, .integer, .double, .string: throw Self.badMerge(event)
    }
  }

  private static func badMerge(_ event: YAMLEvents.Event) -> YAMLComposer.Failure {
    YAMLComposer.Failure(
      kind: .syntax, text: "yaml: map merge requires map or sequence of maps as the value",
      line: event.line, column: event.column)
  }
}

extension YAMLEvents.Event {
  fileprivate var isMergeKey: Bool {
    guard case .scalar("<<", let isPlain) = kind else { return false }
    return isPlain && tag == nil || tag == "tag:yaml.org,2002:merge"
  }

  fileprivate func map(offset: Int) -> SourceMap {
    SourceMap(line: line + offset, column: column)
  }

  fileprivate func map(offset: Int, like map: SourceMap) -> SourceMap {
    var result = self.map(offset: offset)
    (result.fields, result.elements) = (map.fields, map.elements)
    return result
  }
}
