/// `find [PATH…] [-name P] [-iname P] [-path P] [-type T] [-maxdepth N] [-mindepth N] [-size N]
/// [-empty] [-newer F] [!] [-o] [-print|-print0|-delete]`.
enum FindUtility {
  private indirect enum Test {
    case name(ShellPattern, foldsCase: Bool)
    case path(ShellPattern)
    case type(Character)
    case empty
    case newer(SimulatedTime)
    case size(Int, comparison: Character?)
    case not(Test)
    case show(String)
    case delete
  }

  private struct Query {
    var paths: [String] = []
    /// Alternatives (`-o`) of tests that must all hold.
    var alternatives: [[Test]] = [[]]
    var maximumDepth = Int.max
    var minimumDepth = 0
    var hasAction = false
  }

  private enum Failure: Error { case text(String) }

  static func run(_ call: inout UtilityCall) -> Int {
    do throws(Failure) {
      let query = try read(call)
      var status = 0
      for path in query.paths {
        if !visit(path, depth: 0, query, &call) { status = 1 }
      }
      return status
    } catch {
      switch error {
      case .text(let text): return call.complain(text)
      }
    }
  }

  private static func read(_ call: UtilityCall) throws(Failure) -> Query {
    var query = Query()
    var words = call.arguments[...]
    while let word = words.first, !word.hasPrefix("-"), word != "!", word != "(" {
      query.paths.append(words.removeFirst())
    }
    if query.paths.isEmpty { query.paths = ["."] }
    while let word = words.popFirst() {
      try read(word, &words, &query, call)
    }
    return query
  }

  private static func read(
    _ word: String, _ words: inout ArraySlice<String>, _ query: inout Query, _ call: UtilityCall
  ) throws(Failure) {
    switch word {
    case "-maxdepth": query.maximumDepth = try number(word, &words)
    case "-mindepth": query.minimumDepth = try number(word, &words)
    case "-o", "-or": query.alternatives.append([])
    case "-a", "-and", "-follow", "-xdev", "-depth": break
    case "!", "-not":
      var inner = Query()
      guard let next = words.popFirst() else { throw .text("!: argument expected") }
      try read(next, &words, &inner, call)
      guard let test = inner.alternatives.last?.last else { throw .text("unrecognized: \(next)") }
      query.alternatives[query.alternatives.count - 1].append(.not(test))
    default:
      let test = try test(word, &words, call)
      switch test {
      case .show, .delete: query.hasAction = true
      case .name, .path, .type, .empty, .newer, .size, .not: break
      }
      query.alternatives[query.alternatives.count - 1].append(test)
    }
  }

  private static func test(
    _ word: String, _ words: inout ArraySlice<String>, _ call: UtilityCall
  ) throws(Failure) -> Test {
    switch word {
    case "-name": return .name(ShellPattern(Array(try value(word, &words).utf8)), foldsCase: false)
    case "-iname":
      return .name(
        ShellPattern(Array(try value(word, &words).lowercased().utf8)), foldsCase: true)
    case "-path", "-wholename":
      return .path(ShellPattern(Array(try value(word, &words).utf8)))
    case "-type": return .type(try value(word, &words).first ?? "f")
    case "-empty": return .empty
    case "-newer":
      let file = try value(word, &words)
      guard let process = call.process, let node = try? call.kernel.node(file, by: process) else {
        throw .text("\(file): \(Errno.noEntry.text)")
      }
      return .newer(node.modifiedAt)
    case "-size":
      let text = try value(word, &words)
      let sign = text.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
      let amount = String(text.drop { $0 == "+" || $0 == "-" })
      let unit = amount.last?.isNumber == true ? amount + "b" : amount
      guard let bytes = SizeText.bytes(unit) else { throw .text("invalid number '\(text)'") }
      return .size(bytes, comparison: sign)
    case "-print": return .show("\n")
    case "-print0": return .show("\0")
    case "-delete": return .delete
    default:
      throw .text(call.isBusybox ? "unrecognized: \(word)" : "unknown predicate `\(word)'")
    }
  }

  private static func value(_ option: String, _ words: inout ArraySlice<String>)
    throws(Failure) -> String
  {
    guard let value = words.popFirst() else { throw .text("missing argument to \(option)") }
    return value
  }

  private static func number(_ option: String, _ words: inout ArraySlice<String>)
    throws(Failure) -> Int
  {
    let text = try value(option, &words)
    guard let number = Int(text), number >= 0 else { throw .text("invalid number '\(text)'") }
    return number
  }

  /// False where something could not be read.
  private static func visit(
    _ path: String, depth: Int, _ query: Query, _ call: inout UtilityCall
  ) -> Bool {
    guard let process = call.process else { return false }
    let node: FileNode
    do throws(Errno) {
      node = try call.kernel.node(path, by: process, followsLast: false)
    } catch {
      let shown = call.isBusybox ? path : "'\(path)'"
      call.complain("\(shown): \(error.text)")
      return false
    }
    if depth >= query.minimumDepth { apply(query, path, node, &call) }
    guard node.isDirectory, depth < min(query.maximumDepth, RuntimeLimits.syntaxDepth * 4)
    else { return true }
    guard let names = try? call.kernel.names(in: path, by: process) else { return false }
    var isFine = true
    for name in names {
      let next = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if !visit(next, depth: depth + 1, query, &call) { isFine = false }
    }
    return isFine
  }

  private static func apply(
    _ query: Query, _ path: String, _ node: FileNode, _ call: inout UtilityCall
  ) {
    for tests in query.alternatives {
      var holds = true
      for test in tests where holds { holds = check(test, path, node, &call) }
      guard holds else { continue }
      if !query.hasAction { call.print(path) }
      return
    }
  }

  private static func check(
    _ test: Test, _ path: String, _ node: FileNode, _ call: inout UtilityCall
  ) -> Bool {
    switch test {
    case .name(let pattern, let foldsCase):
      let name = path == "/" ? "/" : FilePath.name(of: path)
      return pattern.matches(Array((foldsCase ? name.lowercased() : name).utf8))
    case .path(let pattern): return pattern.matches(Array(path.utf8))
    case .type(let letter):
      return letter == ListUtility.mode(node).first || letter == "f" && isFile(node)
    case .empty:
      guard node.isDirectory else { return isFile(node) && node.sizeBytes == 0 }
      guard let process = call.process else { return false }
      return (try? call.kernel.names(in: path, by: process))?.isEmpty ?? false
    case .newer(let time): return node.modifiedAt > time
    case .size(let bytes, let comparison):
      switch comparison {
      case "+": return node.sizeBytes > bytes
      case "-": return node.sizeBytes < bytes
      default: return node.sizeBytes == bytes
      }
    case .not(let inner): return !check(inner, path, node, &call)
    case .show(let end):
      call.output.append(path + end)
      return true
    case .delete:
      do throws(Errno) {
        try call.kernel.remove(path, directory: .onlyEmpty, by: call.number)
      } catch {
        if error != .notDirectory {
          call.complain("\(path): \(error.text)")
        } else {
          try? call.kernel.remove(path, directory: .never, by: call.number)
        }
      }
      return true
    }
  }

  private static func isFile(_ node: FileNode) -> Bool {
    switch node.kind {
    case .file, .program: true
    case .directory, .link, .device: false
    }
  }
}
