import PodEngine
import PodShell
import Testing

@Suite struct ManifestReaderTests {
  /// YAML 1.1 as kubectl reads it; the result as JSON.
  @Test(arguments: [
    ("yes", "true"), ("y", "true"), ("Off", "false"), ("017", "15"), ("0o17", "15"),
    ("0x1f", "31"), ("1_000", "1000"), ("08", "8"), ("-0b11", "-3"), ("1e3", "1000"),
    (".5", "0.5"), ("~", "null"), ("12:30:45", #""12:30:45""#), ("2001-01-01", #""2001-01-01""#),
    ("0x", #""0x""#), ("1e400", #""1e400""#), ("'5'", #""5""#), ("!!str 5", #""5""#),
    (#"!!int "5""#, "5"), ("!!binary aGk=", #""hi""#), ("! 5", #""5""#), ("tRUE", #""tRUE""#),
    ("99999999999999999999", "100000000000000000000"),
  ])
  func scalars(scalar: String, json: String) throws {
    #expect(JSONText.text(try object("{kind: X, v: \(scalar)}")["v"] ?? "none") == json)
  }

  @Test func keysBecomeTexts() throws {
    let keys = try object("{kind: X, 1.50: a, 0x10: b, true: c, 1e7: d}")
    #expect(JSONText.text(keys) == #"{"1.5":"a","16":"b","1e+07":"d","kind":"X","true":"c"}"#)
  }

  @Test func mergedKeys() throws {
    let merged = try object("kind: X\na: &a {x: 1, z: 9}\nb:\n  <<: [*a, {w: 3, x: 7}]\n  z: 2\n")
    #expect(JSONText.text(merged["b"] ?? .null) == #"{"w":3,"x":1,"z":2}"#)
  }

  @Test func documentsListsAndPlaces() throws {
    let text = """
      # nothing here
      --- # first
      kind: A
      spec:
        containers:
        - name: c
          image: x
      ---

      kind: List
      items:
      - {kind: B, spec: {x: 1}}
      ---
      {"kind": "C"} {"kind": "D"}
      """
    let documents = try ManifestReader.documents(in: text, file: "a.yaml")
    #expect(documents.compactMap { $0.value["kind"] } == ["A", "B", "C", "D"])
    let image: [PathElement] = [.key("spec"), .key("containers"), .index(0), .key("image")]
    #expect(documents[0].position(of: image)?.description == "a.yaml:7:5")
    #expect(documents[0].position(of: [.key("nope")]) == nil)
    #expect(
      documents[0].nearestPosition(ofFieldPath: "spec.containers[0].ports[3].name").description
        == "a.yaml:6:5")
    #expect(documents[1].start.description == "a.yaml:12:3")
    #expect(documents[1].position(of: [.key("spec"), .key("x")])?.description == "a.yaml:12:20")
    #expect(documents[3].start.description == "a.yaml:14:15")
  }

  @Test(arguments: [
    ("a: b: c\n", "yaml: mapping values are not allowed in this context", 1),
    ("kind: X\na: b: c\n", "yaml: line 2: mapping values are not allowed in this context", 2),
    ("kind: X\na:\n\t- b\n", "yaml: line 3: found character that cannot start any token", 3),
    ("kind: X\na: 'x\n", "yaml: line 3: found unexpected end of stream", 3),
    ("kind: X\na: {b: c\n", "yaml: line 2: did not find expected ',' or '}'", 3),
    ("kind: X\n foo: 1\nb: 2\n", "yaml: line 2: mapping values are not allowed in this context", 2),
    ("kind: X\na: *q\n", "yaml: unknown anchor 'q' referenced", 2),
    ("kind: X\na: &q [*q]\n", "yaml: anchor 'q' value contains itself", 2),
    ("kind: X\na: {? [b] : c}\n", "yaml: invalid map key: []interface {}{\"b\"}", 2),
    ("kind: X\n<<: 5\n", "yaml: map merge requires map or sequence of maps as the value", 2),
    ("kind: X\na: !!int x\n", "yaml: cannot decode !!str `x` as a !!int", 2),
    ("kind: X\na: .inf\n", "json: unsupported value: +Inf", 2),
    (
      "kind: X\na: 1\na: 2\n",
      "yaml: unmarshal errors:\n  line 3: key \"a\" already set in map", 3
    ),
  ])
  func yamlErrors(text: String, message: String, line: Int) {
    // A document before it shifts the place but not kubectl's line.
    let error = ManifestReader.read("kind: X\n---\n" + text, file: "f").error
    #expect(
      error?.text == "error: error parsing f: error converting YAML to JSON: \(message)")
    #expect(error?.line == line + 2)
    #expect(error?.advice.isEmpty == false)
  }

  @Test(arguments: [
    (
      "{\"a\": 1,,}",
      "error parsing f: json: offset 9: invalid character ',' looking for beginning of object key string"
    ),
    ("{\"kind\":\"A\"", "error parsing f: unexpected EOF"),
    (
      "{'a': 1",
      "error parsing f: json: offset 2: invalid character '\\'' looking for beginning of object key string"
    ),
    (
      "hello",
      "unable to decode \"f\": json: cannot unmarshal string into Go value of type unstructured.detector"
    ),
    ("a: 1", "unable to decode \"f\": Object 'Kind' is missing in '{\"a\":1}'"),
    ("kind: X\n--- {a: b}\n", "error parsing f: invalid Yaml document separator: {a: b}"),
    (
      "a: \0",
      "error parsing f: error converting YAML to JSON: yaml: control characters are not allowed"
    ),
  ])
  func otherErrors(text: String, message: String) {
    #expect(ManifestReader.read(text, file: "f").error?.message == message)
  }

  @Test func flowStyleThatIsNoJSON() throws {
    #expect(try object("{kind: X, a: [1,],}")["a"] == [1])
  }

  @Test func whatComesBeforeAnErrorIsKept() {
    let (documents, error) = ManifestReader.read("kind: A\n---\na: b: c\n", file: "f")
    #expect(documents.count == 1)
    #expect(error != nil)
  }

  @Test func emptyTexts() throws {
    for text in ["", "\n", "# x\n---\n---\n", "\u{FEFF}"] {
      #expect(try ManifestReader.documents(in: text, file: "f").isEmpty)
    }
    #expect(try object("\u{FEFF}kind: X\r\na: 1\r\n") == ["kind": "X", "a": 1])
  }

  @Test func patches() throws {
    #expect(try ManifestReader.patch("{\"spec\": {\"a\": null}}") == ["spec": ["a": .null]])
    #expect(try ManifestReader.patch("spec: {a: yes}") == ["spec": ["a": true]])
    #expect(throws: ManifestError.self) { try ManifestReader.patch("{\"a\":") }
  }
}
