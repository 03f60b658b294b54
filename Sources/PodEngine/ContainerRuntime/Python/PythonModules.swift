/// What can be imported, as far as podlab's python has it.
enum PythonModules {
  /// The members of each module: constants, and functions that `call` or the system answers.
  private static let functions: [String: Set<String>] = [
    "os": [
      "getenv", "getpid", "getppid", "getuid", "getcwd", "listdir", "_exit",
    ],
    "os.path": ["exists", "isfile", "isdir", "join", "basename", "dirname", "getsize"],
    "sys": ["exit"],
    "time": ["sleep", "time", "monotonic", "strftime"],
    "socket": ["gethostname"],
    "platform": ["node", "python_version"],
    "signal": ["signal", "pause"],
    "random": ["random", "randint", "choice"],
    "math": ["floor", "ceil", "sqrt"],
    "json": ["dumps"],
  ]

  /// Modules that a real python brings and podlab's does not.
  private static let absent: Set<String> = [
    "abc", "argparse", "asyncio", "base64", "collections", "concurrent", "contextlib", "copy",
    "csv",
    "ctypes", "datetime", "enum", "functools", "glob", "hashlib", "http", "importlib", "inspect",
    "io", "itertools", "logging", "multiprocessing", "operator", "pathlib", "queue", "re",
    "resource",
    "select", "shutil", "sqlite3", "ssl", "string", "struct", "subprocess", "tempfile", "textwrap",
    "threading", "traceback", "types", "typing", "unittest", "urllib", "uuid", "xml", "zlib",
  ]

  static func module(_ name: String) throws(PythonException) -> PythonValue {
    let top = String(name.prefix { $0 != "." })
    guard functions[top] != nil else {
      guard absent.contains(top) else {
        throw PythonException("ModuleNotFoundError", "No module named '\(top)'")
      }
      throw PythonException("ImportError", "podlab's python does not have the module '\(top)'")
    }
    return .module(top)
  }

  static func attribute(
    _ name: String, of value: PythonValue, _ machine: PythonMachine
  ) throws(PythonException) -> PythonValue {
    if PythonMethods.names(of: value)?.contains(name) == true { return .method(value, name) }
    switch value {
    case .module("sys") where name == "argv": return .tuple(machine.arguments.map { .text($0) })
    case .module("sys") where name == "version":
      return .text("\(machine.environment["PYTHON_VERSION"] ?? "3.13.5") (main) [GCC 12.2.0]")
    case .module: return try member(name, of: value)
    case .exception(let exception) where name == "args": return .tuple(exception.arguments)
    case .exception(let exception) where name == "code": return exception.arguments.first ?? .none
    default:
      throw PythonException(
        "AttributeError", "'\(value.kind)' object has no attribute '\(name)'")
    }
  }

  static func member(
    _ name: String, of module: PythonValue
  ) throws(PythonException) -> PythonValue {
    guard case .module(let owner) = module else { return .none }
    if functions[owner]?.contains(name) == true { return .native("\(owner).\(name)") }
    switch (owner, name) {
    case ("os", "environ"): return .module("os.environ")
    case ("os", "path"): return .module("os.path")
    case ("os", "sep"): return .text("/")
    case ("sys", "stdin"): return .file(0)
    case ("sys", "stdout"): return .file(1)
    case ("sys", "stderr"): return .file(2)
    case ("sys", "platform"): return .text("linux")
    case ("sys", "executable"): return .text("/usr/local/bin/python3")
    case ("math", "pi"): return .float(Double.pi)
    case ("signal", _) where name.hasPrefix("SIG"):
      if let signal = Signal.allCases.first(where: { "SIG\($0.name)" == name }) {
        return .integer(signal.rawValue)
      }
    default: break
    }
    throw PythonException("AttributeError", "podlab's python does not have \(owner).\(name)")
  }

  static func call(
    _ name: String, _ arguments: [PythonValue], _ named: [String: PythonValue],
    _ machine: inout PythonMachine
  ) throws(PythonException) -> PythonAnswer {
    let first = arguments.first ?? .none
    switch name {
    case "sys.exit": throw PythonException("SystemExit", arguments: arguments)
    case "os._exit": return .wish(.leave(first.integer ?? 0))
    case "os.getenv":
      let value = machine.environment[machine.text(of: first)].map { PythonValue.text($0) }
      return .value(value ?? arguments.dropFirst().first ?? named["default"] ?? .none)
    case "time.sleep":
      guard let seconds = first.number else {
        throw PythonException(
          "TypeError", "'\(first.kind)' object cannot be interpreted as an integer")
      }
      guard seconds >= 0 else {
        throw PythonException("ValueError", "sleep length must be non-negative")
      }
      return .wish(.sleep(seconds: seconds))
    case "signal.signal":
      return .wish(.setSignal(first.integer ?? 0, arguments.dropFirst().first ?? .none))
    case "signal.pause": return .wish(.pause)
    case "os.path.join":
      return .value(
        .text(
          arguments.map { machine.text(of: $0) }.reduce("") { path, part in
            part.hasPrefix("/") || path.isEmpty
              ? part : path.hasSuffix("/") ? path + part : "\(path)/\(part)"
          }))
    case "os.path.basename":
      let parts = machine.text(of: first).split(separator: "/", omittingEmptySubsequences: false)
      return .value(.text(parts.last.map(String.init) ?? ""))
    case "os.path.dirname":
      let parts = machine.text(of: first).split(separator: "/", omittingEmptySubsequences: false)
      return .value(.text(parts.dropLast().joined(separator: "/")))
    case "platform.python_version":
      return .value(.text(machine.environment["PYTHON_VERSION"] ?? "3.13.5"))
    case "json.dumps": return .value(.text(PythonJSON.text(of: first, machine, depth: 0)))
    case "math.floor", "math.ceil", "math.sqrt": return .value(try mathematics(name, first))
    case "random.choice":
      let elements = try machine.elements(of: first)
      guard !elements.isEmpty else {
        throw PythonException("IndexError", "Cannot choose from an empty sequence")
      }
      return .wish(.ask(name, [.tuple(elements)]))
    default: return .wish(.ask(name, arguments))
    }
  }

  private static func mathematics(
    _ name: String, _ value: PythonValue
  ) throws(PythonException) -> PythonValue {
    guard let number = value.number else {
      throw PythonException("TypeError", "must be real number, not \(value.kind)")
    }
    if name == "math.sqrt" {
      guard number >= 0 else { throw PythonException("ValueError", "math domain error") }
      return .float(number.squareRoot())
    }
    let rounded = number.rounded(name == "math.floor" ? .down : .up)
    return .integer(Int(exactly: rounded) ?? 0)
  }
}

/// `json.dumps`.
enum PythonJSON {
  static func text(of value: PythonValue, _ machine: PythonMachine, depth: Int) -> String {
    guard depth < 16 else { return "null" }
    switch value {
    case .none: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .integer, .float: return machine.text(of: value)
    case .dictionary(let number):
      let pairs = machine.store.tables[number].keys.map { key in
        let value = machine.store.value(of: key, in: number) ?? .none
        return "\(quoted(machine.text(of: key))): \(text(of: value, machine, depth: depth + 1))"
      }
      return "{\(pairs.joined(separator: ", "))}"
    case .list, .tuple:
      let parts = (machine.held(value) ?? []).map { text(of: $0, machine, depth: depth + 1) }
      return "[\(parts.joined(separator: ", "))]"
    default: return quoted(machine.text(of: value))
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
