/// `seq [FIRST [STEP]] LAST`, in whole numbers.
enum SequenceUtility {
  private static let limit = 100_000

  static func run(_ call: inout UtilityCall) -> Int {
    var words = call.arguments[...]
    var separator = "\n"
    while let word = words.first, word.hasPrefix("-s") || word == "-w" {
      words.removeFirst()
      if word == "-s" {
        separator = words.popFirst() ?? ""
      } else if word != "-w" {
        separator = String(word.dropFirst(2))
      }
    }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, (1...3).contains(numbers.count),
      let last = numbers.last
    else {
      return call.complain("invalid number '\(words.first { Int($0) == nil } ?? "")'")
    }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count == 3 ? numbers[1] : 1
    guard step != 0 else { return call.complain("increment must not be 0") }
    var text: [UInt8] = []
    var count = 0
    var value = first
    while step > 0 ? value <= last : value >= last {
      count += 1
      guard count <= limit else {
        return call.complain("more than \(limit) numbers (podlab's limit)")
      }
      text += Array("\(count > 1 ? separator : "")\(value)".utf8)
      let next = value.addingReportingOverflow(step)
      if next.overflow { break }
      value = next.partialValue
    }
    call.kernel.charge(call.number, instructions: count / 16)
    call.output = Bytes(text.isEmpty ? text : text + [10])
    return 0
  }
}
