/// Turns statements into steps.
struct PythonCompiler {
  private(set) var codes: [PythonCode] = []
  var current = 0
  var span = PythonSpan(line: 1, start: 0, end: 0)
  var blocks: [Block] = []

  /// What surrounds a statement and must be left when it jumps out.
  enum Block {
    case loop(start: Int, leaving: [Int])
    /// A `try` whose handler is in force.
    case guarded
    /// What `finally` runs.
    case ending([PythonStatement])
  }

  static func compile(_ program: [PythonStatement]) throws(PythonSyntaxError) -> [PythonCode] {
    var compiler = PythonCompiler()
    compiler.codes = [PythonCode(name: "<module>")]
    try compiler.add(program)
    compiler.emit(.push(.none))
    compiler.emit(.giveBack)
    return compiler.codes
  }

  var next: Int { codes[current].steps.count }

  @discardableResult
  mutating func emit(_ step: PythonStep) -> Int {
    codes[current].steps.append(step)
    codes[current].spans.append(span)
    return next - 1
  }

  /// Fills in where a jump leads: to here.
  mutating func land(_ jumps: [Int]) {
    for jump in jumps {
      switch codes[current].steps[jump] {
      case .jump: codes[current].steps[jump] = .jump(next)
      case .jumpIfFalse: codes[current].steps[jump] = .jumpIfFalse(next)
      case .keepIfFalse: codes[current].steps[jump] = .keepIfFalse(next)
      case .keepIfTrue: codes[current].steps[jump] = .keepIfTrue(next)
      case .next: codes[current].steps[jump] = .next(next)
      case .enter: codes[current].steps[jump] = .enter(handler: next)
      default: break
      }
    }
  }

  // MARK: Statements

  mutating func add(_ statements: [PythonStatement]) throws(PythonSyntaxError) {
    for statement in statements { try add(statement) }
  }

  mutating func add(_ statement: PythonStatement) throws(PythonSyntaxError) {
    span = PythonSpan(line: statement.line, start: 0, end: 0)
    switch statement.kind {
    case .pass: break
    case .expression(let value):
      add(value)
      emit(.drop)
    case .assign(let targets, let value):
      add(value)
      for _ in targets.dropFirst() { emit(.duplicate) }
      for target in targets { store(in: target) }
    case .change(let target, let sign, let value): change(target, sign, value)
    case .branch(let branches, let otherwise): try addBranch(branches, otherwise)
    case .loop(let condition, let body): try addLoop(condition, body)
    case .each(let target, let source, let body): try addEach(target, source, body)
    case .attempt(let body, let handlers, let end): try addAttempt(body, handlers, end)
    case .define(let name, let parameters, let body): try define(name, parameters, body)
    case .importModule(let module, let name):
      emit(.importModule(module))
      storeName(String(name == module ? name.prefix { $0 != "." } : name[...]))
    case .importNames(let module, let names):
      for name in names {
        emit(.importName(module, name.name))
        storeName(name.alias)
      }
    case .raise(let value):
      if let value { add(value) }
      emit(.raise(hasValue: value != nil))
    case .giveBack(let value): try giveBack(value)
    case .check(let condition, let message): check(condition, message)
    case .leaveLoop: try leave("break")
    case .nextTurn: try leave("continue")
    }
  }

  mutating func giveBack(_ value: PythonExpression?) throws(PythonSyntaxError) {
    guard current > 0 else {
      throw PythonSyntaxError(text: "'return' outside function", line: span.line, column: 0)
    }
    if let value { add(value) } else { emit(.push(.none)) }
    try unwind(to: 0)
    emit(.giveBack)
  }

  /// Leaves the blocks above one, as a jump out of them does.
  mutating func unwind(to level: Int) throws(PythonSyntaxError) {
    let kept = blocks
    while blocks.count > level {
      switch blocks.removeLast() {
      case .loop: break
      case .guarded: emit(.leave)
      case .ending(let body): try add(body)
      }
    }
    blocks = kept
  }

  mutating func leave(_ word: String) throws(PythonSyntaxError) {
    let loop = blocks.lastIndex { if case .loop = $0 { true } else { false } }
    guard let loop, case .loop(let start, var leaving) = blocks[loop] else {
      let text = word == "break" ? "'break' outside loop" : "'continue' not properly in loop"
      throw PythonSyntaxError(text: text, line: span.line, column: 0)
    }
    try unwind(to: loop + 1)
    if word == "continue" {
      emit(.jump(start))
    } else {
      leaving.append(emit(.jump(0)))
      blocks[loop] = .loop(start: start, leaving: leaving)
    }
  }

  mutating func addBranch(
    _ branches: [PythonStatement.Branch], _ otherwise: [PythonStatement]
  ) throws(PythonSyntaxError) {
    var ends: [Int] = []
    for branch in branches {
      add(branch.condition)
      let skip = emit(.jumpIfFalse(0))
      try add(branch.body)
      ends.append(emit(.jump(0)))
      land([skip])
    }
    try add(otherwise)
    land(ends)
  }

  mutating func addLoop(
    _ condition: PythonExpression, _ body: [PythonStatement]
  ) throws(PythonSyntaxError) {
    let start = next
    add(condition)
    let end = emit(.jumpIfFalse(0))
    try addBody(body, start)
    land([end])
    landBreaks(dropsIterator: false)
  }

  mutating func addEach(
    _ target: PythonExpression, _ source: PythonExpression, _ body: [PythonStatement]
  ) throws(PythonSyntaxError) {
    add(source)
    emit(.iterate)
    let start = emit(.next(0))
    store(in: target)
    try addBody(body, start)
    let end = emit(.jump(0))
    landBreaks(dropsIterator: true)
    land([start, end])
  }

  mutating func addBody(
    _ body: [PythonStatement], _ start: Int
  ) throws(PythonSyntaxError) {
    blocks.append(.loop(start: start, leaving: []))
    try add(body)
    emit(.jump(start))
  }

  mutating func landBreaks(dropsIterator: Bool) {
    guard case .loop(_, let leaving)? = blocks.popLast() else { return }
    land(leaving)
    if dropsIterator { emit(.drop) }
  }

  mutating func addAttempt(
    _ body: [PythonStatement], _ handlers: [PythonStatement.Handler], _ end: [PythonStatement]
  ) throws(PythonSyntaxError) {
    let hasEnd = !end.isEmpty
    if hasEnd { blocks.append(.ending(end)) }
    let last = hasEnd ? emit(.enter(handler: 0)) : nil
    if hasEnd { blocks.append(.guarded) }
    let start = handlers.isEmpty ? nil : emit(.enter(handler: 0))
    if start != nil { blocks.append(.guarded) }
    try add(body)
    var ends: [Int] = []
    if let start {
      blocks.removeLast()
      emit(.leave)
      ends.append(emit(.jump(0)))
      land([start])
      try addHandlers(handlers, &ends)
    }
    land(ends)
    guard let last else { return }
    blocks.removeLast(2)
    emit(.leave)
    try add(end)
    let over = emit(.jump(0))
    land([last])
    try add(end)
    emit(.raise(hasValue: false))
    land([over])
  }

  mutating func addHandlers(
    _ handlers: [PythonStatement.Handler], _ ends: inout [Int]
  ) throws(PythonSyntaxError) {
    for handler in handlers {
      var skip: Int?
      if !handler.kinds.isEmpty {
        emit(.matches(handler.kinds))
        skip = emit(.jumpIfFalse(0))
      }
      if let name = handler.name {
        emit(.pushException)
        storeName(name)
      }
      try add(handler.body)
      emit(.clearException)
      ends.append(emit(.jump(0)))
      if let skip { land([skip]) }
    }
    emit(.raise(hasValue: false))
  }

  mutating func define(
    _ name: String, _ parameters: [PythonStatement.Parameter], _ body: [PythonStatement]
  ) throws(PythonSyntaxError) {
    let standards = parameters.compactMap(\.standard)
    for standard in standards { add(standard) }
    let (outer, outerBlocks, number) = (current, blocks, codes.count)
    codes.append(
      PythonCode(
        name: name, parameters: parameters.map(\.name), standards: standards.count,
        locals: Set(parameters.map(\.name))))
    (current, blocks) = (number, [])
    try add(body)
    emit(.push(.none))
    emit(.giveBack)
    (current, blocks) = (outer, outerBlocks)
    emit(.define(number, standards: standards.count))
    storeName(name)
  }

  mutating func check(_ condition: PythonExpression, _ message: PythonExpression?) {
    add(condition)
    let over = emit(.keepIfTrue(0))
    emit(.push(.exceptionKind("AssertionError")))
    if let message { add(message) }
    emit(.call(message == nil ? 0 : 1, keywords: []))
    emit(.raise(hasValue: true))
    land([over])
    emit(.drop)
  }

  // MARK: Giving values to names

  mutating func storeName(_ name: String) {
    codes[current].locals.insert(name)
    emit(.store(name))
  }

  mutating func store(in target: PythonExpression) {
    switch target.kind {
    case .name(let name): storeName(name)
    case .tuple(let parts), .list(let parts):
      emit(.unpack(parts.count))
      for part in parts { store(in: part) }
    case .item(let object, let key):
      add(object)
      add(key)
      emit(.storeItem)
    default: emit(.drop)
    }
  }

  mutating func change(
    _ target: PythonExpression, _ sign: String, _ value: PythonExpression
  ) {
    add(target)
    add(value)
    span = target.span
    emit(.binary(sign))
    store(in: target)
  }
}
