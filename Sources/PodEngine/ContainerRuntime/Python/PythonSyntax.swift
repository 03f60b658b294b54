/// Where something stands in a program: a line from 1 on, and columns from 0 on.
struct PythonSpan: Hashable, Sendable {
  var line: Int
  var start: Int
  var end: Int
  /// What of it a traceback underlines with `^`, the rest with `~`; nil where there is no such part.
  var anchor: Range<Int>?
  /// The anchor is that of a call, which python shows from 3.13 on.
  var isCall = false
}

/// An expression, and where it stands.
struct PythonExpression: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case constant(PythonValue)
    case name(String)
    /// Text with values in it: `f"{x} of {y}"`.
    case format([FormatPart])
    case list([PythonExpression])
    case tuple([PythonExpression])
    case dictionary([Pair])
    case attribute(PythonExpression, String)
    case item(PythonExpression, PythonExpression)
    case slice(PythonExpression, PythonExpression?, PythonExpression?)
    case call(PythonExpression, [PythonExpression], [Keyword])
    case unary(String, PythonExpression)
    case binary(String, PythonExpression, PythonExpression)
    /// `a < b < c`.
    case comparison(PythonExpression, [Comparison])
    case both(PythonExpression, PythonExpression)
    case either(PythonExpression, PythonExpression)
    case conditional(PythonExpression, then: PythonExpression, otherwise: PythonExpression)
  }

  struct Pair: Hashable, Sendable {
    let key: PythonExpression
    let value: PythonExpression
  }

  struct Keyword: Hashable, Sendable {
    let name: String
    let value: PythonExpression
  }

  struct Comparison: Hashable, Sendable {
    let sign: String
    let value: PythonExpression
  }

  enum FormatPart: Hashable, Sendable {
    case text(String)
    /// `{expression!r:format}`.
    case value(PythonExpression, isRepresentation: Bool, format: String)
  }

  let kind: Kind
  let span: PythonSpan
}

/// A statement and the line it begins on.
struct PythonStatement: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case expression(PythonExpression)
    /// `a = b = value`.
    case assign([PythonExpression], PythonExpression)
    /// `a += value`.
    case change(PythonExpression, String, PythonExpression)
    case branch([Branch], otherwise: [PythonStatement])
    case loop(PythonExpression, [PythonStatement])
    case each(PythonExpression, PythonExpression, [PythonStatement])
    case attempt([PythonStatement], [Handler], finally: [PythonStatement])
    case define(String, parameters: [Parameter], [PythonStatement])
    case importModule(String, name: String)
    case importNames(String, [ImportedName])
    case raise(PythonExpression?)
    case giveBack(PythonExpression?)
    case check(PythonExpression, PythonExpression?)
    case leaveLoop, nextTurn, pass
  }

  struct Branch: Hashable, Sendable {
    let condition: PythonExpression
    let body: [PythonStatement]
  }

  struct Handler: Hashable, Sendable {
    /// The names of exceptions; empty catches all.
    let kinds: [String]
    let name: String?
    let body: [PythonStatement]
  }

  struct Parameter: Hashable, Sendable {
    let name: String
    let standard: PythonExpression?
  }

  struct ImportedName: Hashable, Sendable {
    let name: String
    let alias: String
  }

  let kind: Kind
  let line: Int
}

/// Why a program is no program, with the place.
struct PythonSyntaxError: Error, Hashable, Sendable {
  /// `SyntaxError` or `IndentationError`.
  var kind = "SyntaxError"
  let text: String
  let line: Int
  let column: Int
}
