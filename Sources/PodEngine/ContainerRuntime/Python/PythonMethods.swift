/// What texts, lists, dictionaries and files can do.
enum PythonMethods {
  /// The methods of a kind of value; nil where it has none here.
  static func names(of value: PythonValue) -> Set<String>? {
    switch value {
    case .text: texts
    case .list: lists
    case .dictionary, .module("os.environ"): tables
    case .file: ["write", "read", "readline", "readlines", "close", "flush"]
    case .tuple: ["index", "count"]
    default: nil
    }
  }

  private static let texts: Set<String> = [
    "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "splitlines",
    "join", "replace", "startswith", "endswith", "format", "find", "count", "isdigit", "isalpha",
    "zfill", "ljust", "rjust", "center", "encode", "decode",
  ]
  private static let lists: Set<String> = [
    "append", "pop", "insert", "extend", "sort", "reverse", "index", "count", "remove", "clear",
    "copy",
  ]
  private static let tables: Set<String> = [
    "get", "keys", "values", "items", "pop", "update", "setdefault", "clear", "copy",
  ]

  static func call(
    _ name: String, of object: PythonValue, _ arguments: [PythonValue],
    _ named: [String: PythonValue], _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonAnswer {
    switch object {
    case .text(let text): return .value(try call(name, of: text, arguments, &machine))
    case .list(let number): return .value(try call(name, list: number, arguments, named, &machine))
    case .dictionary(let number):
      return .value(try call(name, table: number, arguments, &machine))
    case .module: return .value(try environment(name, arguments, &machine))
    case .file(let descriptor): return .wish(file(name, descriptor, arguments, machine))
    default:
      let elements = machine.held(object) ?? []
      let found = elements.filter { machine.isEqual($0, arguments.first ?? .none) }
      return .value(.integer(found.count))
    }
  }

  private static func file(
    _ name: String, _ descriptor: Int, _ arguments: [PythonValue], _ machine: PythonMachine
  ) -> PythonWish {
    let text = machine.text(of: arguments.first ?? .text(""))
    switch name {
    case "write" where descriptor <= 2:
      return .output(text, descriptor: descriptor, flushes: false)
    case "write": return .write(descriptor, text)
    case "flush": return .flush
    case "close": return .close(descriptor)
    case "readline" where descriptor == 0: return .readLine(prompt: "")
    default: return .read(descriptor)
    }
  }

  // MARK: Texts

  static func stripped(
    _ text: String, _ characters: Set<Character>, start: Bool = true, end: Bool = true
  )
    -> String
  {
    var rest = text[...]
    if start { rest = rest.drop { characters.contains($0) } }
    while end, let last = rest.last, characters.contains(last) { rest.removeLast() }
    return String(rest)
  }

  private static func call(
    _ name: String, of text: String, _ arguments: [PythonValue], _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    let first = arguments.first.map { machine.text(of: $0) }
    let width = arguments.first?.integer ?? 0
    let fill = arguments.dropFirst().first.map { machine.text(of: $0) }?.first ?? " "
    switch name {
    case "upper": return .text(text.uppercased())
    case "lower": return .text(text.lowercased())
    case "capitalize": return .text(text.prefix(1).uppercased() + text.dropFirst().lowercased())
    case "title":
      return .text(
        text.split(separator: " ", omittingEmptySubsequences: false)
          .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " "))
    case "strip", "lstrip", "rstrip":
      let set = first.map { Set($0) } ?? [" ", "\t", "\n", "\r", "\r\n"]
      return .text(stripped(text, set, start: name != "rstrip", end: name != "lstrip"))
    case "split": return try split(text, first, arguments.dropFirst().first?.integer, &machine)
    case "splitlines":
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      let kept = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
      return try machine.store.list(kept.map { .text(String($0)) })
    case "join":
      var parts: [String] = []
      for (index, part) in try machine.elements(of: arguments.first ?? .none).enumerated() {
        guard case .text(let piece) = part else {
          throw PythonException(
            "TypeError", "sequence item \(index): expected str instance, \(part.kind) found")
        }
        parts.append(piece)
      }
      return .text(parts.joined(separator: text))
    case "replace":
      guard let first, !first.isEmpty, arguments.count > 1 else { return .text(text) }
      return .text(text.replacing(first, with: machine.text(of: arguments[1])))
    case "startswith": return .boolean(text.hasPrefix(first ?? ""))
    case "endswith": return .boolean(text.hasSuffix(first ?? ""))
    case "find":
      guard let range = text.firstRange(of: first ?? "") else { return .integer(-1) }
      return .integer(text.distance(from: text.startIndex, to: range.lowerBound))
    case "count": return .integer(first.map { text.ranges(of: $0).count } ?? 0)
    case "isdigit": return .boolean(!text.isEmpty && text.allSatisfy(\.isNumber))
    case "isalpha": return .boolean(!text.isEmpty && text.allSatisfy(\.isLetter))
    case "zfill": return .text(PythonText.padded(text, min(width, 1000), "0", "="))
    case "ljust": return .text(PythonText.padded(text, min(width, 1000), fill, "<"))
    case "rjust": return .text(PythonText.padded(text, min(width, 1000), fill, ">"))
    case "center": return .text(PythonText.padded(text, min(width, 1000), fill, "^"))
    case "format": return .text(try filled(text, arguments, machine))
    default: return .text(text)
    }
  }

  private static func split(
    _ text: String, _ separator: String?, _ limit: Int?, _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    guard let separator, separator != "None", !separator.isEmpty else {
      return try machine.store.list(
        text.split { $0.isWhitespace }.map { .text(String($0)) })
    }
    var parts: [PythonValue] = []
    var rest = text[...]
    while parts.count < limit ?? Int.max, let range = rest.firstRange(of: separator) {
      parts.append(.text(String(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    return try machine.store.list(parts + [.text(String(rest))])
  }

  /// `"{} of {0:>5}".format(…)`.
  private static func filled(
    _ text: String, _ arguments: [PythonValue], _ machine: PythonMachine
  ) throws(PythonException) -> String {
    var result = ""
    var next = 0
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "{" || character == "}", rest.first == character {
        rest.removeFirst()
        result.append(character)
      } else if character == "{" {
        let inside = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(inside.count + 1)
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let index = Int(parts.first ?? "") ?? next
        if parts.first?.isEmpty != false { next += 1 }
        guard arguments.indices.contains(index) else {
          throw PythonException(
            "IndexError", "Replacement index \(index) out of range for positional args tuple")
        }
        result += try PythonText.formatted(
          arguments[index], parts.count > 1 ? String(parts[1]) : "", machine)
      } else {
        result.append(character)
      }
    }
    return result
  }

  // MARK: Lists

  private static func call(
    _ name: String, list number: Int, _ arguments: [PythonValue], _ named: [String: PythonValue],
    _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    let first = arguments.first ?? .none
    let elements = machine.store.lists[number]
    func place(_ index: Int) -> Int { index < 0 ? elements.count + index : index }
    switch name {
    case "append": machine.store.lists[number].append(first)
    case "extend": machine.store.lists[number] += try machine.elements(of: first)
    case "insert":
      let index = max(0, min(elements.count, place(first.integer ?? 0)))
      machine.store.lists[number].insert(arguments.dropFirst().first ?? .none, at: index)
    case "pop":
      let index = place(first.integer ?? -1)
      guard elements.indices.contains(index) else {
        throw PythonException(
          "IndexError", elements.isEmpty ? "pop from empty list" : "pop index out of range")
      }
      return machine.store.lists[number].remove(at: index)
    case "sort":
      let order = try PythonSequences.sorted(elements, machine)
      let isReversed = named["reverse"].map { machine.isTrue($0) } ?? false
      machine.store.lists[number] = isReversed ? order.reversed() : order
    case "reverse": machine.store.lists[number].reverse()
    case "clear": machine.store.lists[number] = []
    case "copy": return try machine.store.list(elements)
    case "count": return .integer(elements.filter { machine.isEqual($0, first) }.count)
    default:
      guard let index = elements.firstIndex(where: { machine.isEqual($0, first) }) else {
        let shown = machine.representation(of: first, depth: 0)
        throw PythonException(
          "ValueError",
          name == "index" ? "\(shown) is not in list" : "list.remove(x): x not in list")
      }
      if name == "index" { return .integer(index) }
      machine.store.lists[number].remove(at: index)
    }
    return .none
  }

  // MARK: Dictionaries

  private static func call(
    _ name: String, table number: Int, _ arguments: [PythonValue], _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    let first = arguments.first ?? .none
    let second = arguments.dropFirst().first
    let keys = machine.store.tables[number].keys
    let pairs = keys.map { ($0, machine.store.value(of: $0, in: number) ?? .none) }
    switch name {
    case "get": return machine.store.value(of: first, in: number) ?? second ?? .none
    case "keys": return .tuple(keys)
    case "values": return .tuple(pairs.map(\.1))
    case "items": return .tuple(pairs.map { .tuple([$0.0, $0.1]) })
    case "pop":
      guard let value = machine.store.remove(first, from: number) ?? second else {
        throw PythonException("KeyError", arguments: [first])
      }
      return value
    case "setdefault":
      if let value = machine.store.value(of: first, in: number) { return value }
      try machine.store.set(first, second ?? .none, in: number)
      return second ?? .none
    case "update":
      guard case .dictionary(let other) = first else { return .none }
      for key in machine.store.tables[other].keys {
        try machine.store.set(key, machine.store.value(of: key, in: other) ?? .none, in: number)
      }
      return .none
    case "clear":
      machine.store.tables[number] = PythonStore.Table()
      return .none
    default: return try machine.store.table(pairs)
    }
  }

  /// `os.environ` is no dictionary, but can do what one can.
  private static func environment(
    _ name: String, _ arguments: [PythonValue], _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    let key = machine.text(of: arguments.first ?? .none)
    let found = machine.environment[key].map { PythonValue.text($0) }
    let second = arguments.dropFirst().first
    let names = machine.environment.keys.sorted()
    switch name {
    case "get": return found ?? second ?? .none
    case "keys": return .tuple(names.map { .text($0) })
    case "values": return .tuple(names.map { .text(machine.environment[$0] ?? "") })
    case "items":
      return .tuple(names.map { .tuple([.text($0), .text(machine.environment[$0] ?? "")]) })
    case "pop":
      guard let value = found ?? second else {
        throw PythonException("KeyError", arguments: [.text(key)])
      }
      machine.environment[key] = nil
      return value
    case "setdefault":
      if found == nil { machine.environment[key] = machine.text(of: second ?? .text("")) }
      return found ?? second ?? .none
    default:
      return try machine.store.table(
        names.map { (.text($0), .text(machine.environment[$0] ?? "")) })
    }
  }
}
