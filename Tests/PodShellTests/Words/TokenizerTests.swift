import PodShell
import Testing

struct TokenizerTests {
  @Test(
    arguments: [
      ("get pods", ["get", "pods"]),
      ("  get   pods  # all of them", ["get", "pods"]),
      ("# nothing", []),
      ("", []),
      ("a#b", ["a#b"]),
      ("label x note='a b' \"c d\"", ["label", "x", "note=a b", "c d"]),
      ("x \"a\\\"b\" 'a\\b' a\\ b \"$HOME\"", ["x", "a\"b", "a\\b", "a b", "$HOME"]),
      ("a \\\n b", ["a", "b"]),
      (
        "get -o jsonpath='{.items[*].metadata.name}'",
        ["get", "-o", "jsonpath={.items[*].metadata.name}"]
      ),
      ("x ''", ["x", ""]),
    ] as [(String, [String])])
  func words(text: String, expected: [String]) throws {
    #expect(try Tokenizer.commands(in: text).flatMap(\.words).map(\.text) == expected)
  }

  @Test func severalCommands() throws {
    let commands = try Tokenizer.commands(in: "a b && c; d\ne")
    #expect(commands.map { $0.words.map(\.text) } == [["a", "b"], ["c"], ["d"], ["e"]])
    #expect(commands.map(\.joint) == [.always, .afterSuccess, .always, .always])
  }

  @Test func pipesAndFiles() throws {
    let commands = try Tokenizer.commands(in: "a b|c 'd|e' | f >x || g>>y h && i '>'")
    #expect(commands.map { $0.words.map(\.text) } == [["a", "b"], ["g", "h"], ["i", ">"]])
    #expect(commands[0].filters.map { $0.map(\.text) } == [["c", "d|e"], ["f"]])
    #expect(commands.map { $0.target?.file.text } == ["x", "y", nil])
    #expect(commands.map { $0.target?.isAppending } == [false, true, nil])
    #expect(commands.map(\.joint) == [.always, .afterFailure, .afterSuccess])
  }

  @Test func positions() throws {
    let words = try Tokenizer.commands(in: "get\nä 'b c'  d").flatMap(\.words)
    #expect(words.map { "\($0.position)" } == ["1:1", "2:1", "2:3", "2:10"])
    #expect(words.map(\.offset) == [0, 4, 7, 14])
  }

  @Test(arguments: [
    ("apply <<YAML\na: 1\n\tb\nYAML", "a: 1\n\tb\n"),
    ("apply -f - <<'E O'\n$x\nE O\n", "$x\n"),
    ("apply <<-E\n\t\ta\n\tE", "a\n"),
    ("apply << E && get pods\na\nE", "a\n"),
  ])
  func heredoc(text: String, body: String) throws {
    #expect(try Tokenizer.commands(in: text).compactMap(\.heredoc?.body).first == body)
  }

  @Test(
    arguments: [
      ("get 'pods", Continuation.quote("'")),
      ("get \"pods\\\"", .quote("\"")),
      ("get \\", .backslash),
      ("apply <<YAML", .heredoc(delimiter: "YAML")),
      ("apply <<YAML\na: 1\n YAML", .heredoc(delimiter: "YAML")),
      ("get pods", nil),
      ("a | b", nil),
    ] as [(String, Continuation?)])
  func continuation(text: String, expected: Continuation?) {
    #expect(Laboratory().session.continuation(of: text) == expected)
  }

  @Test(arguments: [
    ("a 2> b", "2>", 3), ("a >& b", ">&", 3), ("a & b", "&", 3), ("a <<< b", "<<<", 3),
  ])
  func unsupportedOperators(text: String, sign: String, column: Int) {
    #expect(throws: WordsError.unsupportedOperator(sign, TextPosition(column: column))) {
      try Tokenizer.commands(in: text)
    }
  }

  @Test(arguments: ["&& a", "a &&", "a && && b", "a && ;"])
  func missingCommands(text: String) {
    #expect(throws: WordsError.self) { try Tokenizer.commands(in: text) }
  }
}
