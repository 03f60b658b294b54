internal import PodEngine

/// What Tab offers at a place in a line: verbs, kinds, names of live objects, flags and their
/// values.
struct Completer {
  let session: Session
  private let words: [Word]
  private let current: String
  private let start: Int

  /// Reads the line up to the cursor; what stands after it does not matter.
  init(_ line: String, cursor: Int, session: Session) {
    self.session = session
    let before = String(decoding: line.utf8.prefix(max(0, cursor)), as: UTF8.self)
    var words = CompletionWords.read(before)
    let last = words.last.flatMap { before.last?.isWhitespace == true ? nil : $0 }
    if last != nil { words.removeLast() }
    self.words = words
    current = last?.text ?? ""
    start = last?.offset ?? before.utf8.count
  }

  var completions: Completions {
    let (prefix, offers) = offers
    let candidates = offers.filter { $0.word.hasPrefix(prefix) }
    return Completions(
      replacing: start + current.utf8.count - prefix.utf8.count,
      candidates: Array(candidates.prefix(Self.limit)))
  }

  private static let limit = Completions.limit

  /// What may stand here, and how much of it is there already.
  private var offers: (prefix: String, [Completion]) {
    let typed = CommandTable.withoutProgramName(words)
    guard let (command, rest) = CommandTable.find(Vocabulary.translated(typed)) else {
      return (current, typed.isEmpty ? verbs : next(after: typed))
    }
    let description = command.description
    let longer = next(after: typed)
    if !longer.isEmpty, !current.hasPrefix("-") {
      return (current, longer + (rest.isEmpty ? arguments(description, []) : []))
    }
    let flags = description.flags.filter { !$0.isHidden } + [CommonFlags.namespace]
    if let flag = flags.openFlag(after: rest) { return (current, values(flag.completes, [])) }
    if current.hasPrefix("--"), let sign = current.firstIndex(of: "=") {
      let name = current[current.index(current.startIndex, offsetBy: 2)..<sign]
      let kind = flags.first { $0.name == name }?.completes ?? .anything
      return (String(current[current.index(after: sign)...]), values(kind, []))
    }
    if current.hasPrefix("-") { return (current, flags.map(offer)) }
    return (current, arguments(description, flags.arguments(in: rest)))
  }

  private func offer(_ flag: Flag) -> Completion {
    let about = language.text(flag.about)
    return switch flag.kind {
    case .switched, .textOr, .missing: Completion("--\(flag.name)", about)
    case .text, .texts, .list, .integer, .duration: Completion("--\(flag.name)=", about)
    }
  }

  private var language: Language { session.settings.language }
}

extension Completer {
  private var verbs: [Completion] {
    var found: [Completion] = []
    for description in CommandTable.all.map({ $0.description }) {
      guard let word = description.name.split(separator: " ").first.map(String.init) else {
        continue
      }
      let about = description.name == word ? description.about(in: language) : ""
      if let index = found.firstIndex(where: { $0.word == word }) {
        if !about.isEmpty { found[index] = Completion(word, about) }
      } else {
        found.append(Completion(word, about))
      }
    }
    let tutor = TutorWords.all.filter { word in !found.contains { $0.word == word } }
    let aliases = session.settings.aliases.map { Completion($0.name, $0.text) }
    return (found + tutor.map { Completion($0) } + aliases).sorted { goOrder($0.word, $1.word) }
  }

  /// The words that make the name of a command longer, each once.
  private func next(after typed: [Word]) -> [Completion] {
    let beginning = typed.map { $0.text + " " }.joined()
    var found: [Completion] = []
    for description in CommandTable.all.map({ $0.description }) {
      guard description.name.hasPrefix(beginning) else { continue }
      let words = description.name.dropFirst(beginning.count).split(separator: " ").map(String.init)
      guard !found.contains(where: { $0.word == words[0] }) else { continue }
      found.append(Completion(words[0], words.count == 1 ? description.about(in: language) : ""))
    }
    return found
  }

  private func arguments(_ description: CommandDescription, _ given: [Word]) -> [Completion] {
    let kinds = description.arguments
    guard let last = kinds.last else { return [] }
    return values(given.count < kinds.count ? kinds[given.count] : last, given)
  }

  /// The words of a kind; `given` are the arguments before.
  private func values(_ kind: WordKind, _ given: [Word]) -> [Completion] {
    switch kind {
    case .anything, .duration: []
    case .file: session.configuration.files.names(beginning: current).map { Completion($0) }
    case .oneOf(let words): words.map { Completion($0) }
    case .verb: verbs
    case .kindOrObject: kindsOrObjects
    case .fieldPath: FieldPathWords.completions(of: current)
    case .nameOfKind:
      // What is named already need not be offered again.
      names(of: given.first.flatMap { Resource(word: $0.text) }).filter { offer in
        !given.dropFirst().contains { $0.text == offer.word }
      }
    case .pod: names(of: .pods)
    case .container: current.contains("/") ? containers : names(of: .pods)
    case .node: names(of: .nodes)
    case .namespace: names(of: .namespaces)
    case .image: images
    }
  }

  private var kindsOrObjects: [Completion] {
    guard let slash = current.firstIndex(of: "/") else {
      return Resource.allCases.map { Completion($0.plural, $0.shortNames.joined(separator: " ")) }
        + Resource.allCases.map { Completion($0.singular, "") }
    }
    let kind = String(current[..<slash])
    let typed = String(current[current.index(after: slash)...])
    return names(of: Resource(word: kind), beginning: typed).map {
      Completion("\(kind)/\($0.word)", $0.description)
    }
  }

  /// The objects of a kind with what matters about them. No more are looked at than are shown.
  private func names(of resource: Resource?, beginning: String? = nil) -> [Completion] {
    guard let resource else { return [] }
    let namespace = resource.isNamespaced ? session.settings.namespace : ""
    return session.cluster.objects.list(
      resource, namespace: namespace, namePrefix: beginning ?? current, limit: Self.limit
    ).map(\.tree).map {
      Completion($0.name, Self.about($0, resource))
    }
  }

  private static func about(_ object: APIValue, _ resource: Resource) -> String {
    switch resource {
    case .pods:
      let node = object.text("spec", "nodeName")
      return "\(PodSummary(object).status)\(node.isEmpty ? "" : "  \(node)")"
    case .nodes:
      let ready = object.list("status", "conditions").first { $0.text("type") == "Ready" }
      return ready?.text("status") == "True" ? "Ready" : "NotReady"
    case .configMaps, .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs,
      .leases, .namespaces,
      .replicaSets, .secrets, .serviceAccounts, .services:
      return ""
    }
  }

  private var containers: [Completion] {
    let name = String(current.prefix { $0 != "/" })
    let pod = session.cluster.objects[
      ObjectKey(.pods, namespace: session.settings.namespace, name: name)]
    return (pod?.tree.list("spec", "containers") ?? []).map {
      Completion("\(name)/\($0.text("name"))", $0.text("image"))
    }
  }

  /// The images that Pods already use, each once.
  private var images: [Completion] {
    var found: [Completion] = []
    // A look at the first ones: the names of images repeat themselves.
    let pods = session.cluster.objects.list(
      .pods, namespace: session.settings.namespace, namePrefix: "", limit: Self.limit)
    for pod in pods {
      for container in pod.tree.list("spec", "containers") {
        let offer = Completion(container.text("image"), "used by \(pod.metadata.name)")
        if !found.contains(where: { $0.word == offer.word }) { found.append(offer) }
      }
    }
    return found
  }
}

extension [Flag] {
  /// The flag whose value is still missing after some words.
  fileprivate func openFlag(after words: [Word]) -> Flag? {
    guard let last = words.last?.text, last.hasPrefix("-"), !last.contains("=") else { return nil }
    let flag = first { last == "--\($0.name)" || $0.short.map { last == "-\($0)" } ?? false }
    switch flag?.kind {
    case .text, .texts, .list, .integer, .duration: return flag
    case .switched, .textOr, .missing, nil: return nil
    }
  }

  /// The words that are neither flags nor their values.
  fileprivate func arguments(in words: [Word]) -> [Word] {
    var found: [Word] = []
    for (index, word) in words.enumerated() {
      if word.text.hasPrefix("-") { continue }
      if index > 0, openFlag(after: [words[index - 1]]) != nil { continue }
      found.append(word)
    }
    return found
  }
}
