/// A command of the shell, as parsed.
indirect enum ShellCommand: Sendable {
  case simple(SimpleCommand)
  case pipeline([ShellCommand], isNegated: Bool)
  case list([ListItem])
  case andOr(ShellCommand, [AndOrStep])
  case subshell(ShellCommand)
  case group(ShellCommand)
  case conditional([ConditionalBranch], otherwise: ShellCommand?)
  case loop(LoopCommand)
  case forEach(ForCommand)
  case choice(Word, [ChoiceBranch])
  case function(String, ShellCommand)
  case redirected(ShellCommand, [Redirection])
  /// `[[ … ]]`.
  case condition(ConditionalExpression)
}

/// Assignments, words and redirections: a program or builtin with its arguments.
struct SimpleCommand: Sendable {
  var assignments: [Assignment] = []
  var words: [Word] = []
  var redirections: [Redirection] = []
  var line = 1
}

struct Assignment: Sendable {
  enum Value: Sendable {
    case word(Word)
    /// `(a b c)` of bash.
    case elements([ArrayItem])
  }
  let name: String
  /// `name[index]=`.
  var index: Word?
  /// `+=`.
  var appends = false
  let value: Value
}

/// An element in the assignment of an array: `b`, or `[5]=b`.
struct ArrayItem: Sendable {
  let index: Word?
  let value: Word
}

/// A command of a list; `&` puts it in the background.
struct ListItem: Sendable {
  let command: ShellCommand
  let isBackground: Bool
}

struct AndOrStep: Sendable {
  /// `&&`, else `||`.
  let isAnd: Bool
  let command: ShellCommand
}

struct ConditionalBranch: Sendable {
  let condition: ShellCommand
  let body: ShellCommand
}

/// `while` or `until`.
struct LoopCommand: Sendable {
  let isUntil: Bool
  let condition: ShellCommand
  let body: ShellCommand
  /// What is done after the body, in `for ((a; b; step))`.
  var step: ShellCommand?
}

struct ForCommand: Sendable {
  let name: String
  /// Nil stands for `"$@"`.
  let words: [Word]?
  let body: ShellCommand
}

/// A branch of `case`.
struct ChoiceBranch: Sendable {
  let patterns: [Word]
  let body: ShellCommand
}

/// `2> file`, `>&1`, `<<END`, …
struct Redirection: Sendable {
  enum Kind: Sendable { case read, write, append, readWrite, duplicate, heredoc }
  let kind: Kind
  let descriptor: Int
  /// The file, the descriptor to duplicate (`-` closes), or the text of a heredoc.
  let target: Word
}

/// A word before expansion.
typealias Word = [WordPart]

indirect enum WordPart: Sendable {
  /// As written; patterns in it are active.
  case plain([UInt8])
  /// From quotes or a backslash; patterns in it are not active.
  case quoted([UInt8])
  /// Between double quotes.
  case doubleQuoted(Word)
  case parameter(ParameterExpansion)
  case substitution(ShellCommand)
  case arithmetic(Word)
  /// `~` at the beginning of a word.
  case home
}

/// `$x`, `${x:-word}`, …
struct ParameterExpansion: Sendable {
  enum Operation: Sendable {
    case none, length, useDefault, assignDefault, requireValue, useAlternative
    case removeSmallestPrefix, removeLargestPrefix, removeSmallestSuffix, removeLargestSuffix
    case substring, replaceFirst, replaceAll
    case upperFirst, upperAll, lowerFirst, lowerAll
  }
  /// Which elements of an array.
  enum Element: Sendable {
    case all, joined
    case index(Word)
  }
  let name: String
  var element: Element?
  /// `${!name}`: what the value names; `${!name[@]}`: the indices.
  var isIndirect = false
  var operation = Operation.none
  /// `:-` instead of `-`: an empty value counts as none.
  var treatsEmptyAsUnset = false
  var word: Word = []
  var secondWord: Word = []
}

extension ShellSyntaxError {
  /// Bash notices these when it expands, and then ends with 1.
  var isExpansion: Bool {
    switch self {
    case .badSubstitution: true
    case .unexpected, .unterminatedQuote, .unterminatedBrace, .tooDeep, .badFunctionName,
      .badForVariable:
      false
    }
  }
}

/// Why a script cannot be parsed.
enum ShellSyntaxError: Error, Hashable, Sendable {
  case unexpected(String, expecting: String?)
  case unterminatedQuote
  /// `${x` without its end.
  case unterminatedBrace
  case badSubstitution
  case tooDeep
  case badFunctionName
  case badForVariable

  /// The text after `syntax error: `, as busybox writes it.
  var busyboxText: String {
    switch self {
    case .unexpected(let what, nil): "unexpected \(what)"
    case .unexpected(let what, let expected?): "unexpected \(what) (expecting \"\(expected)\")"
    case .unterminatedQuote: "unterminated quoted string"
    case .unterminatedBrace: "missing '}'"
    case .badSubstitution: "bad substitution"
    case .tooDeep:
      "nested more than \(RuntimeLimits.syntaxDepth) deep (podlab's limit syntaxDepth)"
    case .badFunctionName: "bad function name"
    case .badForVariable: "bad for loop variable"
    }
  }

  /// The same as dash writes it, after `Syntax error: `.
  var dashText: String {
    switch self {
    case .unexpected(let what, nil): "\(what) unexpected"
    case .unexpected(let what, let expected?): "\(what) unexpected (expecting \"\(expected)\")"
    case .unterminatedQuote: "Unterminated quoted string"
    case .unterminatedBrace: "Missing '}'"
    case .badSubstitution, .tooDeep, .badFunctionName, .badForVariable: busyboxText
    }
  }
}
