/// One flag of a command.
package struct Flag: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `--all`, `--all=false`
    case switched
    case text
    /// May be given more than once.
    case texts
    /// May be given more than once and holds commas: `-f a.yaml,b.yaml`.
    case list
    case integer
    case duration
    /// `--dry-run` means this; a value needs `=`.
    case textOr(String)
    /// kubectl has it, podlab does not; what to use instead.
    case missing(takesValue: Bool, instead: String)
  }

  package let name: String
  package let short: Character?
  package let kind: Kind
  /// One line for `help VERB`.
  package let about: String
  /// What Tab offers as its value.
  package let completes: WordKind

  package init(
    _ name: String, _ short: Character? = nil, _ kind: Kind, _ about: String,
    completes: WordKind = .anything
  ) {
    (self.name, self.short, self.kind) = (name, short, kind)
    (self.about, self.completes) = (about, completes)
  }

  /// `-A, --all-namespaces`: how pflag names it in errors.
  var nameInErrors: String { short.map { "-\($0), --\(name)" } ?? "--\(name)" }

  var isHidden: Bool { if case .missing = kind { true } else { false } }
}

/// What kind of word stands somewhere in a command; completion offers accordingly.
package enum WordKind: Hashable, Sendable {
  case anything
  /// One of these.
  case oneOf([String])
  case verb
  /// `pod`, `pods`, …, or `pod/web`.
  case kindOrObject
  /// A kind with fields after it: `pod.spec.containers`.
  case fieldPath
  /// The name of an object of the kind that stands before.
  case nameOfKind
  /// `web`, `pod/web`
  case pod
  /// `web/nginx`
  case container
  case node
  case namespace
  case image
  case file
  case duration
}
