internal import OrderedCollections
package import PodEngine

/// Reads manifests as `kubectl -f` does: several YAML documents, or JSON, and lists taken apart.
package enum ManifestReader {
  /// The size that the API server accepts.
  package static let byteLimit = 3 * 1024 * 1024

  /// The objects in a text, in order. `file` is its name as the user typed it (`STDIN` for standard
  /// input). Documents without content are left out; a `kind: List` becomes its items.
  package static func documents(
    in text: String, file: String
  ) throws(ManifestError) -> [ManifestDocument] {
    let reading = read(text, file: file)
    if let error = reading.error { throw error }
    return reading.documents
  }

  /// The objects up to the first error, and that error: kubectl acts on the documents before a
  /// broken one.
  package static func read(
    _ text: String, file: String
  ) -> (documents: [ManifestDocument], error: ManifestError?) {
    var documents: [ManifestDocument] = []
    do { try checkSize(text, file: file) } catch { return ([], error) }
    do {
      try read(text, file: file, into: &documents)
      return (documents, nil)
    } catch {
      return (documents, manifestError(error, file: file))
    }
  }

  private static func read(
    _ text: String, file: String, into documents: inout [ManifestDocument]
  ) throws(YAMLComposer.Failure) {
    for chunk in try ManifestChunks(text).chunks {
      for composed in try values(in: chunk) {
        documents += try objects(from: composed, file: file)
      }
    }
  }

  /// A patch as `-p` takes it: JSON, or YAML where the text does not start with a brace.
  package static func patch(_ text: String) throws(ManifestError) -> APIValue {
    try checkSize(text, file: "patch")
    do {
      let chunk = ManifestChunks.Chunk(bytes: Array(text.utf8), lineOffset: 0)
      return try values(in: chunk).first?.value ?? .null
    } catch {
      throw ManifestError(
        kind: error.kind, message: "unable to parse \(GoSyntax.quoted(text)): \(error.text)",
        file: "patch", line: error.line, column: error.column, advice: error.advice)
    }
  }

  private static func checkSize(_ text: String, file: String) throws(ManifestError) {
    guard text.utf8.count > byteLimit else { return }
    throw ManifestError(
      kind: .limit, message: "error parsing \(file): more than \(byteLimit) bytes", file: file,
      line: nil, column: nil, advice: "The API server takes 3 MiB at most; split the file.")
  }

  private static func manifestError(
    _ failure: YAMLComposer.Failure, file: String
  ) -> ManifestError {
    let message =
      failure.kind == .notAnObject
      ? "unable to decode \(GoSyntax.quoted(file)): \(failure.text)"
      : "error parsing \(file): \(failure.text)"
    return ManifestError(
      kind: failure.kind, message: message, file: file, line: failure.line, column: failure.column,
      advice: failure.advice)
  }
}

extension ManifestReader {
  /// The values of one chunk: one from YAML, any number from JSON.
  private static func values(
    in chunk: ManifestChunks.Chunk
  ) throws(YAMLComposer.Failure) -> [YAMLComposer.Composed] {
    let isJSON = chunk.bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A } == UInt8(ascii: "{")
    guard isJSON else { return try yaml(chunk).map { [$0] } ?? [] }
    do {
      return try json(chunk)
    } catch {
      // A text that starts with a brace may still be YAML in flow style; if it is neither, it was
      // meant as JSON.
      if let composed = try? yaml(chunk) { return [composed] }
      throw YAMLComposer.Failure(
        kind: .syntax, text: text(of: error), line: error.line, column: error.column,
        advice: "Correct the JSON at this place.")
    }
  }

  private static func text(of error: JSONError) -> String {
    if error.message == "unexpected end of JSON input" { return "unexpected EOF" }
    return error.message.hasPrefix("json: ")
      ? error.message : "json: offset \(error.offset): \(error.message)"
  }

  private static func json(
    _ chunk: ManifestChunks.Chunk
  ) throws(JSONError) -> [YAMLComposer.Composed] {
    var parser = JSONParser(chunk.bytes, lineOffset: chunk.lineOffset)
    var values: [YAMLComposer.Composed] = []
    parser.skipSpace()
    while !parser.isAtEnd {
      let (value, map) = try parser.nextValue()
      values.append(YAMLComposer.Composed(value: value, map: map, count: 1))
      parser.skipSpace()
    }
    return values
  }

  private static func yaml(
    _ chunk: ManifestChunks.Chunk
  ) throws(YAMLComposer.Failure) -> YAMLComposer.Composed? {
    var composer = YAMLComposer(chunk.bytes, lineOffset: chunk.lineOffset)
    do {
      return try composer.compose()
    } catch {
      var failure = error
      failure.text = "error converting YAML to JSON: \(error.text)"
      failure.line = error.line.map { $0 + chunk.lineOffset }
      throw failure
    }
  }

  private static func objects(
    from composed: YAMLComposer.Composed, file: String
  ) throws(YAMLComposer.Failure) -> [ManifestDocument] {
    let value = composed.value
    if value.isNull { return [] }
    guard value.objectValue != nil else {
      throw notAnObject(
        "json: cannot unmarshal \(goKind(value)) into Go value of type unstructured.detector",
        composed.map, advice: "A manifest is a map with apiVersion, kind and metadata.")
    }
    let document = ManifestDocument(value: value, file: file, map: composed.map)
    guard value.text("kind").isEmpty else {
      return try value["items"] == nil ? [document] : items(of: composed, file: file)
    }
    throw notAnObject(
      "Object 'Kind' is missing in '\(JSONText.text(value))'", composed.map,
      advice: "Add a line such as 'kind: Pod'.")
  }

  private static func items(
    of list: YAMLComposer.Composed, file: String
  ) throws(YAMLComposer.Failure) -> [ManifestDocument] {
    var documents: [ManifestDocument] = []
    for (index, item) in (list.value["items"]?.arrayValue ?? []).enumerated() {
      let maps = list.map.fields["items"]?.elements ?? []
      let map = maps.indices.contains(index) ? maps[index] : list.map
      let found = try objects(
        from: YAMLComposer.Composed(value: item, map: map, count: 0), file: file)
      documents += found.map { document in
        var document = document
        document.isItem = true
        return document
      }
    }
    return documents
  }

  private static func notAnObject(
    _ text: String, _ map: SourceMap, advice: String
  ) -> YAMLComposer.Failure {
    YAMLComposer.Failure(
      kind: .notAnObject, text: text, line: map.keyLine, column: map.keyColumn, advice: advice)
  }

  private static func goKind(_ value: APIValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "bool"
    case .integer, .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
