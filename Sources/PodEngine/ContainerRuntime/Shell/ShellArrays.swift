/// One element of an indexed array of bash.
struct ArrayElement: Hashable, Sendable {
  let index: Int
  var value: Bytes
}

/// An assignment after expansion.
struct ExpandedAssignment: Sendable {
  enum Value: Sendable {
    case text(Bytes)
    case elements([(index: Int?, value: Bytes)])
  }
  let name: String
  /// `name[index]=…`.
  var index: Int?
  /// `+=`.
  var appends = false
  let value: Value

  /// As `set -x` shows it.
  func traceText(_ dialect: ShellDialect) -> String {
    let place = index.map { "[\($0)]" } ?? ""
    switch value {
    case .text(let text):
      let value = text.isEmpty ? "" : Shell.traced(text.text(), dialect)
      return "\(name)\(place)\(appends ? "+" : "")=\(value)"
    case .elements(let items):
      return "\(name)=(\(items.map { $0.value.text() }.joined(separator: " ")))"
    }
  }
}

extension ShellVariables {
  /// The elements of a variable; a variable that is no array has one, the first.
  func elements(of name: String) -> [ArrayElement] {
    guard let variable = self[name] else { return [] }
    return variable.elements ?? [ArrayElement(index: 0, value: variable.value)]
  }

  /// An element; indices below 0 count from behind the last.
  func element(_ index: Int, of name: String) -> Bytes? {
    let elements = elements(of: name)
    let place = index < 0 ? (elements.last?.index ?? -1) + 1 + index : index
    return elements.first { $0.index == place }?.value
  }

  /// Carries out an assignment; false where the variable is read-only.
  @discardableResult
  mutating func assign(_ assignment: ExpandedAssignment, exported: Bool? = nil) -> Bool {
    let name = assignment.name
    switch assignment.value {
    case .text(let text):
      guard let index = assignment.index else {
        return set(name, appended(to: self[name]?.value, text, assignment), exported: exported)
      }
      var elements = elements(of: name)
      let value = appended(to: element(index, of: name), text, assignment)
      elements.place(value, at: index < 0 ? max(0, (elements.last?.index ?? 0) + 1 + index) : index)
      return set(name, elements: elements)
    case .elements(let items):
      var elements = assignment.appends ? elements(of: name) : []
      var next = (elements.last?.index ?? -1) + 1
      for item in items {
        elements.place(item.value, at: item.index ?? next)
        next = (item.index ?? next) + 1
      }
      return set(name, elements: elements)
    }
  }

  private func appended(
    to old: Bytes?, _ text: Bytes, _ assignment: ExpandedAssignment
  ) -> Bytes {
    guard assignment.appends, var result = old else { return text }
    result.append(text)
    return result
  }
}

extension [ArrayElement] {
  /// Sets or adds an element, in the order of indices.
  mutating func place(_ value: Bytes, at index: Int) {
    let position = firstIndex { $0.index >= index } ?? endIndex
    if position < endIndex, self[position].index == index {
      self[position].value = value
    } else {
      insert(ArrayElement(index: index, value: value), at: position)
    }
  }
}

extension ShellExpander {
  /// How far the indices of an array go.
  static let indexLimit = 100_000

  /// An assignment with its words expanded.
  mutating func expanded(_ assignment: Assignment) throws(Stop) -> ExpandedAssignment {
    let index = try assignment.index.map { (word) throws(Stop) in try self.index(word) }
    switch assignment.value {
    case .word(let word):
      return ExpandedAssignment(
        name: assignment.name, index: index, appends: assignment.appends,
        value: .text(try single(word).value))
    case .elements(let items):
      var values: [(index: Int?, value: Bytes)] = []
      for item in items {
        if let place = item.index {
          values.append((try self.index(place), try single(item.value).value))
        } else {
          values += try fields([item.value]).map { (nil, $0.value) }
        }
      }
      return ExpandedAssignment(
        name: assignment.name, appends: assignment.appends, value: .elements(values))
    }
  }

  private mutating func index(_ word: Word) throws(Stop) -> Int {
    let index = try arithmetic(word)
    guard abs(index) <= Self.indexLimit else {
      throw .failed("\(index): bad array subscript (podlab's limit is \(Self.indexLimit))")
    }
    return index
  }
}
