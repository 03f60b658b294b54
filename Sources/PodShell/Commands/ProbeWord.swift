internal import PodEngine

/// A probe in one word: `http:8080/healthz,delay=3,period=5`, `tcp:5432`, `grpc:9000`, `exec:cat
/// /tmp/healthy`.
enum ProbeWord {
  private static let numbers = [
    ("delay", "initialDelaySeconds"), ("period", "periodSeconds"), ("timeout", "timeoutSeconds"),
    ("failures", "failureThreshold"), ("successes", "successThreshold"),
  ]

  static func probe(_ text: String, flag: String) throws(CommandError) -> APIValue {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)[...]
    var settings: [(field: String, value: Int)] = []
    // Only known settings at the end are taken off: a command may hold commas of its own.
    while parts.count > 1, let last = parts.last, let setting = setting(last) {
      settings.insert(setting, at: 0)
      parts.removeLast()
    }
    var probe = try handler(parts.joined(separator: ","), flag: flag, whole: text)
    for setting in settings { probe[setting.field] = .integer(setting.value) }
    return probe
  }

  private static func setting(_ part: Substring) -> (field: String, value: Int)? {
    let pair = part.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, let field = numbers.first(where: { $0.0 == pair[0] })?.1 else {
      return nil
    }
    let digits = field.hasSuffix("Seconds") && pair[1].hasSuffix("s") ? pair[1].dropLast() : pair[1]
    return Int(digits).map { (field, $0) }
  }

  private static func handler(
    _ text: String, flag: String, whole: String
  ) throws(CommandError) -> APIValue {
    let pair = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard pair.count == 2 else { throw wrong(whole, flag) }
    switch pair[0] {
    case "http":
      let slash = pair[1].firstIndex(of: "/") ?? pair[1].endIndex
      let path = slash == pair[1].endIndex ? "/" : String(pair[1][slash...])
      return ["httpGet": ["path": .string(path), "port": port(String(pair[1][..<slash]))]]
    case "tcp": return ["tcpSocket": ["port": port(pair[1])]]
    case "grpc":
      guard let number = Int(pair[1]) else { throw wrong(whole, flag) }
      return ["grpc": ["port": .integer(number)]]
    case "exec": return ["exec": ["command": .array(try words(pair[1]))]]
    default: throw wrong(whole, flag)
    }
  }

  private static func port(_ text: String) -> APIValue {
    Int(text).map { .integer($0) } ?? .string(text)
  }

  private static func words(_ text: String) throws(CommandError) -> [APIValue] {
    do {
      return try Tokenizer.commands(in: text).flatMap(\.words).map { .string($0.text) }
    } catch {
      throw CommandError(error)
    }
  }

  private static func wrong(_ text: String, _ flag: String) -> CommandError {
    let form = "http:PORT/PATH, tcp:PORT, grpc:PORT or exec:CMD"
    return CommandError(
      "usage",
      "error: invalid argument \(GoSyntax.quoted(text)) for \"--\(flag)\" flag: not \(form)",
      suggestion: "write --\(flag)=http:80/,delay=3,period=5,timeout=1,failures=3", exitCode: 2)
  }
}
