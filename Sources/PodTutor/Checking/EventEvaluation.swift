internal import OrderedCollections
internal import PodEngine

extension Claim {
  func truth(of selection: EventSelection, in world: World) -> Truth {
    let found = selection.events(in: world)
    let texts = world.texts
    let name = texts.event(selection.reason, selection.about?.spokenName)
    switch predicate {
    case .exists:
      return found.isEmpty ? .fails(texts.thereIsNoYet(name)) : .holds(texts.thereIs(name))
    case .absent:
      return found.isEmpty ? .holds(texts.thereIsNo(name)) : .fails(texts.thereIs(name))
    case .number(let comparison, let value):
      let count = found.map { $0["count"]?.intValue ?? $0[path: "series", "count"]?.intValue ?? 1 }
      return comparison.truth(
        of: String(count.reduce(0, +)), against: value, named: texts.countOf(name), in: world)
    case .message(let comparison, let value):
      guard let last = found.last else { return .fails(texts.thereIsNoYet(name)) }
      let messages = found.compactMap { $0["message"]?.stringValue }
      let truths = messages.map {
        comparison.truth(
          of: $0, against: value, named: texts.messageOf(name), isQuoted: true, in: world)
      }
      return truths.first(where: \.holds) ?? truths.last ?? .broken("\(last) has no message")
    case .age, .condition, .field, .fieldExists, .fieldAbsent, .status, .answeredRight:
      return .broken("an event cannot be judged by this")
    }
  }
}

extension EventSelection {
  /// The events in the order of their names, which begin with the object's and end with the moment.
  func events(in world: World) -> [APIValue] {
    world.list(.events).map(\.value).filter { event in
      if let reason, event["reason"]?.stringValue != reason { return false }
      guard let about else { return true }
      let object = event["involvedObject"]
      return object?["kind"]?.stringValue == about.resource.kind
        && object?["name"]?.stringValue == about.name
        && (about.namespace.isEmpty || object?["namespace"]?.stringValue == about.namespace)
    }
  }
}
