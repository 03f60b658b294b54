import Foundation

/// The rules of asciicast versions 2 and 3, as their manual states them.
struct CastValidator {
  private(set) var problems: [String] = []
  /// Absolute milliseconds, code and data of each event.
  private(set) var events: [(time: Int, code: String, data: String)] = []

  init(_ text: String) {
    if !text.hasSuffix("\n") { problems.append("the last line has no end") }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let first = lines.first, let header = Self.json(first) as? [String: Any],
      let version = header["version"] as? Int
    else {
      problems.append("no header")
      return
    }
    check(header, version)
    for (index, line) in lines.enumerated().dropFirst() { read(line, index + 1, version) }
    let last = events.firstIndex { $0.code == "x" }
    if let last, last != events.count - 1 { problems.append("something follows the exit") }
    if version == 3, last == nil { problems.append("no exit") }
  }

  private static func json(_ line: Substring) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(line.utf8), options: [.fragmentsAllowed])
  }

  private mutating func check(_ header: [String: Any], _ version: Int) {
    for name in ["timestamp", "env", "command"] where header[name] != nil {
      problems.append("\(name) would differ from machine to machine")
    }
    let sides: [Any?]
    switch version {
    case 2: sides = [header["width"], header["height"]]
    case 3:
      let terminal = header["term"] as? [String: Any]
      sides = [terminal?["cols"], terminal?["rows"]]
    default:
      problems.append("version \(version)")
      return
    }
    if !sides.allSatisfy({ ($0 as? Int).map { $0 > 0 } ?? false }) { problems.append("no size") }
  }

  private mutating func read(_ line: Substring, _ number: Int, _ version: Int) {
    guard let event = Self.json(line) as? [Any], event.count == 3, let time = event[0] as? Double,
      let code = event[1] as? String, let data = event[2] as? String
    else { return problems.append("line \(number) is no event") }
    let milliseconds = Int((time * 1000).rounded())
    let before = events.last?.time ?? 0
    let absolute = version == 3 ? before + milliseconds : milliseconds
    if time < 0 || absolute < before { problems.append("line \(number) goes back in time") }
    switch code {
    case "o":
      let bare = data.replacingOccurrences(of: "\r\n", with: "")
      if bare.contains("\n") { problems.append("line \(number) has a bare line feed") }
    case "m": break
    case "x": if Int32(data) == nil { problems.append("line \(number): no exit status") }
    default: problems.append("line \(number): code \(code)")
    }
    events.append((absolute, code, data))
  }
}
