extension Patch {
  /// The API server refuses longer JSON patches.
  private static let maximumOperations = 10_000

  /// A JSON patch (RFC 6902). Operations that cannot be done refuse the whole patch: the message is
  /// the API server's, the cause says which operation and why.
  package static func json(
    _ operations: APIValue, on target: APIValue
  ) throws(APIError) -> APIValue {
    guard let list = operations.arrayValue else {
      throw APIError(
        .badRequest,
        "error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch")
    }
    guard list.count <= maximumOperations else {
      throw APIError(
        .badRequest,
        "The allowed maximum operations in a JSON patch is \(maximumOperations), got \(list.count)")
    }
    var result = target
    for (index, operation) in list.enumerated() {
      do {
        try JSONPatchOperation(operation).apply(to: &result)
      } catch {
        throw APIError(
          .invalid, "the server rejected our request due to an error in our request",
          causes: [FieldError(.invalid, "[\(index)]", detail: error.description)])
      }
    }
    return result
  }
}

/// Why an operation cannot be done, in the words of the JSON patch library of Kubernetes.
private struct JSONPatchProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

private struct JSONPatchOperation {
  let name: String
  let path: String
  let source: String?
  let value: APIValue?

  init(_ operation: APIValue) throws(JSONPatchProblem) {
    guard let path = operation["path"]?.stringValue else {
      throw JSONPatchProblem("operation missing path field")
    }
    name = operation.text("op")
    self.path = path
    source = operation["from"]?.stringValue
    value = operation["value"]
  }

  func apply(to document: inout APIValue) throws(JSONPatchProblem) {
    switch name {
    case "add":
      try document.add(try needed(value, "value"), at: JSONPointer(path))
    case "remove":
      _ = try document.remove(at: JSONPointer(path))
    case "replace":
      try document.replace(try needed(value, "value"), at: JSONPointer(path))
    case "move":
      let moved = try document.remove(at: JSONPointer(try needed(source, "from")))
      try document.add(moved, at: JSONPointer(path))
    case "copy":
      let copied = try document.value(at: JSONPointer(try needed(source, "from")))
      try document.add(copied, at: JSONPointer(path))
    case "test":
      let found = try? document.value(at: JSONPointer(path))
      let wanted = value ?? .null
      guard (found ?? .null).sortedByKey == wanted.sortedByKey else {
        throw JSONPatchProblem("testing path \(path) failed: test failed")
      }
    default: throw JSONPatchProblem("Unexpected kind: \(name)")
    }
  }

  private func needed<T>(_ value: T?, _ field: String) throws(JSONPatchProblem) -> T {
    guard let value else { throw JSONPatchProblem("operation \(name) missing \(field) field") }
    return value
  }
}

/// A path such as `/spec/containers/0/image`; `~1` is a slash, `~0` a tilde.
private struct JSONPointer {
  let text: String
  let steps: ArraySlice<String>

  init(_ text: String) throws(JSONPatchProblem) {
    guard text.isEmpty || text.hasPrefix("/") else {
      throw JSONPatchProblem("path does not begin with a slash: \(text)")
    }
    self.text = text
    steps =
      text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
        step.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
          .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
      }[...]
  }

  private init(text: String, steps: ArraySlice<String>) {
    self.text = text
    self.steps = steps
  }

  var rest: Self { Self(text: text, steps: steps.dropFirst()) }
  var missing: JSONPatchProblem { JSONPatchProblem("path \(text): missing value") }
}

extension APIValue {
  fileprivate func value(at pointer: JSONPointer) throws(JSONPatchProblem) -> APIValue {
    guard let step = pointer.steps.first else { return self }
    return try child(step, pointer).value(at: pointer.rest)
  }

  private func child(_ step: String, _ pointer: JSONPointer) throws(JSONPatchProblem) -> APIValue {
    if let elements = arrayValue {
      guard let index = Int(step), elements.indices.contains(index) else { throw pointer.missing }
      return elements[index]
    }
    guard let value = self[step] else { throw pointer.missing }
    return value
  }

  /// Changes what lies at the last step but one.
  private mutating func change<T>(
    at pointer: JSONPointer,
    _ body: (inout APIValue, String) throws(JSONPatchProblem) -> T
  ) throws(JSONPatchProblem) -> T {
    guard let step = pointer.steps.first else { throw pointer.missing }
    if pointer.steps.count == 1 { return try body(&self, step) }
    var inner = try child(step, pointer)
    let result = try inner.change(at: pointer.rest, body)
    if var elements = arrayValue, let index = Int(step) {
      elements[index] = inner
      self = .array(elements)
    } else {
      self[step] = inner
    }
    return result
  }

  fileprivate mutating func add(
    _ value: APIValue, at pointer: JSONPointer
  ) throws(JSONPatchProblem) {
    if pointer.steps.isEmpty { return self = value }
    try change(at: pointer) { (parent, step) throws(JSONPatchProblem) in
      if var elements = parent.arrayValue {
        guard let index = step == "-" ? elements.count : Int(step),
          (0...elements.count).contains(index)
        else { throw pointer.missing }
        elements.insert(value, at: index)
        parent = .array(elements)
      } else if parent.objectValue != nil {
        parent[step] = value
      } else {
        throw pointer.missing
      }
    }
  }

  fileprivate mutating func remove(
    at pointer: JSONPointer
  ) throws(JSONPatchProblem) -> APIValue {
    try change(at: pointer) { (parent, step) throws(JSONPatchProblem) in
      let old = try parent.child(step, pointer)
      if var elements = parent.arrayValue, let index = Int(step) {
        elements.remove(at: index)
        parent = .array(elements)
      } else {
        parent[step] = nil
      }
      return old
    }
  }

  fileprivate mutating func replace(
    _ value: APIValue, at pointer: JSONPointer
  ) throws(JSONPatchProblem) {
    if pointer.steps.isEmpty { return self = value }
    try change(at: pointer) { (parent, step) throws(JSONPatchProblem) in
      _ = try parent.child(step, pointer)
      if var elements = parent.arrayValue, let index = Int(step) {
        elements[index] = value
        parent = .array(elements)
      } else {
        parent[step] = value
      }
    }
  }
}
