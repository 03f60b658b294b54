/// What a redis server keeps, and what it says to commands.
struct RedisStore: Sendable {
  private enum Entry: Hashable, Sendable {
    case text(String)
    case list([String])
    case set([String])
    case hash([String], [String: String])

    var kind: String {
      switch self {
      case .text: "string"
      case .list: "list"
      case .set: "set"
      case .hash: "hash"
      }
    }
  }

  private var entries: [String: Entry] = [:]
  private var ends: [String: SimulatedTime] = [:]
  /// What `CONFIG GET` and `SET` are about.
  private(set) var settings = [
    "appendonly": "no", "bind": "* -::*", "databases": "16", "dir": "/data", "maxmemory": "0",
    "maxmemory-policy": "noeviction", "port": "6379", "requirepass": "",
    "save": "3600 1 300 100 60 10000", "timeout": "0",
  ]

  /// How many keys there may be, and elements behind one.
  private static let limit = 10_000

  // MARK: Settings

  /// A line of the configuration file, or an option: `maxmemory 2mb`.
  mutating func configure(_ name: String, _ words: [String]) {
    let text = words.map { $0.filter { $0 != "\"" } }.joined(separator: " ")
    settings[name.lowercased()] = name.lowercased() == "maxmemory" ? Self.bytes(text) ?? text : text
  }

  /// `2mb` is 2 × 1024 × 1024, `2m` two million.
  private static func bytes(_ text: String) -> String? {
    let digits = text.prefix { $0.isNumber }
    let factors = [
      "": 1, "b": 1, "k": 1000, "kb": 1024, "m": 1_000_000, "mb": 1 << 20, "g": 1_000_000_000,
      "gb": 1 << 30,
    ]
    guard let number = Int(digits), let factor = factors[text.dropFirst(digits.count).lowercased()]
    else { return nil }
    let product = number.multipliedReportingOverflow(by: factor)
    return product.overflow ? nil : String(product.partialValue)
  }

  private mutating func config(_ words: [String]) -> RedisReply {
    switch (words.first?.lowercased(), words.count) {
    case ("get"?, 2...):
      let found = settings.keys.sorted().filter { name in
        words.dropFirst().contains { Self.matches(name, $0.lowercased()) }
      }
      return .list(found.flatMap { [RedisReply.text($0), .text(settings[$0] ?? "")] })
    case ("set"?, 3):
      guard settings[words[1].lowercased()] != nil else {
        return .error("ERR Unknown option or number of arguments for CONFIG SET - '\(words[1])'")
      }
      configure(words[1], [words[2]])
      return .status("OK")
    default:
      return .error("ERR wrong number of arguments for 'config|\(words.first ?? "")' command")
    }
  }

  /// Whether a name fits a pattern with `*` and `?`.
  private static func matches(_ name: String, _ pattern: String) -> Bool {
    ShellPattern(Array(pattern.utf8)).matches(Array(name.utf8))
  }

  // MARK: Commands

  mutating func run(_ words: [String], at now: SimulatedTime) -> RedisReply {
    guard let first = words.first else { return .error("ERR empty command") }
    for (key, end) in ends where end <= now {
      entries[key] = nil
      ends[key] = nil
    }
    let arguments = Array(words.dropFirst())
    let name = first.lowercased()
    if let needed = Self.arguments[name], arguments.count < needed {
      return .error("ERR wrong number of arguments for '\(name)' command")
    }
    if let reply = general(name, arguments, now) { return reply }
    guard let key = arguments.first else { return unknown(first, arguments) }
    if let reply = texts(name, key, Array(arguments.dropFirst()), now)
      ?? lists(name, key, Array(arguments.dropFirst()))
      ?? tables(name, key, Array(arguments.dropFirst()))
    {
      return reply
    }
    return unknown(first, arguments)
  }

  /// How many words a command needs behind its name.
  private static let arguments = [
    "get": 1, "set": 2, "del": 1, "exists": 1, "incr": 1, "decr": 1, "incrby": 2, "decrby": 2,
    "append": 2, "strlen": 1, "keys": 1, "type": 1, "expire": 2, "ttl": 1, "rpush": 2, "lpush": 2,
    "lrange": 3, "llen": 1, "lpop": 1, "rpop": 1, "lindex": 2, "sadd": 2, "smembers": 1, "scard": 1,
    "hset": 3, "hget": 2, "hgetall": 1, "echo": 1, "config": 1, "mget": 1, "mset": 2, "setnx": 2,
    "getset": 2,
  ]

  private func unknown(_ name: String, _ arguments: [String]) -> RedisReply {
    let rest = arguments.map { "'\($0)' " }.joined()
    return .error("ERR unknown command '\(name)', with args beginning with: \(rest)")
  }

  private mutating func general(
    _ name: String, _ words: [String], _ now: SimulatedTime
  ) -> RedisReply? {
    switch name {
    case "ping": return words.first.map { .text($0) } ?? .status("PONG")
    case "echo": return .text(words[0])
    case "config": return config(words)
    case "select", "save", "bgsave": return .status("OK")
    case "dbsize": return .integer(entries.count)
    case "flushall", "flushdb":
      entries = [:]
      ends = [:]
      return .status("OK")
    case "keys":
      return .list(
        entries.keys.sorted().filter { Self.matches($0, words[0]) }.map { .text($0) })
    case "del", "unlink":
      let found = Set(words).filter { entries[$0] != nil }
      for key in found { entries[key] = nil }
      return .integer(found.count)
    case "exists": return .integer(words.filter { entries[$0] != nil }.count)
    case "mget":
      return .list(
        words.map { if case .text(let text)? = entries[$0] { .text(text) } else { .nothing } })
    case "mset":
      guard words.count % 2 == 0 else {
        return .error("ERR wrong number of arguments for 'mset' command")
      }
      for index in stride(from: 0, to: words.count, by: 2) {
        put(words[index], .text(words[index + 1]))
      }
      return .status("OK")
    case "expire":
      guard entries[words[0]] != nil, let seconds = Int(words[1]), seconds.magnitude < 1 << 32
      else {
        return .integer(0)
      }
      ends[words[0]] = now + .seconds(seconds)
      return .integer(1)
    case "ttl":
      guard entries[words[0]] != nil else { return .integer(-2) }
      return .integer(ends[words[0]].map { ($0 - now).milliseconds / 1000 } ?? -1)
    case "type": return .status(entries[words[0]]?.kind ?? "none")
    default: return nil
    }
  }

  private mutating func put(_ key: String, _ entry: Entry) {
    guard entries[key] != nil || entries.count < Self.limit else { return }
    entries[key] = entry
    ends[key] = nil
  }

  private static let wrongType = RedisReply.error(
    "WRONGTYPE Operation against a key holding the wrong kind of value")

  // MARK: Texts

  private mutating func texts(
    _ name: String, _ key: String, _ rest: [String], _ now: SimulatedTime
  ) -> RedisReply? {
    let names = [
      "get", "set", "setnx", "getset", "append", "strlen", "incr", "decr", "incrby", "decrby",
    ]
    guard names.contains(name) else { return nil }
    var held: String?
    switch entries[key] {
    case .text(let text)?: held = text
    case nil: break
    case .list?, .set?, .hash?: if name != "set" { return Self.wrongType }
    }
    switch name {
    case "get": return held.map { .text($0) } ?? .nothing
    case "strlen": return .integer(held?.utf8.count ?? 0)
    case "set": return set(key, rest, now)
    case "setnx":
      if held == nil { put(key, .text(rest[0])) }
      return .integer(held == nil ? 1 : 0)
    case "getset":
      put(key, .text(rest[0]))
      return held.map { .text($0) } ?? .nothing
    case "append":
      let text = String(((held ?? "") + rest[0]).prefix(RuntimeLimits.textBytes))
      put(key, .text(text))
      return .integer(text.utf8.count)
    default: return count(name, key, held, rest.first)
    }
  }

  /// `SET key value [EX seconds] [NX|XX]`.
  private mutating func set(_ key: String, _ rest: [String], _ now: SimulatedTime) -> RedisReply {
    let options = rest.dropFirst().map { $0.lowercased() }
    if options.contains("nx"), entries[key] != nil { return .nothing }
    if options.contains("xx"), entries[key] == nil { return .nothing }
    put(key, .text(rest[0]))
    for (index, option) in options.enumerated() where index + 1 < options.count {
      guard let number = Int(options[index + 1]), number.magnitude < 1 << 32 else { continue }
      if option == "ex" { ends[key] = now + .seconds(number) }
      if option == "px" { ends[key] = now + .milliseconds(number) }
    }
    return .status("OK")
  }

  private mutating func count(
    _ name: String, _ key: String, _ held: String?, _ step: String?
  ) -> RedisReply {
    let notWhole = RedisReply.error("ERR value is not an integer or out of range")
    guard let old = Int(held ?? "0"), let by = Int(step ?? "1") else { return notWhole }
    let sum =
      name.hasPrefix("incr")
      ? old.addingReportingOverflow(by) : old.subtractingReportingOverflow(by)
    guard !sum.overflow else { return notWhole }
    let end = ends[key]
    put(key, .text(String(sum.partialValue)))
    ends[key] = end
    return .integer(sum.partialValue)
  }

  // MARK: Lists

  private mutating func lists(_ name: String, _ key: String, _ rest: [String]) -> RedisReply? {
    guard ["rpush", "lpush", "lrange", "llen", "lpop", "rpop", "lindex"].contains(name) else {
      return nil
    }
    var held: [String] = []
    switch entries[key] {
    case .list(let elements)?: held = elements
    case nil: break
    case .text?, .set?, .hash?: return Self.wrongType
    }
    func place(_ text: String) -> Int { Int(text).map { $0 < 0 ? held.count + $0 : $0 } ?? 0 }
    switch name {
    case "rpush", "lpush":
      let room = rest.prefix(max(0, Self.limit - held.count))
      held = name == "rpush" ? held + room : room.reversed() + held
      put(key, .list(held))
      return .integer(held.count)
    case "llen": return .integer(held.count)
    case "lindex":
      return held.indices.contains(place(rest[0])) ? .text(held[place(rest[0])]) : .nothing
    case "lrange":
      let (first, last) = (max(0, place(rest[0])), min(held.count - 1, place(rest[1])))
      return .list(first <= last ? held[first...last].map { .text($0) } : [])
    default:
      guard !held.isEmpty else { return .nothing }
      let taken = name == "lpop" ? held.removeFirst() : held.removeLast()
      entries[key] = held.isEmpty ? nil : .list(held)
      return .text(taken)
    }
  }

  // MARK: Sets and hashes

  private mutating func tables(_ name: String, _ key: String, _ rest: [String]) -> RedisReply? {
    switch (name, entries[key]) {
    case ("sadd", nil), ("sadd", .set?), ("smembers", nil), ("smembers", .set?), ("scard", nil),
      ("scard", .set?):
      var held: [String] = []
      if case .set(let elements)? = entries[key] { held = elements }
      if name == "scard" { return .integer(held.count) }
      if name == "smembers" { return .list(held.map { .text($0) }) }
      let before = held.count
      for element in rest where !held.contains(element) && held.count < Self.limit {
        held.append(element)
      }
      put(key, .set(held))
      return .integer(held.count - before)
    case ("hset", nil), ("hset", .hash?), ("hget", nil), ("hget", .hash?), ("hgetall", nil),
      ("hgetall", .hash?):
      return hash(name, key, rest)
    case ("sadd", _), ("smembers", _), ("scard", _), ("hset", _), ("hget", _), ("hgetall", _):
      return Self.wrongType
    default: return nil
    }
  }

  private mutating func hash(_ name: String, _ key: String, _ rest: [String]) -> RedisReply {
    var (order, values): ([String], [String: String]) = ([], [:])
    if case .hash(let names, let held)? = entries[key] { (order, values) = (names, held) }
    switch name {
    case "hget": return values[rest[0]].map { .text($0) } ?? .nothing
    case "hgetall": return .list(order.flatMap { [RedisReply.text($0), .text(values[$0] ?? "")] })
    default:
      guard rest.count % 2 == 0 else {
        return .error("ERR wrong number of arguments for 'hset' command")
      }
      let before = order.count
      for index in stride(from: 0, to: rest.count, by: 2) where order.count < Self.limit {
        if values.updateValue(rest[index + 1], forKey: rest[index]) == nil {
          order.append(rest[index])
        }
      }
      put(key, .hash(order, values))
      return .integer(order.count - before)
    }
  }
}

/// What redis answers.
indirect enum RedisReply: Hashable, Sendable {
  case nothing
  case status(String)
  case error(String)
  case integer(Int)
  case text(String)
  case list([RedisReply])

  /// As `redis-cli` shows it: with types and quotes at a terminal, bare elsewhere.
  func shown(isTerminal: Bool, indent: String = "") -> String {
    switch self {
    case .nothing: return isTerminal ? "(nil)" : ""
    case .status(let text): return text
    case .error(let text): return isTerminal ? "(error) \(text)" : "\(text)\n"
    case .integer(let number): return isTerminal ? "(integer) \(number)" : String(number)
    case .text(let text): return isTerminal ? Self.quoted(text) : text
    case .list(let replies):
      guard isTerminal else {
        return replies.map { $0.shown(isTerminal: false) }.joined(separator: "\n")
      }
      guard !replies.isEmpty else { return "(empty array)" }
      let width = String(replies.count).count
      return replies.enumerated().map { index, reply in
        let number = String(index + 1)
        let gap = String(repeating: " ", count: width - number.count)
        return "\(gap)\(number)) \(reply.shown(isTerminal: true))"
      }.joined(separator: "\n")
    }
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n") + "\""
  }

  // MARK: On the wire

  /// A reply as one text; no other program reads it.
  var encoded: String {
    switch self {
    case .nothing: "_"
    case .status(let text): "+" + text
    case .error(let text): "-" + text
    case .integer(let number): ":\(number)"
    case .text(let text): "$" + text
    case .list(let replies): "*" + replies.map(\.encoded).joined(separator: "\u{1f}")
    }
  }

  init(encoded text: String) {
    let rest = String(text.dropFirst())
    switch text.first {
    case "+": self = .status(rest)
    case "-": self = .error(rest)
    case ":": self = .integer(Int(rest) ?? 0)
    case "$": self = .text(rest)
    case "*":
      self = .list(
        rest.isEmpty
          ? []
          : rest.split(separator: "\u{1f}", omittingEmptySubsequences: false).map {
            RedisReply(encoded: String($0))
          })
    default: self = .nothing
    }
  }
}
