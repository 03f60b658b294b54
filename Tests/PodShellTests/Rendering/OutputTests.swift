import PodEngine
import PodShell
import Testing

@Suite struct YAMLTextTests {
  /// What kubectl 1.33 prints for strings that look like something else.
  @Test(arguments: [
    ("", "\"\""), ("true", "\"true\""), ("yes", "\"yes\""), ("y", "\"y\""), ("null", "\"null\""),
    ("~", "\"~\""), ("1", "\"1\""), ("1e3", "\"1e3\""), ("0x1F", "\"0x1F\""), ("NaN", "NaN"),
    ("1_000", "\"1_000\""), ("12:30", "\"12:30\""), ("2025-01-01", "\"2025-01-01\""),
    ("2025-02-31", "2025-02-31"), ("a: b", "'a: b'"), ("a:b", "a:b"), ("a #c", "'a #c'"),
    ("- x", "'- x'"), ("-", "'-'"), ("--", "--"), ("[x]", "'[x]'"), ("it's", "it's"),
    ("'q'", "'''q'''"), ("tab\there", "\"tab\\there\""), ("cr\rx", "\"cr\\rx\""),
    ("emoji😀", "\"emoji\\U0001F600\""), ("\u{1B}[0m", "\"\\e[0m\""), ("1.2.3", "1.2.3"),
    ("\u{FEFF}b", "\"\\uFEFF\\x62\""), ("1Gi", "1Gi"), (" lead", "' lead'"), ("日本", "日本"),
    ("two\nlines", "|-\n  two\n  lines"), ("two\nlines\n", "|\n  two\n  lines"),
    ("two\n\n", "|+\n  two\n"), ("\nstart", "|2-\n\n  start"), ("x \ny", "\"x \\ny\""),
  ])
  func strings(value: String, text: String) {
    #expect(YAMLText.text(["k": .string(value)]) == "k: \(text)\n")
  }

  @Test func longLinesFoldAfterColumnEighty() {
    let words = Array(repeating: "word", count: 20).joined(separator: " ")
    let folded = Array(repeating: "word", count: 16).joined(separator: " ")
    #expect(YAMLText.text(["k": .string(words)]) == "k: \(folded)\n  word word word word\n")
  }

  @Test func collections() {
    let value: APIValue = [
      "list": [1, "a", [2, [3]], ["x": 1, "y": []], [], [:]], "n": .null, "b": .double(1.5),
      "a10": 1, "a9": 2, "big": .double(1e21), "whole": .double(2), "m": ["k": [["z": 1]]],
    ]
    #expect(
      YAMLText.text(value) == """
        a9: 2
        a10: 1
        b: 1.5
        big: 1e+21
        list:
        - 1
        - a
        - - 2
          - - 3
        - x: 1
          "y": []
        - []
        - {}
        m:
          k:
          - z: 1
        "n": null
        whole: 2

        """)
  }

  @Test func longKeysNeedAMark() {
    let key = String(repeating: "k", count: 130)
    #expect(YAMLText.text([key: 1]) == "? \(key)\n: 1\n")
  }
}

@Suite struct JSONTextTests {
  private let value: APIValue = [
    "b": ["a&b<c>", "\u{01}\t\"\\", "é\u{2028}"], "a": [:], "e": [], "n": [1, .null, true],
    "f": [.double(1e21), .double(1e-7), .double(2), .double(-0.5)],
  ]

  @Test func oneLine() {
    #expect(
      JSONText.text(value)
        == #"{"a":{},"b":["a\u0026b\u003cc\u003e","\u0001\t\"\\","é\u2028"],"e":[],"#
        + #""f":[1e+21,1e-7,2,-0.5],"n":[1,null,true]}"#)
  }

  @Test func pretty() {
    #expect(
      JSONText.text(["a": [1, ["b": "c"]], "e": [:]], pretty: true) == """
        {
            "a": [
                1,
                {
                    "b": "c"
                }
            ],
            "e": {}
        }

        """)
  }

  @Test func whatIsWrittenReadsBack() throws {
    #expect(try JSONReader.value(JSONText.text(value, pretty: true))["b"] == value["b"])
  }
}

@Suite struct OutputFormatTests {
  @Test(arguments: [
    (
      "foo",
      "unable to match a printer suitable for the output format \"foo\", allowed formats are: "
        + "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
        + "jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml"
    ),
    ("jsonpath=", "template format specified but no template given"),
    ("jsonpath={.a", "error parsing jsonpath {.a, unclosed action"),
    ("custom-columns", "custom-columns format specified but no custom columns given"),
    (
      "custom-columns=NAME",
      "unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>"
    ),
    (
      "go-template-file=x",
      "podlab does not simulate the output format \"go-template-file\"; "
        + "write the template in place, without -file"
    ),
    (
      "go-template={{.a",
      "error parsing template {{.a, template: output:1: unclosed action"
    ),
  ])
  func refusals(text: String, message: String) {
    #expect {
      try OutputFormat(parsing: text)
    } throws: { ($0 as? OutputFormatError)?.message == message }
  }

  @Test func tablesOfSeveralKindsNameThem() throws {
    let groups = [
      Renderer.Group(resource: .namespaces, objects: [["metadata": ["name": "a"]]]),
      Renderer.Group(resource: .replicaSets, objects: [["metadata": ["name": "r"]]]),
    ]
    let text = try Renderer.render(
      groups, format: .table, isList: true, options: TableOptions(), now: .start)
    #expect(
      text == """
        NAME          STATUS   AGE
        namespace/a            <unknown>

        NAME                DESIRED   CURRENT   READY   AGE
        replicaset.apps/r   0         0         0       <unknown>

        """)
  }
}
