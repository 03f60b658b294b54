internal import OrderedCollections

/// The hash in the names of a Deployment's ReplicaSets (`ComputeHash` in
/// pkg/controller/controller_utils.go): FNV-1a of the template. Kubernetes hashes the memory of a
/// Go program, so the same template has another hash there.
package enum TemplateHash {
  package static func hash(of template: PodTemplateSpec) -> String {
    var fnv = FNV32()
    fnv.add(["metadata": template.metadata, "spec": template.spec])
    return safeEncoded(String(fnv.state))
  }

  /// `rand.SafeEncodeString`: letters that form no words.
  private static func safeEncoded(_ digits: String) -> String {
    let letters = Array("bcdfghjklmnpqrstvwxz2456789")
    return String(digits.utf8.map { letters[Int($0) % letters.count] })
  }

  /// Reads a tree with the keys sorted and empty values left out, so that the order in which
  /// somebody wrote the fields plays no part.
  private struct FNV32 {
    var state: UInt32 = 0x811c_9dc5

    mutating func add(_ text: String) {
      for byte in text.utf8 { state = (state ^ UInt32(byte)) &* 0x0100_0193 }
      state = (state ^ 0xff) &* 0x0100_0193
    }

    mutating func add(_ value: APIValue) {
      switch value {
      case .null: add("null")
      case .bool(let bool): add(bool ? "true" : "false")
      case .integer(let number): add(String(number))
      case .double(let number): add("\(number)")
      case .string(let text): add("\"" + text)
      case .array(let elements):
        add("[")
        for element in elements { add(element) }
        add("]")
      case .object(let fields):
        add("{")
        for key in fields.keys.sorted() {
          guard let field = fields[key], !field.isNull, field != .emptyObject else { continue }
          add(key)
          add(field)
        }
        add("}")
      }
    }
  }
}
