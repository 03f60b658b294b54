/// `help [VERB]`: all commands on one screen, or one in detail.
struct Help: Command {
  static let description = CommandDescription(
    "help", aliases: ["?"], .learn, synopsis: "help [VERB]", about: "explain the commands",
    examples: ["help", "help advance"], arguments: [.verb])

  private let words: [Word]

  init(_ call: Invocation) throws(CommandError) { words = call.arguments }

  func run(in bench: inout Workbench) throws(CommandError) {
    let words = CommandTable.withoutProgramName(words)
    guard !words.isEmpty else { return bench.write(Self.overview) }
    let name = words.map(\.text).joined(separator: " ")
    if let description = CommandTable.description(of: name) {
      return bench.write(Self.text(of: description))
    }
    let family = CommandTable.all.map { $0.description }.filter { $0.name.hasPrefix(name + " ") }
    guard family.isEmpty else {
      return bench.write(family.map { "\($0.synopsis)\n    \($0.about)\n" }.joined())
    }
    throw CommandTable.unknown(words)
  }
}

// Wording
extension Help {
  private static let width = 78

  /// All commands by group, each name once.
  static var overview: String {
    var text = ""
    for group in CommandGroup.allCases {
      let names = CommandTable.all.map { $0.description }.filter { $0.group == group }.map(\.name)
      let all = group == .record ? ["record start|stop|note|section|hide|undo"] : names
      text += wrapped(group.rawValue, folded(all))
    }
    return text
      + """

      help VERB explains one; a POD is web, pod/web or web/CONTAINER.
      Tab completes, undo takes back, exit leaves. kubectl's flags work as in kubectl.
      Output goes on with | grep, head, tail, sort, cut, wc, less, tee, or > FILE.

      """
  }

  /// `create deployment, create job` as `create deployment|job`.
  private static func folded(_ names: [String]) -> [String] {
    var folded: [(head: String, tails: [String])] = []
    for name in names {
      // `create secret generic` is told apart by `secret` already.
      let parts = name.split(separator: " ").prefix(2).map(String.init)
      guard parts.count == 2 else {
        folded.append((name, []))
        continue
      }
      if let index = folded.firstIndex(where: { $0.head == parts[0] && !$0.tails.isEmpty }) {
        folded[index].tails.append(parts[1])
      } else {
        folded.append((parts[0], [parts[1]]))
      }
    }
    return folded.map {
      $0.tails.isEmpty ? $0.head : "\($0.head) \($0.tails.joined(separator: "|"))"
    }
  }

  private static func wrapped(_ title: String, _ items: [String]) -> String {
    let indent = String(repeating: " ", count: 12)
    var lines = [title + String(repeating: " ", count: 12 - title.count)]
    for (index, item) in items.enumerated() {
      let piece = item + (index < items.count - 1 ? ", " : "")
      if lines[lines.count - 1].count + piece.count > width, lines[lines.count - 1] != indent {
        lines.append(indent)
      }
      lines[lines.count - 1] += piece
    }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  static func text(of description: CommandDescription) -> String {
    var text = "\(description.about)\n\n  \(description.synopsis)\n"
    if !description.aliases.isEmpty {
      text += "\nAlso: \(description.aliases.joined(separator: ", "))\n"
    }
    let flags = description.flags.filter { !$0.isHidden }
    if !flags.isEmpty {
      text += "\nFlags:\n"
      let width = flags.map { signature($0).count }.max() ?? 0
      for flag in flags {
        let signature = signature(flag)
        text +=
          "  \(signature)\(String(repeating: " ", count: width - signature.count + 2))\(flag.about)\n"
      }
    }
    text += "\nExamples:\n"
    for example in description.examples {
      text += example.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    return text
  }

  /// One flag with what it means.
  static func line(of flag: Flag) -> String {
    "\(signature(flag).drop { $0 == " " })  \(flag.about)"
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
