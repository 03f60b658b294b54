internal import OrderedCollections

extension APIValue: Codable {
  /// `APIValueDecoder` hands the tree over as it is and never comes here; other decoders give it
  /// piece by piece.
  package init(from decoder: any Decoder) throws {
    if let single = try? decoder.singleValueContainer(), let scalar = Self.scalar(in: single) {
      self = scalar
    } else if var elements = try? decoder.unkeyedContainer() {
      var result: [APIValue] = []
      while !elements.isAtEnd { result.append(try elements.decode(APIValue.self)) }
      self = .array(result)
    } else {
      let fields = try decoder.container(keyedBy: TextKey.self)
      self = .emptyObject
      for key in fields.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        self[key.stringValue] = try fields.decode(APIValue.self, forKey: key)
      }
    }
  }

  private static func scalar(in container: any SingleValueDecodingContainer) -> APIValue? {
    if container.decodeNil() { return .null }
    if let flag = try? container.decode(Bool.self) { return .bool(flag) }
    if let number = try? container.decode(Int.self) { return .integer(number) }
    if let number = try? container.decode(Double.self) { return .double(number) }
    return (try? container.decode(String.self)).map { .string($0) }
  }

  /// `APIValueEncoder` takes the tree as it is; other encoders get it piece by piece.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .object(let fields):
      var container = encoder.container(keyedBy: TextKey.self)
      for (key, value) in fields { try container.encode(value, forKey: TextKey(stringValue: key)) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let flag): try flag.encode(to: encoder)
    case .integer(let number): try number.encode(to: encoder)
    case .double(let number): try number.encode(to: encoder)
    case .string(let text): try text.encode(to: encoder)
    }
  }
}
