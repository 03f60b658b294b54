/// A value of a python program. Lists and dictionaries are shared, so they stand in a store
/// (`PythonStore`) and their values name them.
indirect enum PythonValue: Hashable, Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case text(String)
  case tuple([PythonValue])
  case list(Int)
  case dictionary(Int)
  case range(Int, Int, step: Int)
  case iterator(Int)
  /// What the program defines, by number.
  case function(Int)
  /// What python brings: `print`, `os.getenv`.
  case native(String)
  case method(PythonValue, String)
  case module(String)
  case exceptionKind(String)
  case exception(PythonException)
  /// An open file, by descriptor.
  case file(Int)

  /// `12`, `0x1f`, `1.5`, `1e3`.
  init?(number text: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("0x"), let value = Int(lower.dropFirst(2), radix: 16) {
      self = .integer(value)
    } else if lower.hasPrefix("0o"), let value = Int(lower.dropFirst(2), radix: 8) {
      self = .integer(value)
    } else if lower.hasPrefix("0b"), let value = Int(lower.dropFirst(2), radix: 2) {
      self = .integer(value)
    } else if let value = Int(text) {
      self = .integer(value)
    } else if lower.contains(where: { $0 == "." || $0 == "e" }), let value = Double(lower) {
      self = .float(value)
    } else {
      return nil
    }
  }

  /// The name of its class.
  var kind: String {
    switch self {
    case .none: "NoneType"
    case .boolean: "bool"
    case .integer: "int"
    case .float: "float"
    case .text: "str"
    case .tuple: "tuple"
    case .list: "list"
    case .dictionary: "dict"
    case .range: "range"
    case .iterator: "iterator"
    case .function: "function"
    case .native, .method: "builtin_function_or_method"
    case .module: "module"
    case .exceptionKind: "type"
    case .exception(let exception): exception.kind
    case .file: "_io.TextIOWrapper"
    }
  }

  /// A number that may stand where an integer is wanted; True is 1.
  var integer: Int? {
    switch self {
    case .integer(let value): value
    case .boolean(let value): value ? 1 : 0
    default: nil
    }
  }

  var number: Double? {
    if case .float(let value) = self { return value }
    return integer.map { Double($0) }
  }
}

/// Something that went wrong, or `sys.exit`.
struct PythonException: Error, Hashable, Sendable {
  let kind: String
  var arguments: [PythonValue] = []

  init(_ kind: String, _ text: String) {
    self.kind = kind
    arguments = [.text(text)]
  }

  init(_ kind: String, arguments: [PythonValue]) {
    self.kind = kind
    self.arguments = arguments
  }

  /// The classes that python knows, with the class above each.
  private static let parents: [String: String] = [
    "Exception": "BaseException", "SystemExit": "BaseException",
    "KeyboardInterrupt": "BaseException", "ArithmeticError": "Exception",
    "ZeroDivisionError": "ArithmeticError", "OverflowError": "ArithmeticError",
    "LookupError": "Exception", "KeyError": "LookupError", "IndexError": "LookupError",
    "TypeError": "Exception", "ValueError": "Exception", "NameError": "Exception",
    "UnboundLocalError": "NameError", "AttributeError": "Exception", "ImportError": "Exception",
    "ModuleNotFoundError": "ImportError", "RuntimeError": "Exception",
    "NotImplementedError": "RuntimeError", "RecursionError": "RuntimeError",
    "AssertionError": "Exception", "OSError": "Exception", "FileNotFoundError": "OSError",
    "PermissionError": "OSError", "IsADirectoryError": "OSError", "FileExistsError": "OSError",
    "ConnectionError": "OSError", "TimeoutError": "OSError", "EOFError": "Exception",
    "MemoryError": "Exception", "StopIteration": "Exception", "UnicodeError": "ValueError",
  ]

  static func isKind(_ name: String) -> Bool {
    name == "BaseException" || name == "IOError" || parents[name] != nil
  }

  /// Whether `except NAME` catches it.
  func isA(_ name: String) -> Bool {
    let wanted = name == "IOError" ? "OSError" : name
    var own: String? = kind
    while let current = own {
      if current == wanted { return true }
      own = Self.parents[current]
    }
    return false
  }
}

/// The lists, dictionaries and iterators of a program.
struct PythonStore: Sendable {
  struct Table: Hashable, Sendable {
    /// In the order in which they came.
    var keys: [PythonValue] = []
    var values: [PythonValue: PythonValue] = [:]
  }

  struct Iterator: Hashable, Sendable {
    var source: PythonValue
    var position = 0
  }

  var lists: [[PythonValue]] = []
  var tables: [Table] = []
  var iterators: [Iterator] = []

  /// How many there may be.
  private static let limit = 100_000

  mutating func list(_ elements: [PythonValue]) throws(PythonException) -> PythonValue {
    try check(lists.count)
    lists.append(elements)
    return .list(lists.count - 1)
  }

  mutating func table(
    _ pairs: [(PythonValue, PythonValue)]
  ) throws(PythonException) -> PythonValue {
    try check(tables.count)
    tables.append(Table())
    for (key, value) in pairs { try set(key, value, in: tables.count - 1) }
    return .dictionary(tables.count - 1)
  }

  mutating func iterator(over source: PythonValue) throws(PythonException) -> PythonValue {
    try check(iterators.count)
    iterators.append(Iterator(source: source))
    return .iterator(iterators.count - 1)
  }

  private func check(_ count: Int) throws(PythonException) {
    guard count < Self.limit else {
      throw PythonException("MemoryError", "more than \(Self.limit) objects (podlab's limit)")
    }
  }

  mutating func set(
    _ key: PythonValue, _ value: PythonValue, in table: Int
  ) throws(PythonException) {
    if case .list = key { throw PythonException("TypeError", "unhashable type: 'list'") }
    if case .dictionary = key { throw PythonException("TypeError", "unhashable type: 'dict'") }
    if tables[table].values.updateValue(value, forKey: Self.hashed(key)) == nil {
      tables[table].keys.append(key)
    }
  }

  func value(of key: PythonValue, in table: Int) -> PythonValue? {
    tables[table].values[Self.hashed(key)]
  }

  mutating func remove(_ key: PythonValue, from table: Int) -> PythonValue? {
    tables[table].keys.removeAll { Self.hashed($0) == Self.hashed(key) }
    return tables[table].values.removeValue(forKey: Self.hashed(key))
  }

  /// 1, 1.0 and True are the same key.
  private static func hashed(_ key: PythonValue) -> PythonValue {
    if let integer = key.integer { return .integer(integer) }
    if case .float(let value) = key, let integer = Int(exactly: value) { return .integer(integer) }
    return key
  }
}
