internal import OrderedCollections
internal import PodEngine

/// Whether a claim holds in a world, and the fact that decides it, in the learner's own names.
package enum Truth: Hashable, Sendable {
  case holds(String)
  /// The wish says what was expected instead; it goes behind the fact.
  case fails(String, wish: String = "")
  /// The claim cannot be judged; that is the fault of the lesson or of podlab, never of the
  /// learner.
  case broken(String)

  package var holds: Bool { if case .holds = self { true } else { false } }

  package var fact: String {
    switch self {
    case .holds(let fact), .broken(let fact): fact
    case .fails(let fact, let wish): fact + wish
    }
  }
}

extension Claim {
  package func truth(in world: World) -> Truth {
    switch subject {
    case .object(let key): truth(of: key, in: world)
    case .selection(let selection): truth(of: selection, in: world)
    case .count(let selection): truth(ofCount: selection, in: world)
    case .event(let selection): truth(of: selection, in: world)
    case .quiz(let id):
      world.rightQuizzes.contains(id)
        ? .holds(world.texts.quizRight(id)) : .fails(world.texts.quizNotRight(id))
    case .process(let selection): truth(of: selection, in: world)
    case .log(let selection): truth(of: selection, in: world)
    }
  }

  /// The kinds of objects that the claim looks at.
  var resources: [Resource] {
    switch subject {
    case .object(let key): [key.resource]
    case .selection(let selection), .count(let selection): [selection.resource]
    case .event: [.events]
    case .quiz, .process, .log: []
    }
  }

  private func truth(of key: ObjectKey, in world: World) -> Truth {
    let name = key.spokenName
    guard let object = world[key] else {
      return predicate == .absent
        ? .holds(world.texts.doesNotExist(name)) : .fails(world.texts.doesNotExist(name))
    }
    return predicate.truth(of: object, named: name, in: world)
  }

  private func truth(of selection: ObjectSelection, in world: World) -> Truth {
    let found = selection.objects(in: world)
    if predicate == .absent {
      return found.isEmpty
        ? .holds(world.texts.noneOf(selection.text))
        : .fails(world.texts.exists(found[0].key.spokenName))
    }
    guard !found.isEmpty else { return .fails(world.texts.noneOf(selection.text)) }
    for (key, object) in found {
      let truth = predicate.truth(of: object, named: key.spokenName, in: world)
      guard truth.holds else { return truth }
    }
    return .holds(world.texts.allAsWanted(selection.text))
  }

  private func truth(ofCount selection: ObjectSelection, in world: World) -> Truth {
    guard case .number(let comparison, let value) = predicate else {
      return .broken("count(…) can only be compared with a number")
    }
    return comparison.truth(
      of: String(selection.objects(in: world).count), against: value,
      named: world.texts.numberOf(selection.text), in: world)
  }
}

extension ObjectSelection {
  func objects(in world: World) -> [(key: ObjectKey, value: APIValue)] {
    world.list(resource, namespace: namespace).filter { entry in
      let object = entry.value[path: "metadata", "labels"]
      return labels.allSatisfy { object?[$0.key]?.stringValue == $0.value }
    }
  }
}

extension ObjectKey {
  /// `pod/web`, with its namespace where that is not the usual one.
  var spokenName: String {
    let name = "\(resource.singular)/\(name)"
    return namespace.isEmpty || namespace == "default" ? name : "\(name) in \(namespace)"
  }
}
