import Foundation

/// The fields of one JSON object. A missing field and `null` are the same: nothing.
struct JSONFields {
  private let fields: [String: Any]

  init(_ fields: [String: Any]) { self.fields = fields }

  init(parsing data: Data) throws {
    guard let fields = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Recording.Failure.unreadable("not a JSON object")
    }
    self.fields = fields
  }

  /// Sorted: hash order must not reach a comparison.
  var names: [String] { fields.keys.sorted() }

  func text(_ name: String) -> String? { fields[name] as? String }
  func number(_ name: String) -> Double? { (fields[name] as? NSNumber)?.doubleValue }
  func integer(_ name: String) -> Int? { (fields[name] as? NSNumber)?.intValue }
  func flag(_ name: String) -> Bool { optionalFlag(name) ?? false }
  func optionalFlag(_ name: String) -> Bool? { (fields[name] as? NSNumber)?.boolValue }
  func object(_ name: String) -> JSONFields? { (fields[name] as? [String: Any]).map(Self.init) }

  func list(_ name: String) -> [JSONFields] {
    (fields[name] as? [[String: Any]] ?? []).map(Self.init)
  }

  func required<Value>(_ name: String, _ value: Value?) throws -> Value {
    guard let value else { throw Recording.Failure.unreadable("no field `\(name)`") }
    return value
  }
}
