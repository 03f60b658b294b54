extension PythonCompiler {
  mutating func add(_ expression: PythonExpression) {
    let outer = span
    addKind(expression)
    span = outer
  }

  private mutating func addKind(_ expression: PythonExpression) {
    func own(_ step: PythonStep) {
      span = expression.span
      emit(step)
    }
    switch expression.kind {
    case .constant(let value): emit(.push(value))
    case .name(let name): own(.load(name))
    case .format(let parts): addFormat(parts)
    case .list(let elements):
      for element in elements { add(element) }
      emit(.makeList(elements.count))
    case .tuple(let elements):
      for element in elements { add(element) }
      emit(.makeTuple(elements.count))
    case .dictionary(let pairs):
      for pair in pairs {
        add(pair.key)
        add(pair.value)
      }
      own(.makeTable(pairs.count))
    case .attribute(let object, let name):
      add(object)
      own(.attribute(name))
    case .item(let object, let key):
      add(object)
      add(key)
      own(.item)
    case .slice(let object, let lower, let upper):
      add(object)
      if let lower { add(lower) }
      if let upper { add(upper) }
      own(.slice(hasLower: lower != nil, hasUpper: upper != nil))
    case .call(let function, let arguments, let keywords):
      add(function)
      for argument in arguments { add(argument) }
      for keyword in keywords { add(keyword.value) }
      own(.call(arguments.count, keywords: keywords.map(\.name)))
    case .unary(let sign, let value):
      add(value)
      own(.unary(sign))
    case .binary(let sign, let left, let right):
      add(left)
      add(right)
      own(.binary(sign))
    case .comparison(let first, let rest): addComparison(first, rest, expression.span)
    case .both(let left, let right): addShort(left, right, .keepIfFalse(0))
    case .either(let left, let right): addShort(left, right, .keepIfTrue(0))
    case .conditional(let condition, let then, let otherwise):
      add(condition)
      let skip = emit(.jumpIfFalse(0))
      add(then)
      let end = emit(.jump(0))
      land([skip])
      add(otherwise)
      land([end])
    }
  }

  private mutating func addFormat(_ parts: [PythonExpression.FormatPart]) {
    var forms: [String?] = []
    for part in parts {
      switch part {
      case .text(let text):
        emit(.push(.text(text)))
        forms.append(nil)
      case .value(let value, let isRepresentation, let format):
        if isRepresentation { emit(.push(.native("repr"))) }
        add(value)
        if isRepresentation { emit(.call(1, keywords: [])) }
        forms.append(format)
      }
    }
    emit(.format(forms))
  }

  private mutating func addShort(
    _ left: PythonExpression, _ right: PythonExpression, _ step: PythonStep
  ) {
    add(left)
    let jump = emit(step)
    add(right)
    land([jump])
  }

  /// `a < b < c` is `a < b and b < c`, with b looked at once.
  private mutating func addComparison(
    _ first: PythonExpression, _ rest: [PythonExpression.Comparison], _ place: PythonSpan
  ) {
    add(first)
    guard rest.count > 1 else {
      for part in rest { add(part.value) }
      span = place
      emit(.compare(rest.first?.sign ?? "=="))
      return
    }
    var ends: [Int] = []
    var previous = first
    for (index, part) in rest.enumerated() {
      if index > 0 { add(previous) }
      add(part.value)
      span = place
      emit(.compare(part.sign))
      if index < rest.count - 1 { ends.append(emit(.keepIfFalse(0))) }
      previous = part.value
    }
    land(ends)
  }
}
