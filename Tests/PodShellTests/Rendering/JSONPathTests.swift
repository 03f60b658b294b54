import PodEngine
import PodShell
import Testing

@Suite struct JSONPathTests {
  private let list: APIValue = [
    "kind": "List",
    "items": [
      [
        "metadata": ["name": "a", "labels": ["app.kubernetes.io/x": "y"]],
        "spec": ["containers": [["name": "c1", "image": "i1"], ["name": "c2", "image": "i2"]]],
        "status": ["phase": "Running", "restarts": 5],
      ],
      ["metadata": ["name": "b"], "spec": ["containers": []], "status": ["phase": "Pending"]],
    ],
  ]

  @Test(arguments: [
    ("{.items[*].metadata.name}", "a b"),
    (
      "{range .items[*]}{.metadata.name}{\"\\t\"}{.status.phase}{\"\\n\"}{end}",
      "a\tRunning\nb\tPending\n"
    ),
    (
      "{range .items[*]}{.metadata.name}:{range .spec.containers[*]} {.name}{end};{end}",
      "a: c1 c2;b:;"
    ),
    ("{.items[?(@.status.phase==\"Running\")].metadata.name}", "a"),
    ("{.items[?(@.status.restarts>3)].metadata.name}", "a"),
    ("{.items[?(@.status.restarts)].metadata.name}", "a"),
    ("{.items[-1].metadata.name}", "b"), ("{.items[0:1].metadata.name}", "a"),
    ("{..image}", "i1 i2"), ("{.items[0].metadata.labels.app\\.kubernetes\\.io/x}", "y"),
    ("{.items[0].metadata['labels']}", "{\"app.kubernetes.io/x\":\"y\"}"),
    ("{.items[*]['metadata.name','status.phase']}", "a b Running Pending"),
    ("x{.kind}y{.nope}z", "xListyz"), ("{@.kind}", "List"), ("{1} {true}", "1 true"),
  ])
  func templates(template: String, text: String) throws {
    #expect(try JSONPath(parsing: template).text(for: list) == text)
  }

  @Test(arguments: [
    ("{.a", "unclosed action"), ("{.a[b]}", "invalid array index b"),
    ("{.a[0}", "unterminated array"), ("{\"a}", "unterminated quoted string"),
    ("{.a[?(@.x==1}", "unterminated filter"),
    ("{#}", "unrecognized character in action: U+0023 '#'"),
    ("{.....}", "invalid multiple recursive descent"),
  ])
  func parseErrors(template: String, message: String) {
    #expect { try JSONPath(parsing: template) } throws: {
      ($0 as? JSONPathError)?.message == message
    }
  }

  @Test func anIndexBeyondTheEndExplainsItself() throws {
    let path = try JSONPath(parsing: "{.items[9]}")
    #expect { try path.text(for: ["items": [1]]) } throws: {
      ($0 as? JSONPathError)?.message
        == "error executing jsonpath \"{.items[9]}\": Error executing template: "
        + "array index out of bounds: index 9, length 1. Printing more information for debugging "
        + "the template:\n\ttemplate was:\n\t\t{.items[9]}\n\tobject given to jsonpath engine "
        + "was:\n\t\tmap[string]interface {}{\"items\":[]interface {}{1}}\n\n\n"
    }
  }

  @Test(arguments: [".metadata.name", "metadata.name", "{.metadata.name}", "{metadata.name}"])
  func relaxedForms(path: String) throws {
    #expect(try JSONPath(relaxed: path).values(in: ["metadata": ["name": "x"]]) == ["x"])
  }

  @Test func columns() throws {
    let columns = try CustomColumns(
      parsing: "NAME:.metadata.name,IMG:.spec.containers[*].image,NONE:.nope")
    let items = list["items"]?.arrayValue ?? []
    #expect(
      try columns.text(for: items)
        == "NAME   IMG      NONE\na      i1,i2    <none>\nb      <none>   <none>\n")
  }

  @Test func sortsNumbersTextsAndAmounts() throws {
    func names(_ values: [APIValue]) throws -> [APIValue] {
      try SortBy.sorted(values.map { ["k": $0] }, by: ".k").compactMap { $0["k"] }
    }
    #expect(try names(["node-10", "node-2", "a"]) == ["a", "node-2", "node-10"])
    #expect(try names([10, 9]) == [9, 10])
    #expect { try SortBy.sorted([["a": 1]], by: "{.k}") } throws: {
      ($0 as? JSONPathError)?.message
        == "couldn't find any field with path \"{.k}\" in the list of objects"
    }
  }
}
