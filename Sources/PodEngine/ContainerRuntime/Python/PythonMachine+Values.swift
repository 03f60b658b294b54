/// What values are to each other.
extension PythonMachine {
  func isTrue(_ value: PythonValue) -> Bool {
    switch value {
    case .none: false
    case .boolean(let value): value
    case .integer(let value): value != 0
    case .float(let value): value != 0
    case .text(let text): !text.isEmpty
    case .tuple(let elements): !elements.isEmpty
    case .list(let number): !store.lists[number].isEmpty
    case .dictionary(let number): !store.tables[number].keys.isEmpty
    case .range(let first, let last, let step): step > 0 ? first < last : first > last
    case .iterator, .function, .native, .method, .module, .exceptionKind, .exception, .file: true
    }
  }

  func isEqual(_ left: PythonValue, _ right: PythonValue, depth: Int = 0) -> Bool {
    if let a = left.number, let b = right.number { return a == b }
    guard depth < RuntimeLimits.syntaxDepth else { return false }
    switch (left, right) {
    case (.list, .list), (.tuple, .tuple):
      guard let a = held(left), let b = held(right), a.count == b.count else { return false }
      return zip(a, b).allSatisfy { isEqual($0, $1, depth: depth + 1) }
    case (.dictionary(let a), .dictionary(let b)):
      let (one, other) = (store.tables[a], store.tables[b])
      return one.keys.count == other.keys.count
        && one.keys.allSatisfy { key in
          guard let x = store.value(of: key, in: a), let y = store.value(of: key, in: b) else {
            return false
          }
          return isEqual(x, y, depth: depth + 1)
        }
    default: return left == right
    }
  }

  // MARK: Elements

  /// What is in a sequence; nil where the value holds nothing one by one.
  func held(_ value: PythonValue) -> [PythonValue]? {
    switch value {
    case .tuple(let elements): elements
    case .list(let number): store.lists[number]
    case .dictionary(let number): store.tables[number].keys
    case .text(let text): text.map { .text(String($0)) }
    case .module("os.environ"): environment.keys.sorted().map { .text($0) }
    case .range(let first, let last, let step):
      step == 0
        ? [] : stride(from: first, to: last, by: step).prefix(20_000).map { .integer($0) }
    default: nil
    }
  }

  /// A sequence for `for`; a function with elements is none.
  func iterable(_ value: PythonValue) throws(PythonException) -> PythonValue {
    switch value {
    case .iterator, .range, .list, .file: return value
    default:
      guard let elements = held(value) else {
        throw PythonException("TypeError", "'\(value.kind)' object is not iterable")
      }
      return .tuple(elements)
    }
  }

  /// All elements of what can be gone through.
  mutating func elements(of value: PythonValue) throws(PythonException) -> [PythonValue] {
    if case .iterator(let number) = value {
      var all: [PythonValue] = []
      while let element = try nextElement(of: number) { all.append(element) }
      return all
    }
    guard let elements = held(value) else {
      throw PythonException("TypeError", "'\(value.kind)' object is not iterable")
    }
    return elements
  }

  mutating func nextElement(of number: Int) throws(PythonException) -> PythonValue? {
    let (source, position) = (store.iterators[number].source, store.iterators[number].position)
    store.iterators[number].position += 1
    switch source {
    case .iterator(let inner): return try nextElement(of: inner)
    case .range(let first, let last, let step):
      let offset = position.multipliedReportingOverflow(by: step)
      let value = first.addingReportingOverflow(offset.partialValue)
      guard !offset.overflow, !value.overflow else { return nil }
      let isInside = step > 0 ? value.partialValue < last : value.partialValue > last
      return isInside ? .integer(value.partialValue) : nil
    case .list(let list):
      return position < store.lists[list].count ? store.lists[list][position] : nil
    case .tuple(let elements): return position < elements.count ? elements[position] : nil
    default: return nil
    }
  }

  func item(_ key: PythonValue, of object: PythonValue) throws(PythonException) -> PythonValue {
    switch object {
    case .dictionary(let number):
      guard let value = store.value(of: key, in: number) else {
        throw PythonException("KeyError", arguments: [key])
      }
      return value
    case .module("os.environ"):
      guard case .text(let name) = key else {
        throw PythonException("TypeError", "str expected, not \(key.kind)")
      }
      guard let value = environment[name] else {
        throw PythonException("KeyError", arguments: [key])
      }
      return .text(value)
    case .text, .list, .tuple, .range:
      let name = object.kind == "str" ? "string" : object.kind
      guard let index = key.integer else {
        throw PythonException(
          "TypeError",
          object.kind == "str"
            ? "string indices must be integers, not '\(key.kind)'"
            : "\(name) indices must be integers or slices, not \(key.kind)")
      }
      let elements = held(object) ?? []
      let place = index < 0 ? elements.count + index : index
      guard elements.indices.contains(place) else {
        throw PythonException("IndexError", "\(name) index out of range")
      }
      return elements[place]
    default: throw PythonException("TypeError", "'\(object.kind)' object is not subscriptable")
    }
  }

  mutating func storeItem() throws(PythonException) {
    let key = stack.popLast() ?? .none
    let object = stack.popLast() ?? .none
    let value = stack.popLast() ?? .none
    switch object {
    case .dictionary(let number): try store.set(key, value, in: number)
    case .list(let number):
      let count = store.lists[number].count
      guard let index = key.integer, case let place = index < 0 ? count + index : index,
        (0..<count).contains(place)
      else { throw PythonException("IndexError", "list assignment index out of range") }
      store.lists[number][place] = value
    case .module("os.environ"):
      guard case .text(let name) = key, case .text(let text) = value else {
        throw PythonException("TypeError", "str expected, not \(value.kind)")
      }
      environment[name] = text
    default:
      throw PythonException(
        "TypeError", "'\(object.kind)' object does not support item assignment")
    }
  }

  mutating func slice(
    of object: PythonValue, _ lower: PythonValue, _ upper: PythonValue
  ) throws(PythonException) -> PythonValue {
    guard let elements = held(object) else {
      throw PythonException("TypeError", "'\(object.kind)' object is not subscriptable")
    }
    func place(_ value: PythonValue, _ standard: Int) -> Int {
      guard let index = value.integer else { return standard }
      return max(0, min(elements.count, index < 0 ? elements.count + index : index))
    }
    let (first, last) = (place(lower, 0), place(upper, elements.count))
    let part = first < last ? Array(elements[first..<last]) : []
    switch object {
    case .text: return .text(part.map { text(of: $0) }.joined())
    case .tuple: return .tuple(part)
    default: return try store.list(part)
    }
  }

  // MARK: Texts

  func joined(
    _ values: [PythonValue], _ forms: [String?]
  ) throws(PythonException) -> String {
    var text = ""
    for (value, form) in zip(values, forms) {
      text += try PythonText.formatted(value, form ?? "", self)
    }
    return text
  }

  /// What `str()` gives.
  func text(of value: PythonValue) -> String {
    switch value {
    case .text(let text): text
    case .exception(let exception): text(of: exception)
    default: representation(of: value, depth: 0)
    }
  }

  /// What an exception says of itself.
  func text(of exception: PythonException) -> String {
    switch exception.arguments.count {
    case 0: ""
    case 1 where exception.kind == "KeyError": representation(of: exception.arguments[0], depth: 0)
    case 1: text(of: exception.arguments[0])
    default: representation(of: .tuple(exception.arguments), depth: 0)
    }
  }

  /// What `repr()` gives.
  func representation(of value: PythonValue, depth: Int) -> String {
    guard depth < 8 else { return "..." }
    func all(_ values: [PythonValue]) -> String {
      values.map { representation(of: $0, depth: depth + 1) }.joined(separator: ", ")
    }
    switch value {
    case .none: return "None"
    case .boolean(let value): return value ? "True" : "False"
    case .integer(let value): return String(value)
    case .float(let value): return PythonText.float(value)
    case .text(let text): return PythonText.quoted(text)
    case .tuple(let elements):
      return elements.count == 1 ? "(\(all(elements)),)" : "(\(all(elements)))"
    case .list(let number): return "[\(all(store.lists[number]))]"
    case .dictionary(let number):
      let pairs = store.tables[number].keys.map { key in
        let value = store.value(of: key, in: number) ?? .none
        return "\(representation(of: key, depth: depth + 1)): "
          + representation(of: value, depth: depth + 1)
      }
      return "{\(pairs.joined(separator: ", "))}"
    case .range(let first, let last, let step):
      return step == 1 ? "range(\(first), \(last))" : "range(\(first), \(last), \(step))"
    case .module("os.environ"):
      let pairs = environment.keys.sorted().map { key in
        "\(PythonText.quoted(key)): \(PythonText.quoted(environment[key] ?? ""))"
      }
      return "environ({\(pairs.joined(separator: ", "))})"
    case .module(let name): return "<module '\(name)'>"
    case .exception(let exception): return "\(exception.kind)(\(all(exception.arguments)))"
    case .exceptionKind(let name): return "<class '\(name)'>"
    case .function(let number): return "<function \(codes[number].name) at 0x7f0000000000>"
    case .native(let name): return "<built-in function \(name)>"
    case .method(_, let name): return "<built-in method \(name)>"
    case .iterator: return "<iterator object at 0x7f0000000000>"
    case .file: return "<_io.TextIOWrapper>"
    }
  }
}
