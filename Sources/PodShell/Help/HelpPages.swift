internal import PodEngine

/// The pages of the help, made from the table of commands.
enum HelpPages {
  /// The width of a screen, less one.
  private static let width = 79

  /// What a name stands for: a page, a command, or a family of commands.
  static func page(named name: String, in language: Language) -> String? {
    switch name {
    case "topics": return HelpTopic.list(in: language)
    case "errors": return HelpErrors.page(in: language)
    default: break
    }
    if let topic = HelpTopic.named(name) { return page(of: topic, named: name, language) }
    if let description = CommandTable.description(of: name) {
      return text(of: description, language)
    }
    let family = CommandTable.all.map { $0.description }.filter { $0.name.hasPrefix(name + " ") }
    guard !family.isEmpty else { return nil }
    return family.map { "\($0.synopsis)\n    \($0.about(in: language))\n" }.joined()
  }

  /// The page of a topic; where a verb has the same name, it is told in the end.
  private static func page(
    of topic: HelpTopic, named name: String, _ language: Language
  ) -> String {
    guard let description = CommandTable.description(of: name) else {
      return topic.page(in: language)
    }
    return topic.page(in: language) + "\n  \(description.synopsis)\n"
      + "      \(description.about(in: language))\n"
  }

  /// All commands by group, each name once: one screen.
  static func overview(in language: Language) -> String {
    let words = HelpWords.of(language)
    var text = ""
    for group in CommandGroup.allCases {
      let names = CommandTable.all.map { $0.description }.filter { $0.group == group }.map(\.name)
      guard !names.isEmpty else {
        // The recorder's words go to the program around the session.
        if group == .record { text += wrapped(words.groups[group] ?? "", ["record …"]) }
        continue
      }
      text += wrapped(words.groups[group] ?? group.rawValue, folded(names))
    }
    return text + "\n" + words.ending
  }

  /// Every command with what it is for.
  static func everything(in language: Language) -> String {
    let descriptions = CommandTable.all.map { $0.description }
    let width = descriptions.map(\.name.count).max() ?? 0
    return CommandGroup.allCases.map { group in
      let members = descriptions.filter { $0.group == group }
      let title = HelpWords.of(language).groups[group] ?? group.rawValue
      return members.isEmpty
        ? ""
        : "\(title)\n"
          + members.map { description in
            let space = String(repeating: " ", count: width - description.name.count + 2)
            return "  \(description.name)\(space)\(description.about(in: language))\n"
          }.joined()
    }.joined()
  }

  /// `create deployment, create job` as `create …`, few of them by name: `hook fail|ok`.
  private static func folded(_ names: [String]) -> [String] {
    var families: [(head: String, tails: [String])] = []
    for name in names {
      let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        families.append((name, []))
        continue
      }
      if let index = families.firstIndex(where: { $0.head == parts[0] && !$0.tails.isEmpty }) {
        families[index].tails.append(parts[1])
      } else {
        families.append((parts[0], [parts[1]]))
      }
    }
    // `create` alone and `create …` are one entry.
    let heads = families.filter { !$0.tails.isEmpty }.map(\.head)
    return families.filter { !($0.tails.isEmpty && heads.contains($0.head)) }.map { family in
      switch family.tails.count {
      case 0: family.head
      case 1...2: "\(family.head) \(family.tails.joined(separator: "|"))"
      default: "\(family.head) …"
      }
    }
  }

  private static func wrapped(_ title: String, _ items: [String]) -> String {
    let indent = String(repeating: " ", count: 12)
    let used = DisplayWidth.of(title)
    var lines = [title + String(repeating: " ", count: max(1, 12 - used))]
    var count = 12
    for (index, item) in items.enumerated() {
      let piece = item + (index < items.count - 1 ? ", " : "")
      if count + piece.count > width, count > 12 {
        lines.append(indent)
        count = 12
      }
      lines[lines.count - 1] += piece
      count += piece.count
    }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// One command in detail.
  static func text(of description: CommandDescription, _ language: Language) -> String {
    let words = HelpWords.of(language)
    var text = "\(description.about(in: language))\n\n  \(description.synopsis)\n"
    if !description.aliases.isEmpty {
      text += "\n\(words.also) \(description.aliases.joined(separator: ", "))\n"
    }
    let flags = description.flags.filter { !$0.isHidden }
    if !flags.isEmpty { text += "\n\(words.flags)\n" + list(flags, language) }
    text += "\n\(words.examples)\n"
    for example in description.examples {
      text += example.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    return text + surplus(description, words)
  }

  private static func list(_ flags: [Flag], _ language: Language) -> String {
    let width = flags.map { signature($0).count }.max() ?? 0
    return flags.map { flag in
      let signature = signature(flag)
      let space = String(repeating: " ", count: width - signature.count + 2)
      return "  \(signature)\(space)\(language.text(flag.about))\n"
    }.joined()
  }

  /// What kubectl has for the verb and podlab has not.
  private static func surplus(_ description: CommandDescription, _ words: HelpWords) -> String {
    let own = description.flags.filter(\.isHidden)
    let others = KubectlFlags.missing(in: description).filter { flag in
      flag.isHidden && !own.contains { $0.name == flag.name }
    }
    let names = (own + others).map(\.name)
      .filter { $0 != "filename" || !FileNames.reads(description.name) }.map { "--\($0)" }
    guard !names.isEmpty else { return "" }
    var lines = [" "]
    for name in names.sorted() {
      if lines[lines.count - 1].count + name.count + 1 > width { lines.append(" ") }
      lines[lines.count - 1] += " " + name
    }
    return "\n\(words.kubectlHas)\n" + lines.map { $0 + "\n" }.joined()
  }

  /// One flag with what it means.
  static func line(of flag: Flag, _ language: Language) -> String {
    "\(signature(flag).drop { $0 == " " })  \(language.text(flag.about))"
  }

  private static func signature(_ flag: Flag) -> String {
    let name = (flag.short.map { "-\($0), " } ?? "    ") + "--\(flag.name)"
    switch flag.kind {
    case .switched, .missing: return name
    case .text, .texts: return name + "=TEXT"
    case .list: return name + "=TEXT,…"
    case .integer: return name + "=N"
    case .duration: return name + "=DURATION"
    case .textOr: return name + "[=TEXT]"
    }
  }
}
