package import OrderedCollections

/// A place in a text: the file as the user named it, line and column counted from 1 (columns in
/// characters).
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// `web.yaml:3:5`
  package var description: String { "\(file):\(line):\(column)" }
}

/// One step into an object.
package enum PathElement: Hashable, Sendable {
  case key(String)
  case index(Int)

  /// The steps of a field path as the API server writes it: `spec.containers[0].image`,
  /// `metadata.labels[a.b/c]`.
  package static func parse(fieldPath: String) -> [PathElement] {
    var elements: [PathElement] = []
    var rest = Substring(fieldPath)
    while let first = rest.first {
      if first == "." {
        rest.removeFirst()
      } else if first == "[" {
        let inside = rest.dropFirst().prefix { $0 != "]" }
        let isIndex = !inside.isEmpty && inside.allSatisfy { ("0"..."9").contains($0) }
        let element = isIndex ? Int(inside).map { PathElement.index($0) } : nil
        elements.append(element ?? .key(String(inside)))
        rest = rest.dropFirst(inside.count + 2)
      } else {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        elements.append(.key(String(name)))
        rest = rest.dropFirst(name.count)
      }
    }
    return elements
  }
}

/// Where each part of a document was written.
package struct SourceMap: Hashable, Sendable {
  /// Where the value starts.
  package let line: Int
  package let column: Int
  /// Where its key starts, which is where an editor would point.
  package var keyLine: Int
  package var keyColumn: Int
  package internal(set) var fields: OrderedDictionary<String, SourceMap> = [:]
  package internal(set) var elements: [SourceMap] = []

  init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
    (keyLine, keyColumn) = (line, column)
  }

  /// The part at a path, or the deepest part on the way there; `isExact` tells which.
  func part(at path: some Collection<PathElement>) -> (part: SourceMap, isExact: Bool) {
    guard let first = path.first else { return (self, true) }
    let next: SourceMap?
    switch first {
    case .key(let key): next = fields[key]
    case .index(let index): next = elements.indices.contains(index) ? elements[index] : nil
    }
    guard let next else { return (self, false) }
    return next.part(at: path.dropFirst())
  }
}
