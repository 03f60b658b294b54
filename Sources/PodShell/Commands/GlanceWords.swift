internal import PodEngine

/// Reads `log of …`, `process of …` and `… age >= 10m`, the words of the lessons' checks.
extension WishWords {
  /// `log of pod/web[/container] contains TEXT`
  mutating func log() throws(CommandError) -> Wish {
    guard try take("of") == "of" else { throw failure("after log comes of pod/NAME") }
    let word = try take("a Pod, such as pod/web,")
    let parts = word.split(separator: "/").map(String.init)
    let isNested = parts.count == 3
    let pod = try object(isNested ? "\(parts[0])/\(parts[1])" : word)
    guard pod.resource == .pods else { throw failure("\(GoSyntax.quoted(word)) is no Pod") }
    guard try take("contains") == "contains", !words.isEmpty else {
      throw failure("a log can only be asked what it contains")
    }
    let part = words.joined(separator: " ")
    return Wish(
      glance: .log(pod: pod, container: isNested ? parts[2] : nil, part: part), about: pod)
  }

  /// `process [on node/NAME] of pod/NAME exists|absent|count == 2`
  mutating func process() throws(CommandError) -> Wish {
    var node: String?
    if words.first == "on" {
      words.removeFirst()
      let key = try object(try take("a node, such as node/node-1,"))
      guard key.resource == .nodes else { throw failure("a process runs on a node") }
      node = key.name
    }
    guard try take("of") == "of" else { throw failure("a process is one of pod/NAME") }
    let pod = try object(try take("a Pod, such as pod/web,"))
    guard pod.resource == .pods else { throw failure("a process is one of pod/NAME") }
    switch try take("exists, absent or count") {
    case "exists":
      return Wish(glance: .processes(pod: pod, node: node, .greater, 0), about: pod)
    case "absent":
      return Wish(glance: .processes(pod: pod, node: node, .equal, 0), about: pod)
    case "count":
      guard case .number(let comparison, let count) = try number() else {
        throw failure("count needs a number")
      }
      return Wish(glance: .processes(pod: pod, node: node, comparison, count), about: pod)
    case let other: throw failure("a process has no \(GoSyntax.quoted(other))")
    }
  }

  /// `pod/web age >= 10m`; what is left of it.
  mutating func age(of key: ObjectKey) throws(CommandError) -> Wish {
    let comparison = try self.comparison()
    let text = try take("a length of time, such as 10m")
    let duration = try DurationWord.read(Word(text, at: position ?? TextPosition()))
    return Wish(glance: .age(key, comparison, duration), about: key)
  }

  /// `[web]` in a path stands for the element of that name, or the condition of that type.
  static func jsonPath(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inside = rest[rest.index(after: open)..<close]
      let isName =
        inside.first?.isLetter == true
        && inside.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
      result += rest[..<open]
      let field = result.hasSuffix("onditions") ? "type" : "name"
      result += isName ? "[?(@.\(field)==\"\(inside)\")]" : rest[open...close]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
