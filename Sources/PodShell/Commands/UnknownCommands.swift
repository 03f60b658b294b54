internal import PodEngine

extension CommandTable {
  /// The refusal of a verb that podlab has not, with what comes nearest.
  static func unknown(_ words: [Word]) -> CommandError {
    let verb = words.first?.text ?? ""
    let position = words.first?.position
    if let instead = kubectlOnly.first(where: { $0.verb == verb })?.instead {
      return .unsupported(
        "podlab does not simulate \"kubectl \(verb)\"", suggestion: instead, position: position)
    }
    if let instead = shellWord(verb) {
      return .unsupported(
        "podlab has no shell's \(GoSyntax.quoted(verb))", suggestion: instead, position: position)
    }
    if let group = subcommands(of: verb) {
      return missingSubcommand(words, group)
    }
    return CommandError(
      "unknown-command", "error: unknown command \(GoSyntax.quoted(verb)) for \"podlab\"",
      suggestion: nearest(to: verb) ?? "help shows all commands", exitCode: 2, position: position)
  }

  /// What to do in place of a verb of kubectl that podlab has not; nil for any other word.
  static func kubectlWithout(_ verb: String) -> String? {
    kubectlOnly.first { $0.verb == verb }?.instead
  }

  /// What somebody may have meant: the verbs that begin so, or the one that is spelled nearly so.
  private static func nearest(to verb: String) -> String? {
    let behind = verb.isEmpty ? [] : names.filter { $0.hasPrefix(verb) }
    if (2...5).contains(behind.count) {
      return "\(verb) could be \(behind.dropLast().joined(separator: ", ")) or \(behind.last ?? "")"
    }
    let near = behind.count == 1 ? behind[0] : NearestName.to(verb, among: firstWords)
    return near.map { "did you mean \($0)?" }
  }

  /// Whether a word begins a command.
  static func isFirstWord(_ word: String) -> Bool {
    firstWords.contains(word) || kubectlOnly.contains { $0.verb == word }
  }

  /// Whether a verb needs a second word: `rollout`.
  static func isFamily(_ verb: String) -> Bool {
    all.contains { $0.description.name.hasPrefix(verb + " ") }
  }

  /// The first words of the commands themselves, without their other names.
  static let names = firsts(of: all.map { $0.description.name })

  /// The first words of all commands and aliases, in the order of the table, each once.
  static let firstWords = firsts(of: all.flatMap { [$0.description.name] + $0.description.aliases })

  private static func firsts(of names: [String]) -> [String] {
    var words: [String] = []
    for name in names {
      guard let first = name.split(separator: " ").first.map(String.init) else { continue }
      if !words.contains(first) { words.append(first) }
    }
    return words + TutorWords.all.filter { !words.contains($0) }
  }

  /// The second words of the commands that begin with a word; nil where there are none.
  private static func subcommands(of verb: String) -> [String]? {
    let names = all.map { $0.description.name }.filter { $0.hasPrefix(verb + " ") }
    return names.isEmpty ? nil : names.map { String($0.dropFirst(verb.count + 1)) }
  }

  /// The refusal of `create secret`, which needs a third word, and of a third word that is none.
  static func missingKind(of family: String, _ rest: [Word]) -> CommandError? {
    let verb = "create \(family)"
    guard let known = subcommands(of: verb) else { return nil }
    let others = rest.dropFirst().filter { !$0.text.hasPrefix("-") }
    return missingSubcommand([Word(verb, at: rest[0].position)] + others, known)
  }

  private static func missingSubcommand(_ words: [Word], _ known: [String]) -> CommandError {
    let verb = words.first?.text ?? ""
    let list = known.joined(separator: ", ")
    guard words.count > 1 else {
      return CommandError(
        "usage", "error: \(verb) needs one of: \(list)", exitCode: 2,
        position: words.first?.position)
    }
    let near = NearestName.to(words[1].text, among: known).map { "did you mean \(verb) \($0)?" }
    if kubectlFamilies.contains(verb) {
      return CommandError(
        "unknown-command",
        "error: unknown command \(GoSyntax.quoted(words[1].text))\n"
          + "See 'kubectl \(verb) -h' for help and examples",
        suggestion: near ?? "\(verb) knows: \(list)", position: words[1].position)
    }
    return CommandError(
      "unknown-command",
      "error: unknown command \(GoSyntax.quoted(words[1].text)) for \"podlab \(verb)\"",
      suggestion: near ?? "\(verb) knows: \(list)", exitCode: 2, position: words[1].position)
  }

  /// What stands in for a word of the shell; nil for any other word.
  private static func shellWord(_ word: String) -> String? {
    switch word {
    case "for", "while", "if", "do", "done", "then", "fi":
      return "write the commands one after another, or in a file for source FILE"
    case "watch": return "get pods -w goes on showing changes"
    case "sleep": return "advance 30s lets time pass"
    case "sudo", "alias", "export", "cd", "curl", "minikube", "docker", "helm", "kubeadm", "kind":
      return "podlab runs its own commands only; help lists them"
    default:
      let isAssignment = word.contains("=") && word.first.map { $0.isLetter || $0 == "_" } == true
      return isAssignment ? "podlab has no variables: write the value where it is used" : nil
    }
  }

  /// Verbs of kubectl that have others below them.
  private static let kubectlFamilies = [
    "auth", "config", "create secret", "create service", "rollout", "set",
  ]

  /// Verbs of kubectl that podlab has not, and the nearest thing that works.
  private static let kubectlOnly: [(verb: String, instead: String)] = [
    ("attach", "logs POD -f shows what the container prints; run -it and debug -it attach"),
    ("autoscale", "scale changes the number of replicas"),
    ("certificate", "podlab has no certificates"),
    ("completion", "press Tab here; podlab --generate-completion-script bash serves your shell"),
    ("kustomize", "apply -f takes plain manifests"),
    ("options", "help VERB shows the flags of a verb"),
    ("plugin", "podlab has no plugins"),
    ("port-forward", "a readiness probe asks a server in a Pod"),
    ("proxy", "get -o json shows what the API holds"),
  ]
}
