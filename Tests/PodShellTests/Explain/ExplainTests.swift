import PodEngine
import PodShell
import Testing

struct ExplainTests {
  /// `Type` and `Type.field` of everything that podlab simulates, reached from the kinds.
  static let simulated: [String] = {
    var (found, waiting) = ([String](), Resource.allCases.map(\.kind))
    while let name = waiting.popLast() {
      guard !found.contains(name), let type = SchemaTable.kubernetes[name] else { continue }
      found.append(name)
      for field in type.fields where field.isSimulated {
        found.append("\(name).\(field.name)")
        if let next = field.type.structure { waiting.append(next) }
      }
    }
    return found
  }()

  @Test func everySimulatedFieldHasAText() {
    let texts = ExplainTexts.kubernetes
    let missing = Self.simulated.filter { path in
      let parts = path.split(separator: ".").map(String.init)
      let text = parts.count > 1 ? texts[parts[0], parts[1]] : texts[path]
      return text?.isEmpty != false
    }
    #expect(missing == [])
    #expect(Self.simulated.count > 500)
  }

  @Test func everyTextHasItsField() {
    let texts = ExplainTexts.kubernetes
    #expect(Set(texts.written).count == texts.written.count)
    let known = Set(Self.simulated)
    let strays = texts.written.filter { path in
      let type = path.split(separator: ".").first.map(String.init) ?? path
      return !known.contains(path) && !texts.isParent(type)
    }
    #expect(strays == [])
  }

  /// A text ends like a sentence and says more than its own name.
  @Test func textsAreSentences() {
    let texts = ExplainTexts.kubernetes
    for path in texts.written {
      let parts = path.split(separator: ".").map(String.init)
      let text = (parts.count > 1 ? texts[parts[0], parts[1]] : texts[path]) ?? ""
      #expect(text.hasSuffix(".") && text.count > 5, "\(path): \(text)")
      #expect(text.first?.isUppercase == true || text.first == "$", "\(path): \(text)")
    }
  }

  @Test(arguments: [
    ("explain pod.spec.nope", "not-found", "error: field \"nope\" does not exist\n"),
    (
      "explain", "usage",
      "error: You must specify the type of resource to explain. Use \"kubectl api-resources\" for a complete list of supported resources.\n"
    ),
    ("explain pod node", "usage", "error: We accept only this format: explain RESOURCE\n"),
    ("explain nosuch", "not-found", "the server doesn't have a resource type \"nosuch\"\n"),
    ("explain pod -o json", "usage", "error: unrecognized format: json\n"),
    (
      "explain pod --api-version=v7", "not-found",
      "error: couldn't find resource for \"/v7, Resource=pods\"\n"
    ),
  ])
  func refusals(command: String, name: String, text: String) {
    var lab = Laboratory()
    let outcome = lab.session.submit(command)
    #expect(outcome.error?.name == name)
    #expect(outcome.standardError == text)
  }

  @Test func groupsAndShortNames() {
    var lab = Laboratory()
    let text = lab.type("explain deploy.spec.strategy.type")
    #expect(
      text.hasPrefix(
        """
        GROUP:      apps
        KIND:       Deployment
        VERSION:    v1

        FIELD: type <string>
        ENUM:
            Recreate
            RollingUpdate

        DESCRIPTION:
        """))
    #expect(lab.type("explain deployments.apps.spec.strategy.type") == text)
    #expect(
      lab.type("explain pod.spec.containers.resources.limits").contains("map[string]Quantity"))
    #expect(lab.type("explain pod.spec.volumes.nfs").contains("does not act on it"))
  }

  @Test func tabCompletesFields() {
    let lab = Laboratory()
    let line = "explain pod.spec.restart"
    let words = lab.session.completions(for: line, cursor: line.utf8.count).candidates
    #expect(words == [Completion("pod.spec.restartPolicy", "string")])
  }
}

extension FieldType {
  /// The structure behind lists and maps.
  fileprivate var structure: String? {
    switch self {
    case .named(let name): name
    case .list(let element), .map(let element): element.structure
    case .string, .integer, .boolean, .quantity, .intOrString, .time, .microTime, .bytes, .any: nil
    }
  }
}
