internal import PodEngine

/// A command that was read from its words and can be run. One verb a file; `CommandTable` lists
/// them.
package protocol Command: Sendable {
  static var description: CommandDescription { get }
  init(_ call: Invocation) throws(CommandError)
  /// Does it. What was changed counts only when nothing is thrown; a command that fails after
  /// something real has happened calls `Workbench.fail` instead.
  func run(in bench: inout Workbench) throws(CommandError)
}

/// What is known of a command without running it: parsing, help and completion derive from it.
package struct CommandDescription: Sendable {
  /// `get`, `create deployment`.
  package let name: String
  /// Other names with the same meaning.
  package let aliases: [String]
  package let group: CommandGroup
  /// `get KIND [NAME…] [flags]`
  package let synopsis: String
  /// One line.
  package let about: String
  /// Commands that work at the start of a fresh session, each after the one before.
  package let examples: [String]
  package let flags: [Flag]
  /// The kinds of the arguments in order; the last one repeats.
  package let arguments: [WordKind]
  /// Whether kubectl has the verb.
  package let isKubectl: Bool

  package init(
    _ name: String, aliases: [String] = [], _ group: CommandGroup, synopsis: String, about: String,
    examples: [String], flags: [Flag] = [], arguments: [WordKind] = [], isKubectl: Bool = false
  ) {
    (self.name, self.aliases, self.group) = (name, aliases, group)
    (self.synopsis, self.about, self.examples) = (synopsis, about, examples)
    (self.flags, self.arguments) = (flags, arguments)
    self.isKubectl = isKubectl
  }
}

/// The groups of the help, in order.
package enum CommandGroup: String, Hashable, Sendable, CaseIterable {
  case build
  case observe
  case understand
  case time
  case `break`
  case learn
  case record
}

/// A command's words, read.
package struct Invocation: Sendable {
  /// The words that are no flags, verb and `--` part left out.
  package let arguments: [Word]
  /// The words after `--`; nil without one.
  package let afterDash: [Word]?
  package let flags: FlagValues
  package let heredoc: Heredoc?

  package init(
    arguments: [Word], afterDash: [Word]? = nil, flags: FlagValues = FlagValues(),
    heredoc: Heredoc? = nil
  ) {
    (self.arguments, self.afterDash) = (arguments, afterDash)
    (self.flags, self.heredoc) = (flags, heredoc)
  }

  /// Refuses words that a command has no use for.
  func refuseArguments(after count: Int, of verb: String) throws(CommandError) {
    guard arguments.count > count else { return }
    let extra = arguments[count]
    throw .usage(
      "unexpected word \(GoSyntax.quoted(extra.text))", verb: verb, position: extra.position)
  }

  /// The argument at an index, which must be there; `name` says what it is.
  func argument(_ index: Int, _ name: String, of verb: String) throws(CommandError) -> Word {
    guard index < arguments.count else {
      throw .usage("\(verb) needs \(name)", verb: verb, position: arguments.last?.position)
    }
    return arguments[index]
  }
}
