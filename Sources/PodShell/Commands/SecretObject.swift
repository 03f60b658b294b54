internal import OrderedCollections
internal import PodEngine

/// The Secret that the commands `create secret …` make.
enum SecretObject {
  /// An empty type is left to the API, which makes it `Opaque`.
  static func make(
    _ generator: Generator, _ entries: [(key: String, value: String)], type: String,
    in bench: inout Workbench
  ) throws(CommandError) {
    var object: APIValue = ["apiVersion": "v1"]
    if !entries.isEmpty {
      var data = APIObject()
      for (key, value) in entries { data[key] = .string(Base64Text.encoded(value)) }
      object["data"] = .object(data)
    }
    object["kind"] = "Secret"
    object["metadata"] = generator.metadata()
    if !type.isEmpty { object["type"] = .string(type) }
    try generator.creation.make(object, .secrets, in: &bench)
  }
}

/// Base64, as the values of a Secret are stored.
enum Base64Text {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return result
  }
}
