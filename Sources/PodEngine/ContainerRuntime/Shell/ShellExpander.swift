/// A word after expansion: pieces that were quoted, in which patterns are not active, and pieces
/// that were not.
struct ExpandedField: Sendable {
  private(set) var pieces: [(bytes: Bytes, isQuoted: Bool)] = []

  private(set) var weight = 0

  mutating func append(_ bytes: Bytes, isQuoted: Bool) {
    pieces.append((bytes, isQuoted))
    weight += bytes.weight
  }

  var value: Bytes {
    var result = Bytes()
    for piece in pieces { result.append(piece.bytes) }
    return result
  }

  /// The field as a pattern.
  var pattern: [UInt8] {
    pieces.flatMap { piece in
      let bytes = piece.bytes.array(limit: RuntimeLimits.textBytes) ?? []
      return piece.isQuoted ? ShellPattern.escaping(bytes) : bytes
    }
  }

  var mayBePattern: Bool {
    pieces.contains { piece in
      !piece.isQuoted && "*?[".utf8.contains { piece.bytes.contains($0) }
    }
  }
}

/// Expands words. It changes nothing but its own copy of the variables: where it meets a command
/// substitution whose output it does not have yet it stops and names the command, and the shell
/// starts it over when that has run.
struct ShellExpander {
  var variables: ShellVariables
  private let outputs: [Bytes]
  private var usedOutputs = 0
  private var complete: [ExpandedField] = []
  private var open: ExpandedField?
  private var wordLimit = RuntimeLimits.wordsPerCommand

  enum Stop: Error, Sendable {
    case needs(ShellCommand)
    case failed(String)
    /// A parameter that has to have a value has none.
    case unset(String)
  }

  init(variables: ShellVariables, outputs: [Bytes]) {
    self.variables = variables
    self.outputs = outputs
  }

  /// The fields that words expand to, cut at `IFS`; patterns are still patterns.
  mutating func fields(_ words: [Word]) throws(Stop) -> [ExpandedField] {
    complete = []
    for word in words {
      try expand(word, isQuoted: false, splits: true)
      finishField()
    }
    return complete
  }

  /// One field, not cut: for assignments, redirections, `case`.
  mutating func single(_ word: Word) throws(Stop) -> ExpandedField {
    complete = []
    open = ExpandedField()
    try expand(word, isQuoted: false, splits: false)
    let field = open ?? ExpandedField()
    open = nil
    return field
  }

  // MARK: Building fields

  private mutating func finishField() {
    if let field = open { complete.append(field) }
    open = nil
  }

  private mutating func append(_ bytes: Bytes, isQuoted: Bool) throws(Stop) {
    var field = open ?? ExpandedField()
    field.append(bytes, isQuoted: isQuoted)
    open = field
    guard field.weight <= RuntimeLimits.wordWeight else {
      let limit = RuntimeLimits.wordWeight
      throw .failed("a word of more than \(limit) bytes (podlab's limit wordWeight)")
    }
  }

  /// Adds an unquoted value, cutting it at the separators.
  private mutating func appendSplit(_ bytes: Bytes) throws(Stop) {
    let separators = variables.fieldSeparators
    guard separators.contains(where: { bytes.contains($0) }) else {
      if !bytes.isEmpty { try append(bytes, isQuoted: false) }
      return
    }
    guard let text = bytes.array(limit: 8 * RuntimeLimits.textBytes) else {
      throw .failed(
        "a value of more than \(8 * RuntimeLimits.textBytes) bytes cannot be split (podlab's limit)"
      )
    }
    var current: [UInt8] = []
    var wasSeparator = false
    for byte in text {
      guard separators.contains(byte) else {
        if wasSeparator { finishField() }
        wasSeparator = false
        current.append(byte)
        continue
      }
      let isWhite = byte == 32 || byte == 9 || byte == 10
      if !current.isEmpty {
        try append(Bytes(current), isQuoted: false)
        current = []
      } else if !isWhite, !wasSeparator {
        try append(Bytes(), isQuoted: false)
      }
      if !isWhite, wasSeparator, open == nil { try append(Bytes(), isQuoted: false) }
      if !isWhite { finishField() } else { wasSeparator = true }
      guard complete.count <= wordLimit else {
        throw .failed("more than \(wordLimit) words in a command (podlab's limit wordsPerCommand)")
      }
    }
    if !current.isEmpty {
      try append(Bytes(current), isQuoted: false)
    } else if wasSeparator {
      finishField()
    }
  }

  // MARK: Parts

  private mutating func expand(_ word: Word, isQuoted: Bool, splits: Bool) throws(Stop) {
    for part in word {
      switch part {
      case .plain(let bytes): try append(Bytes(bytes), isQuoted: isQuoted)
      case .quoted(let bytes): try append(Bytes(bytes), isQuoted: true)
      case .doubleQuoted(let inner):
        if !inner.isOnlyAll { try append(Bytes(), isQuoted: true) }
        try expand(inner, isQuoted: true, splits: splits)
      case .home:
        try append(variables.parameter("HOME") ?? Bytes("/root"), isQuoted: true)
      case .substitution(let command):
        let output = try output(of: command)
        try add(output, isQuoted: isQuoted, splits: splits)
      case .arithmetic(let inner):
        let value = try arithmetic(inner)
        try add(Bytes(String(value)), isQuoted: isQuoted, splits: splits)
      case .parameter(let parameter):
        try expand(parameter, isQuoted: isQuoted, splits: splits)
      }
    }
  }

  private mutating func add(_ bytes: Bytes, isQuoted: Bool, splits: Bool) throws(Stop) {
    if isQuoted || !splits { try append(bytes, isQuoted: isQuoted) } else { try appendSplit(bytes) }
  }

  private mutating func output(of command: ShellCommand) throws(Stop) -> Bytes {
    guard usedOutputs < outputs.count else { throw .needs(command) }
    usedOutputs += 1
    return outputs[usedOutputs - 1]
  }

  mutating func arithmetic(_ word: Word) throws(Stop) -> Int {
    let text = try text(of: word)
    if text.contains("RANDOM") { variables.drawRandom() }
    let variables = variables
    var evaluator = ShellArithmetic(text, dialect: variables.dialect) {
      variables.parameter($0)?.text()
    }
    do throws(ShellArithmetic.Failure) {
      let value = try evaluator.value()
      for assignment in evaluator.assignments {
        self.variables.set(assignment.name, Bytes(String(assignment.value)))
      }
      return value
    } catch { throw .failed(evaluator.text(of: error)) }
  }

  /// A word expanded on its own, without cutting.
  private mutating func nestedField(_ word: Word) throws(Stop) -> ExpandedField {
    let saved = (complete, open)
    defer { (complete, open) = saved }
    (complete, open) = ([], ExpandedField())
    try expand(word, isQuoted: false, splits: false)
    return open ?? ExpandedField()
  }

  private mutating func text(of word: Word) throws(Stop) -> String {
    try nestedField(word).value.text()
  }

  // MARK: Parameters

  private mutating func expand(
    _ parameter: ParameterExpansion, isQuoted: Bool, splits: Bool
  ) throws(Stop) {
    if parameter.operation == .none, parameter.name == "@" || parameter.name == "*" {
      return try expandAll(
        variables.positional, joined: parameter.name == "*", isQuoted: isQuoted, splits: splits)
    }
    if try expandElements(parameter, isQuoted: isQuoted, splits: splits) { return }
    let value = try value(of: parameter)
    let isMissing = value == nil || parameter.treatsEmptyAsUnset && value?.isEmpty == true
    switch parameter.operation {
    case .useDefault where isMissing, .useAlternative where !isMissing:
      return try expand(parameter.word, isQuoted: isQuoted, splits: splits)
    case .useAlternative: return
    case .assignDefault where isMissing:
      let field = try nestedField(parameter.word).value
      guard variables.set(parameter.name, field) else {
        throw .failed("\(parameter.name): is read only")
      }
      return try add(field, isQuoted: isQuoted, splits: splits)
    case .requireValue where isMissing:
      let message = try text(of: parameter.word)
      throw .unset("\(parameter.name): \(message.isEmpty ? "parameter not set" : message)")
    case .none, .length, .useDefault, .assignDefault, .requireValue, .removeSmallestPrefix,
      .removeLargestPrefix, .removeSmallestSuffix, .removeLargestSuffix, .substring,
      .replaceFirst, .replaceAll, .upperFirst, .upperAll, .lowerFirst, .lowerAll:
      if value == nil, variables.failsOnUnset, parameter.name != "@", parameter.name != "*" {
        let text = variables.dialect == .bash ? "unbound variable" : "parameter not set"
        throw .unset("\(parameter.name): \(text)")
      }
      let result = try transformed(value ?? Bytes(), parameter)
      try add(result, isQuoted: isQuoted, splits: splits)
    }
  }

  /// The value of a parameter that is one value; `RANDOM` is another each time.
  private mutating func value(of parameter: ParameterExpansion) throws(Stop) -> Bytes? {
    if parameter.isIndirect {
      return variables.parameter(parameter.name).flatMap { variables.parameter($0.text()) }
    }
    guard case .index(let word)? = parameter.element else {
      if parameter.name == "RANDOM" { variables.drawRandom() }
      return variables.parameter(parameter.name)
    }
    return variables.element(try arithmetic(word), of: parameter.name)
  }

  /// `${a[@]}` and what can be made of it; false where one value is meant.
  private mutating func expandElements(
    _ parameter: ParameterExpansion, isQuoted: Bool, splits: Bool
  ) throws(Stop) -> Bool {
    let isJoined: Bool
    switch parameter.element {
    case .all?: isJoined = false
    case .joined?: isJoined = true
    case .index?, nil: return false
    }
    let elements = variables.elements(of: parameter.name)
    var values = elements.map(\.value)
    switch parameter.operation {
    case .none where parameter.isIndirect: values = elements.map { Bytes(String($0.index)) }
    case .none: break
    case .length: values = [Bytes(String(elements.count))]
    case .substring: values = try slice(elements, parameter)
    case .useDefault, .assignDefault, .requireValue, .useAlternative:
      if elements.isEmpty == (parameter.operation == .useAlternative) { break }
      try expand(parameter.word, isQuoted: isQuoted, splits: splits)
      return true
    case .removeSmallestPrefix, .removeLargestPrefix, .removeSmallestSuffix, .removeLargestSuffix,
      .replaceFirst, .replaceAll, .upperFirst, .upperAll, .lowerFirst, .lowerAll:
      values = []
      for element in elements { values.append(try transformed(element.value, parameter)) }
    }
    try expandAll(values, joined: isJoined, isQuoted: isQuoted, splits: splits)
    return true
  }

  /// `${a[@]:from:count}`.
  private mutating func slice(
    _ elements: [ArrayElement], _ parameter: ParameterExpansion
  ) throws(Stop) -> [Bytes] {
    var start = try arithmetic(parameter.word)
    if start < 0 { start += (elements.last?.index ?? -1) + 1 }
    let rest = elements.filter { $0.index >= start }.map(\.value)
    guard !parameter.secondWord.isEmpty else { return rest }
    return Array(rest.prefix(max(0, try arithmetic(parameter.secondWord))))
  }

  private mutating func expandAll(
    _ values: [Bytes], joined: Bool, isQuoted: Bool, splits: Bool
  ) throws(Stop) {
    guard splits, !(isQuoted && joined) else {
      let separator = variables.fieldSeparators.first.map { Bytes([$0]) } ?? Bytes()
      return try append(
        Bytes.joined(values, with: joined ? separator : Bytes(" ")), isQuoted: isQuoted)
    }
    for (index, value) in values.enumerated() {
      if index > 0 { finishField() }
      if isQuoted { try append(value, isQuoted: true) } else { try appendSplit(value) }
    }
  }

  private mutating func transformed(_ value: Bytes, _ parameter: ParameterExpansion)
    throws(Stop) -> Bytes
  {
    switch parameter.operation {
    case .none, .useDefault, .assignDefault, .requireValue, .useAlternative: return value
    case .length:
      let name = parameter.name
      if name == "@" || name == "*" { return Bytes(String(variables.positional.count)) }
      let length = value.count > RuntimeLimits.textBytes ? value.count : value.text().count
      return Bytes(String(length))
    case .removeSmallestPrefix, .removeLargestPrefix, .removeSmallestSuffix, .removeLargestSuffix:
      return try trimmed(value, parameter)
    case .substring: return try substring(value, parameter)
    case .replaceFirst, .replaceAll: return try replaced(value, parameter)
    case .upperAll: return Bytes(value.text().uppercased())
    case .lowerAll: return Bytes(value.text().lowercased())
    case .upperFirst: return Bytes(value.text().prefix(1).uppercased() + value.text().dropFirst())
    case .lowerFirst: return Bytes(value.text().prefix(1).lowercased() + value.text().dropFirst())
    }
  }

  private func held(_ value: Bytes) throws(Stop) -> [UInt8] {
    guard let text = value.array(limit: 8_192) else {
      throw .failed("a pattern cannot be matched with more than 8192 bytes (podlab's limit)")
    }
    return text
  }

  private mutating func trimmed(_ value: Bytes, _ parameter: ParameterExpansion)
    throws(Stop) -> Bytes
  {
    let pattern = ShellPattern(try nestedField(parameter.word).pattern)
    let text = try held(value)
    switch parameter.operation {
    case .removeSmallestPrefix, .removeLargestPrefix:
      let isLargest = parameter.operation == .removeLargestPrefix
      let length = pattern.prefixLength(in: text, isLargest: isLargest) ?? 0
      return Bytes(Array(text[length...]))
    case .removeSmallestSuffix, .removeLargestSuffix:
      let isLargest = parameter.operation == .removeLargestSuffix
      let start = pattern.suffixStart(in: text, isLargest: isLargest) ?? text.count
      return Bytes(Array(text[..<start]))
    case .none, .length, .useDefault, .assignDefault, .requireValue, .useAlternative, .substring,
      .replaceFirst, .replaceAll, .upperFirst, .upperAll, .lowerFirst, .lowerAll:
      return value
    }
  }

  private mutating func substring(_ value: Bytes, _ parameter: ParameterExpansion)
    throws(Stop) -> Bytes
  {
    let count = value.count
    var start = try arithmetic(parameter.word)
    if start < 0 { start = max(0, count + start) }
    start = min(start, count)
    guard !parameter.secondWord.isEmpty else {
      return value.slice(from: start, length: count - start)
    }
    var length = try arithmetic(parameter.secondWord)
    if length < 0 { length = max(0, count - start + length) }
    return value.slice(from: start, length: min(length, count - start))
  }

  private mutating func replaced(_ value: Bytes, _ parameter: ParameterExpansion)
    throws(Stop) -> Bytes
  {
    let pattern = ShellPattern(try nestedField(parameter.word).pattern)
    let replacement = try nestedField(parameter.secondWord).value
    let text = try held(value)
    var result = Bytes()
    var index = 0
    var isDone = false
    while index < text.count {
      let rest = Array(text[index...])
      if !isDone, let length = pattern.prefixLength(in: rest, isLargest: true), length > 0 {
        result.append(replacement)
        index += length
        isDone = parameter.operation == .replaceFirst
      } else {
        result.append(Bytes([text[index]]))
        index += 1
      }
    }
    return result
  }
}

extension Word {
  /// `"$@"` alone: no field at all where there are no parameters.
  fileprivate var isOnlyAll: Bool {
    guard count == 1, case .parameter(let parameter)? = first else { return false }
    if case .all? = parameter.element { return parameter.operation != .length }
    return parameter.name == "@" && parameter.operation == .none
  }
}
