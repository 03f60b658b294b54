/// What a pipe passes text through: `get pods | grep web`. podlab has its own, so that nothing
/// typed ever runs a program of the host.
protocol TextFilter: Sendable {
  init(_ options: FilterOptions) throws(CommandError)
  /// The text that comes out, and whether the filter counts as successful.
  func apply(_ text: String) -> FilterResult
}

/// What a filter made of a text.
struct FilterResult: Hashable, Sendable {
  var text: String
  /// False where `grep` found nothing: its exit code is 1 then.
  var isSuccess = true
}

/// Which filters there are, and how their words are read.
struct FilterDescription: Sendable {
  let name: String
  /// The letters of its options without a value, and of those with one.
  var switches = ""
  var valued = ""
  /// Long options by the letter that means the same; a space stands for one without effect.
  var long: [(name: String, letter: Character)] = []
  /// Whether `-5` and `+5` are a number.
  var takesNumbers = false
  /// How many words stand before the names of files.
  var operands = 0
  let filter: any TextFilter.Type

  /// The filter that a word names.
  static func named(_ name: String) -> Self? { all.first { $0.name == name } }

  static let all: [Self] = [
    Self(
      name: "base64", switches: "dDi", valued: "w", long: [("decode", "d"), ("wrap", "w")],
      filter: Base64Filter.self),
    Self(name: "cat", switches: "nu", filter: ConcatenateFilter.self),
    Self(
      name: "cut", switches: "s", valued: "cdfb",
      long: [("delimiter", "d"), ("fields", "f"), ("characters", "c"), ("only-delimited", "s")],
      filter: CutFilter.self),
    Self(
      name: "egrep", switches: GrepFilter.switches, valued: "ABCem", operands: 1,
      filter: GrepFilter.self),
    Self(
      name: "grep", switches: GrepFilter.switches, valued: "ABCem", long: GrepFilter.long,
      operands: 1, filter: GrepFilter.self),
    Self(
      name: "head", switches: "q", valued: "nc", long: [("lines", "n"), ("bytes", "c")],
      takesNumbers: true, filter: HeadFilter.self),
    Self(name: "less", switches: "RSFXNi", filter: ConcatenateFilter.self),
    Self(name: "more", filter: ConcatenateFilter.self),
    Self(
      name: "sort", switches: "nrufbhV", valued: "kt",
      long: [
        ("numeric-sort", "n"), ("reverse", "r"), ("unique", "u"), ("ignore-case", "f"),
        ("key", "k"), ("field-separator", "t"),
      ], filter: SortFilter.self),
    Self(
      name: "tail", switches: "q", valued: "nc", long: [("lines", "n"), ("bytes", "c")],
      takesNumbers: true, filter: TailFilter.self),
    Self(name: "tee", switches: "a", long: [("append", "a")], filter: ConcatenateFilter.self),
    Self(
      name: "tr", switches: "cCds", long: [("delete", "d"), ("squeeze-repeats", "s")], operands: 2,
      filter: TranslateFilter.self),
    Self(
      name: "uniq", switches: "cdui", long: [("count", "c"), ("repeated", "d"), ("unique", "u")],
      filter: UniqueFilter.self),
    Self(
      name: "wc", switches: "lwcm", long: [("lines", "l"), ("words", "w"), ("bytes", "c")],
      filter: WordCountFilter.self),
  ]
}
