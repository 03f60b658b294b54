import Testing

/// A house rule that can be seen in one file.
struct Rule: Sendable, CustomTestStringConvertible {
  let name: String
  /// The folders that it holds in.
  let folders: [String]
  /// The numbers, from 1, of the lines that break it.
  let violations: @Sendable (SourceFile) -> [Int]
  /// A text that breaks it, as proof that the check can fail.
  let bad: String
  /// The nearest text that keeps it.
  let good: String

  var testDescription: String { name }

  init(
    _ name: String, in folders: [String], bad: String, good: String,
    violations: @escaping @Sendable (SourceFile) -> [Int]
  ) {
    (self.name, self.folders, self.violations) = (name, folders, violations)
    (self.bad, self.good) = (bad, good)
  }

  /// A rule that words must not occur in the code.
  init(_ name: String, in folders: [String], never words: String..., bad: String, good: String) {
    self.init(name, in: folders, bad: bad, good: good) { file in
      words.flatMap(file.lineNumbers(of:))
    }
  }
}

extension Rule {
  static let everywhere = ["Sources", "Tests", "lessons"]
  static let engine = ["Sources/PodEngine"]
  static let libraries = [
    "Sources/PodEngine", "Sources/PodShell", "Sources/PodTutor", "Sources/PodServer",
  ]

  static let all: [Rule] = [
    Rule(
      "the engine imports no Foundation", in: engine,
      never: "import Foundation", "import Glibc", "import Dispatch",
      bad: "internal import FoundationEssentials", good: "internal import OrderedCollections"),
    Rule(
      "the engine reads no clock", in: engine,
      never: "Date(", "ContinuousClock", "SuspendingClock", "clock_gettime", "DispatchTime",
      bad: "let now = Date()", good: "let now = SimulatedTime.start"),
    Rule(
      "the engine draws no randomness but its own", in: engine,
      bad: "let port = Int.random(in: 1...9)", good: "let port = source.next(below: 9)"
    ) { file in
      // Methods follow a dot, which the search for words leaves alone.
      file.lineNumbers(containing: [".random(", ".shuffled()", ".randomElement()"])
        + ["SystemRandomNumberGenerator", "UUID("].flatMap(file.lineNumbers(of:))
    },
    Rule(
      "the engine has no class", in: engine, bad: "  private final class Node {",
      good: "  let classes = 1"
    ) { file in
      // The containers of Swift's `Encoder` must share what they write.
      guard file.path != "Sources/PodEngine/API/APIValueEncoder.swift" else { return [] }
      let modifiers = ["", "final ", "private ", "private final ", "package ", "package final "]
      return file.lineNumbers(beginningWith: modifiers.map { $0 + "class " })
    },
    Rule(
      "only the program prints", in: libraries, bad: "print(text)", good: "printer.print(text)"
    ) { file in
      // These types have a `print` of their own, which writes into an answer.
      let owners = ["extension Workbench {", "extension Shell {", "mutating func print("]
      let hasOwn =
        !file.lineNumbers(containing: owners).isEmpty
        || !file.lineNumbers(of: "func print(").isEmpty
      let words = ["debugPrint(", "dump(", "fputs(", "Swift.print("] + (hasOwn ? [] : ["print("])
      return words.flatMap(file.lineNumbers(of:))
    },
    Rule(
      "nothing is public", in: ["Sources"], bad: "public struct A {}", good: "package struct A {}"
    ) { $0.lineNumbers(beginningWith: ["public ", "open class ", "open func ", "open var "]) },
    Rule(
      "nothing gives up", in: ["Sources", "lessons"],
      never: "try!", "as!", "fatalError(", "preconditionFailure(", "unsafeBitCast(",
      bad: "let a = try! b()", good: "let a = try? b()"),
    Rule(
      "nothing is left to do", in: everywhere, never: "TO" + "DO", "FIX" + "ME",
      bad: "let a = 1 + TO" + "DO", good: "let toDo = 1"),
    Rule(
      "a file has at most 400 lines", in: everywhere,
      bad: String(repeating: "\n", count: 401), good: String(repeating: "\n", count: 399)
    ) { $0.code.count > 401 ? [$0.code.count] : [] },
    Rule(
      "a function has at most 70 lines", in: everywhere,
      bad: "  func a() {\n" + String(repeating: "    b()\n", count: 69) + "  }\n",
      good: "  func a() {\n" + String(repeating: "    b()\n", count: 68) + "  }\n",
      violations: longFunctions),
  ]

  /// Functions begin at a line with `func`, `init` or `deinit` and end, as the formatter writes
  /// them, at the next closing brace of the same indentation.
  private static let longFunctions: @Sendable (SourceFile) -> [Int] = { file in
    let lines = file.code
    return lines.indices.filter { start in
      guard isFunction(lines[start]) else { return false }
      let indentation = lines[start].prefix { $0 == " " }
      let end = lines[(start + 1)...].firstIndex { $0 == indentation + "}" } ?? start
      return end - start + 1 > 70
    }.map { $0 + 1 }
  }

  private static func isFunction(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.contains("func")
      || words.contains { $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
  }
}
