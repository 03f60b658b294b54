/// The functions that are always there.
enum PythonBuiltins {
  static let names: Set<String> = [
    "print", "int", "float", "str", "bool", "len", "range", "abs", "min", "max", "sum", "sorted",
    "repr", "list", "tuple", "dict", "enumerate", "zip", "input", "open", "exit", "quit", "ord",
    "chr", "round", "any", "all", "reversed", "isinstance", "type", "hex", "format",
  ]

  static func call(
    _ name: String, _ arguments: [PythonValue], _ named: [String: PythonValue],
    _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonAnswer {
    let first = arguments.first ?? .none
    switch name {
    case "print": return try print(arguments, named, machine)
    case "exit", "quit": throw PythonException("SystemExit", arguments: arguments)
    case "input":
      return .wish(.readLine(prompt: arguments.first.map { machine.text(of: $0) } ?? ""))
    case "open":
      let mode = arguments.count > 1 ? arguments[1] : named["mode"] ?? .text("r")
      return .wish(.open(machine.text(of: first), mode: machine.text(of: mode)))
    case "int": return .value(try integer(arguments, named, machine))
    case "float": return .value(try float(first))
    case "str", "format": return .value(.text(try text(arguments, machine)))
    case "repr": return .value(.text(machine.representation(of: first, depth: 0)))
    case "bool": return .value(.boolean(machine.isTrue(first)))
    case "len": return .value(.integer(try length(first, machine)))
    case "type": return .value(.text("<class '\(first.kind)'>"))
    case "isinstance": return .value(.boolean(isInstance(first, arguments.dropFirst().first)))
    case "ord", "chr", "hex", "abs", "round": return .value(try number(name, arguments))
    case "range": return .value(try range(arguments))
    case "list", "tuple", "dict", "sorted", "reversed", "enumerate", "zip", "min", "max", "sum",
      "any", "all":
      return .value(try PythonSequences.call(name, arguments, named, &machine))
    default: return try PythonModules.call(name, arguments, named, &machine)
    }
  }

  private static func print(
    _ arguments: [PythonValue], _ named: [String: PythonValue], _ machine: PythonMachine
  ) throws(PythonException) -> PythonAnswer {
    let separator = named["sep"].map { $0 == .none ? " " : machine.text(of: $0) } ?? " "
    let end = named["end"].map { $0 == .none ? "\n" : machine.text(of: $0) } ?? "\n"
    let text = arguments.map { machine.text(of: $0) }.joined(separator: separator) + end
    if case .file(let descriptor)? = named["file"], descriptor > 2 {
      return .wish(.write(descriptor, text))
    }
    let isError = named["file"] == .file(2)
    let flushes = named["flush"].map { machine.isTrue($0) } ?? false
    return .wish(.output(text, descriptor: isError ? 2 : 1, flushes: flushes))
  }

  private static func integer(
    _ arguments: [PythonValue], _ named: [String: PythonValue], _ machine: PythonMachine
  ) throws(PythonException) -> PythonValue {
    let first = arguments.first ?? .integer(0)
    if let integer = first.integer { return .integer(integer) }
    if case .float(let value) = first {
      guard let whole = Int(exactly: value.rounded(.towardZero)) else {
        throw PythonException("OverflowError", "cannot convert float to integer")
      }
      return .integer(whole)
    }
    guard case .text(let text) = first else {
      throw PythonException(
        "TypeError",
        "int() argument must be a string, a bytes-like object or a real number, not "
          + "'\(first.kind)'")
    }
    let base = (arguments.dropFirst().first ?? named["base"])?.integer ?? 10
    let plain = PythonMethods.stripped(text, [" ", "\t", "\n", "\r"]).filter { $0 != "_" }
    guard (2...36).contains(base), let value = Int(plain, radix: base) else {
      throw PythonException(
        "ValueError",
        "invalid literal for int() with base \(base): \(PythonText.quoted(text))")
    }
    return .integer(value)
  }

  private static func float(_ value: PythonValue) throws(PythonException) -> PythonValue {
    if let number = value.number { return .float(number) }
    guard case .text(let text) = value else {
      throw PythonException(
        "TypeError", "float() argument must be a string or a real number, not '\(value.kind)'")
    }
    guard let number = Double(PythonMethods.stripped(text, [" ", "\t", "\n", "\r"])) else {
      throw PythonException(
        "ValueError", "could not convert string to float: \(PythonText.quoted(text))")
    }
    return .float(number)
  }

  private static func text(
    _ arguments: [PythonValue], _ machine: PythonMachine
  ) throws(PythonException) -> String {
    guard let first = arguments.first else { return "" }
    guard arguments.count > 1 else { return machine.text(of: first) }
    return try PythonText.formatted(first, machine.text(of: arguments[1]), machine)
  }

  private static func length(
    _ value: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> Int {
    guard let elements = machine.held(value) else {
      throw PythonException("TypeError", "object of type '\(value.kind)' has no len()")
    }
    return elements.count
  }

  private static func isInstance(_ value: PythonValue, _ kind: PythonValue?) -> Bool {
    switch kind {
    case .native(let name)?: value.kind == name || name == "int" && value.kind == "bool"
    case .exceptionKind(let name)?:
      if case .exception(let exception) = value { exception.isA(name) } else { false }
    case .tuple(let kinds)?: kinds.contains { isInstance(value, $0) }
    default: false
    }
  }

  private static func number(
    _ name: String, _ arguments: [PythonValue]
  ) throws(PythonException) -> PythonValue {
    let first = arguments.first ?? .none
    switch (name, first) {
    case ("ord", .text(let text)) where text.unicodeScalars.count == 1:
      return .integer(text.unicodeScalars.first.map { Int($0.value) } ?? 0)
    case ("chr", .integer(let value)):
      guard let scalar = UInt32(exactly: value).flatMap({ Unicode.Scalar($0) }) else {
        throw PythonException("ValueError", "chr() arg not in range(0x110000)")
      }
      return .text(String(Character(scalar)))
    case ("hex", .integer(let value)):
      return .text((value < 0 ? "-" : "") + "0x" + String(value.magnitude, radix: 16))
    case ("abs", .integer(let value)) where value > Int.min: return .integer(abs(value))
    case ("abs", .float(let value)): return .float(value.magnitude)
    case ("round", .integer): return first
    case ("round", .float(let value)):
      if let digits = arguments.dropFirst().first?.integer {
        return .float(Double(PythonText.fixed(value, digits)) ?? value)
      }
      return .integer(Int(exactly: value.rounded(.toNearestOrEven)) ?? 0)
    default: throw PythonException("TypeError", "bad operand type for \(name)(): '\(first.kind)'")
    }
  }

  private static func range(_ arguments: [PythonValue]) throws(PythonException) -> PythonValue {
    var numbers: [Int] = []
    for argument in arguments {
      guard let integer = argument.integer else {
        throw PythonException(
          "TypeError", "'\(argument.kind)' object cannot be interpreted as an integer")
      }
      numbers.append(integer)
    }
    guard (1...3).contains(numbers.count) else {
      throw PythonException("TypeError", "range expected 1 to 3 arguments, got \(numbers.count)")
    }
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else { throw PythonException("ValueError", "range() arg 3 must not be zero") }
    return numbers.count == 1
      ? .range(0, numbers[0], step: 1) : .range(numbers[0], numbers[1], step: step)
  }
}

/// Functions over what holds several values.
enum PythonSequences {
  static func call(
    _ name: String, _ arguments: [PythonValue], _ named: [String: PythonValue],
    _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonValue {
    if name == "dict" {
      return try machine.store.table(named.keys.sorted().map { (.text($0), named[$0] ?? .none) })
    }
    var lists: [[PythonValue]] = []
    let takesMany = (name == "min" || name == "max") && arguments.count > 1
    for argument in takesMany ? [.tuple(arguments)] : arguments where argument.integer == nil {
      lists.append(try machine.elements(of: argument))
    }
    let all = lists.first ?? []
    switch name {
    case "tuple": return .tuple(all)
    case "list": return try machine.store.list(all)
    case "sorted":
      let order = try sorted(all, machine)
      let isReversed = named["reverse"].map { machine.isTrue($0) } ?? false
      return try machine.store.list(isReversed ? order.reversed() : order)
    case "reversed": return .tuple(all.reversed())
    case "enumerate":
      let start = (named["start"] ?? arguments.dropFirst().first)?.integer ?? 0
      return .tuple(all.enumerated().map { .tuple([.integer($0.offset + start), $0.element]) })
    case "zip":
      let count = lists.map(\.count).min() ?? 0
      return .tuple((0..<count).map { index in .tuple(lists.map { $0[index] }) })
    case "any": return .boolean(all.contains { machine.isTrue($0) })
    case "all": return .boolean(all.allSatisfy { machine.isTrue($0) })
    case "sum":
      var sum = PythonValue.integer(0)
      for value in all { sum = try PythonOperators.binary("+", sum, value, &machine) }
      return sum
    default:
      guard let found = try sorted(all, machine).edge(name == "max") else {
        throw PythonException("ValueError", "\(name)() iterable argument is empty")
      }
      return found
    }
  }

  static func sorted(
    _ values: [PythonValue], _ machine: PythonMachine
  ) throws(PythonException) -> [PythonValue] {
    if let first = values.first {
      for value in values where PythonOperators.order(value, first, machine) == nil {
        throw PythonException(
          "TypeError",
          "'<' not supported between instances of '\(value.kind)' and '\(first.kind)'")
      }
    }
    return values.enumerated().sorted { left, right in
      let order = PythonOperators.order(left.element, right.element, machine) ?? 0
      return order == 0 ? left.offset < right.offset : order < 0
    }.map(\.element)
  }
}

extension [PythonValue] {
  fileprivate func edge(_ isLast: Bool) -> PythonValue? { isLast ? last : first }
}
