import PodEngine
import PodShell
import Testing

/// What Go's text/template makes of the same templates.
@Suite struct GoTemplateTests {
  private static let object: APIValue = [
    "metadata": ["name": "web", "labels": ["app": "shop", "tier": "front"]],
    "spec": ["replicas": 3, "containers": [["name": "a", "image": "nginx"], ["name": "b"]]],
    "status": ["ready": true, "message": .null],
  ]

  @Test(
    arguments: [
      ("{{.metadata.name}}", "web"), ("plain", "plain"), ("{{.nope}}", "<no value>"),
      ("{{.status.message}}", "<no value>"), ("{{.spec.replicas}}", "3"),
      ("{{range .spec.containers}}{{.name}} {{end}}", "a b "),
      ("{{range $i, $c := .spec.containers}}{{$i}}={{$c.name}};{{end}}", "0=a;1=b;"),
      ("{{range $k, $v := .metadata.labels}}{{$k}}:{{$v}} {{end}}", "app:shop tier:front "),
      ("{{range .nope}}x{{else}}none{{end}}", "none"),
      ("{{if .status.ready}}yes{{else}}no{{end}}", "yes"),
      ("{{if eq .metadata.name \"db\"}}1{{else if eq .metadata.name \"web\"}}2{{end}}", "2"),
      ("{{with .metadata}}{{.name}}{{end}}", "web"),
      (
        "{{$n := .metadata.name}}{{range .spec.containers}}{{$n}}/{{.name}} {{end}}", "web/a web/b "
      ),
      ("{{index .metadata.labels \"app\"}}", "shop"),
      ("{{(index .spec.containers 1).name}}", "b"), ("{{len .spec.containers}}", "2"),
      ("{{printf \"%s:%-4s|%v\\n\" .metadata.name \"x\" .status.ready}}", "web:x   |true\n"),
      ("{{.metadata.name | printf \"%q\"}}", "\"web\""), ("{{\"aGk=\" | base64decode}}", "hi"),
      ("a {{- \" b \" -}} c", "a b c"), ("{{/* nothing */}}x", "x"),
      ("{{.metadata.labels}}", "map[app:shop tier:front]"),
      ("{{range .spec.containers}}{{if eq .name \"b\"}}{{break}}{{end}}{{.name}}{{end}}", "a"),
      ("{{and true .metadata.name}} {{or \"\" \"y\"}} {{not true}}", "web y false"),
      ("{{`raw }} text`}}", "raw }} text"),
    ] as [(String, String?)])
  func renders(template: String, text: String?) throws {
    guard let text else {
      #expect(throws: GoTemplateError.self) { try GoTemplate(parsing: template) }
      return
    }
    #expect(try GoTemplate(parsing: template).text(for: Self.object) == text)
  }

  @Test(arguments: [
    ("{{", "1: unclosed action"), ("{{if .a}}x", "1: unexpected EOF"),
    ("{{nope .a}}", "1: function \"nope\" not defined"), ("x\n{{end}}", "2: unexpected {{end}}"),
    ("{{template \"x\"}}", "1: podlab does not simulate {{template}}"),
    ("{{\"open}}", "1: unclosed action"), ("{{(.a}}", "1: unclosed left paren"),
  ])
  func refuses(template: String, message: String) {
    let error = #expect(throws: GoTemplateError.self) { try GoTemplate(parsing: template) }
    #expect(error?.message == message)
  }

  @Test func deepAndLongTemplatesAreRefused() {
    let deep = String(repeating: "{{if true}}", count: 5000)
    #expect(throws: GoTemplateError.self) { try GoTemplate(parsing: deep) }
    let brackets = "{{" + String(repeating: "(", count: 50_000) + "}}"
    #expect(throws: GoTemplateError.self) { try GoTemplate(parsing: brackets) }
  }
}
