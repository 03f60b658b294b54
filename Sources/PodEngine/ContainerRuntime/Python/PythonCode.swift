/// What a program is compiled to: small steps on a stack of values.
enum PythonStep: Hashable, Sendable {
  case push(PythonValue)
  case load(String), store(String)
  case makeList(Int), makeTuple(Int), makeTable(Int)
  /// Joins as many parts, with how each is written; nil is text already.
  case format([String?])
  case attribute(String)
  case item, storeItem
  case slice(hasLower: Bool, hasUpper: Bool)
  case call(Int, keywords: [String])
  case unary(String), binary(String), compare(String)
  case jump(Int), jumpIfFalse(Int)
  /// Keeps the value that decides and jumps, or drops it and goes on.
  case keepIfFalse(Int), keepIfTrue(Int)
  case drop, duplicate, swap
  case iterate
  /// The next element, or a jump with the iterator dropped.
  case next(Int)
  case unpack(Int)
  case enter(handler: Int), leave
  /// Whether the exception at hand is one of these.
  case matches([String])
  case pushException, clearException
  case raise(hasValue: Bool)
  case define(Int, standards: Int)
  case giveBack
  case importModule(String)
  case importName(String, String)
}

/// The steps of a program or of a function, with the place of each.
struct PythonCode: Sendable {
  var name: String
  var parameters: [String] = []
  /// How many of the last parameters have standard values.
  var standards = 0
  /// The names that it gives values to.
  var locals: Set<String> = []
  var steps: [PythonStep] = []
  var spans: [PythonSpan] = []
}
