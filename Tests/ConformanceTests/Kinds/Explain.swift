import OrderedCollections
import PodEngine

@testable import PodShell

/// What kubectl explains from an OpenAPI document; the file has one for all its cases.
func answerExplain(_ question: CaseQuestion) throws -> Answer {
  let words = question.beside["command"]?.arrayValue?.compactMap(\.stringValue) ?? []
  guard let document = question.file["openapi"] else {
    throw UnknownQuestion("a file without an OpenAPI document")
  }
  let session = Session(configuration: SessionConfiguration(nodeCount: 0))
  var bench = Workbench(
    cluster: session.cluster, settings: session.settings, history: session.history,
    configuration: session.configuration)
  do {
    let simple = SimpleCommand(words: words.map { Word($0) })
    guard let command = try CommandTable.read(simple).command as? Explain else {
      throw UnknownQuestion("a command other than explain")
    }
    try command.explain(OpenAPIReader(document).description, in: &bench)
  } catch let error as CommandError { bench.fail(error) }
  var outcome = Outcome()
  outcome.output = bench.output
  var answer = Answer()
  answer["rc"] = .equals(.integer(bench.failure?.exitCode ?? 0))
  answer["stdout"] = .equals(.string(outcome.standardOutput))
  answer["stderr"] = .equalsOr(.string(outcome.standardError), whenUnsaid: "")
  return answer
}

/// Reads the types of an OpenAPI v3 document.
struct OpenAPIReader {
  private(set) var description = APIDescription()

  init(_ document: APIValue) {
    let schemas = document["components"]?["schemas"]?.objectValue ?? [:]
    for (name, schema) in schemas {
      read(schema, called: name, hasName: true)
      for kind in schema["x-kubernetes-group-version-kind"]?.arrayValue ?? [] {
        description.add(
          APIDescription.Kind(
            group: kind["group"]?.stringValue ?? "", version: kind["version"]?.stringValue ?? "",
            kind: kind["kind"]?.stringValue ?? "", type: name))
      }
    }
  }

  private mutating func read(_ schema: APIValue, called name: String, hasName: Bool) {
    let required = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
    var fields: [APIDescription.Field] = []
    for (field, value) in schema["properties"]?.objectValue ?? [:] {
      fields.append(
        APIDescription.Field(
          field, shape(of: value, place: "\(name).\(field)"),
          text: value["description"]?.stringValue ?? "", isRequired: required.contains(field),
          values: (value["enum"]?.arrayValue ?? []).compactMap(\.stringValue)))
    }
    let plain = schema["type"]?.stringValue.flatMap { $0 == "object" ? nil : $0 }
    let last =
      hasName ? name.split(separator: ".").last.map(String.init) ?? name : "Object"
    description.add(
      APIDescription.Named(
        // What a nameless structure says of itself is what its field says.
        shownName: plain ?? last,
        text: hasName ? schema["description"]?.stringValue ?? "" : "", fields: fields),
      called: name)
  }

  private mutating func shape(of schema: APIValue, place: String) -> APIDescription.Shape {
    if let items = schema["items"] { return .list(shape(of: items, place: place)) }
    if let values = schema["additionalProperties"], values.objectValue != nil {
      return .map(shape(of: values, place: place))
    }
    let reference = schema["$ref"] ?? schema["allOf"]?.arrayValue?.first?["$ref"]
    if let name = reference?.stringValue?.split(separator: "/").last {
      return .named(String(name))
    }
    guard schema["properties"] != nil else {
      let type = schema["type"]?.stringValue ?? "object"
      return .value(type == "object" ? "Object" : type)
    }
    // A structure without a name of its own.
    read(schema, called: place, hasName: false)
    return .named(place)
  }
}
