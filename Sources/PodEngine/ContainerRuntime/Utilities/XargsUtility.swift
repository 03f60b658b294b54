/// `xargs [-n COUNT] [-I MARK] [-0] [-r] [-t] [PROGRAM ARG…]`.
struct XargsUtility: Program {
  private var words: [String] = []
  private var count = 0
  private var mark: String?
  private var isNullSeparated = false
  private var skipsEmpty = false
  private var traces = false

  private var text = Bytes()
  private var batches: [[String]]?
  private var next = 0
  private var child: Int?
  private var status = 0

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      let value = String(word.dropFirst(2))
      switch word.prefix(2) {
      case "-n", "-L": count = Int(value.isEmpty ? rest.popFirst() ?? "" : value) ?? 0
      case "-I": mark = value.isEmpty ? rest.popFirst() ?? "{}" : value
      case "-P", "-s": if value.isEmpty { _ = rest.popFirst() }
      case "-0": isNullSeparated = true
      case "-t": traces = true
      case "-r": skipsEmpty = true
      default: break
      }
    }
    words = rest.isEmpty ? ["echo"] : Array(rest)
  }

  var memoryBytes: Int { 262_144 + text.count }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let batches else { return collect(&kernel, process) }
    if let child {
      guard let ended = kernel.takeStatus(of: child, parent: process) else { return .block }
      self.child = nil
      if ended.code == 255 || ended.signal != nil { return .exit(ended.code == 255 ? 124 : 125) }
      if ended.code != 0 { status = ended.code > 125 ? ended.code : 123 }
      return .goOn
    }
    guard next < batches.count else { return .exit(status) }
    next += 1
    return run(batches[next - 1], &kernel, process)
  }

  private mutating func collect(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    switch kernel.read(0, atMost: RuntimeLimits.pipeBytes, by: process) {
    case .data(let bytes):
      if text.count <= RuntimeLimits.textBytes { text.append(bytes) }
      return .goOn
    case .wouldBlock: return .block
    case .end, .failed:
      batches = commands(from: text.text())
      return .goOn
    }
  }

  private func commands(from text: String) -> [[String]] {
    if let mark {
      return text.split(separator: "\n").map { line in
        let value = String(line.drop { $0 == " " || $0 == "\t" })
        return words.map { $0.replacing(mark, with: value) }
      }
    }
    let items = items(in: text)
    guard count > 0 else {
      // Without `-r` the program runs once where there is nothing.
      return items.isEmpty && skipsEmpty ? [] : [words + items]
    }
    return stride(from: 0, to: items.count, by: count).map { start in
      words + items[start..<min(items.count, start + count)]
    }
  }

  /// Words of the input: blanks separate them, quotes and backslashes hold them together.
  private func items(in text: String) -> [String] {
    if isNullSeparated { return text.split(separator: "\0").map(String.init) }
    var items: [String] = []
    var current: String?
    var quote: Character?
    var isEscaped = false
    for letter in text {
      if isEscaped {
        current = (current ?? "") + String(letter)
        isEscaped = false
      } else if let open = quote {
        if letter == open { quote = nil } else { current = (current ?? "") + String(letter) }
      } else if letter == "\\" {
        isEscaped = true
      } else if letter == "'" || letter == "\"" {
        quote = letter
        current = current ?? ""
      } else if letter == " " || letter == "\t" || letter == "\n" {
        if let word = current { items.append(word) }
        current = nil
      } else {
        current = (current ?? "") + String(letter)
      }
    }
    if let word = current { items.append(word) }
    return items
  }

  private mutating func run(_ command: [String], _ kernel: inout Kernel, _ process: Int)
    -> ProgramStep
  {
    if traces {
      _ = kernel.write(Bytes(command.joined(separator: " ") + "\n"), to: 2, by: process)
    }
    do throws(LaunchError) {
      let start = try CommandRunner.start(command, kernel, process)
      do throws(Errno) { child = try kernel.fork(process, start) } catch {
        _ = kernel.write(Bytes("xargs: can't fork: \(error.text)\n"), to: 2, by: process)
        return .exit(124)
      }
      return .goOn
    } catch {
      let isBusybox = kernel.wordsLikeBusybox(process)
      let text =
        isBusybox
        ? "xargs: \(command[0]): \(Errno.noEntry.text)\n"
        : CommandRunner.failure("xargs", command[0], error, isBusybox: false).text
      _ = kernel.write(Bytes(text), to: 2, by: process)
      return .exit(error == .notFound ? 127 : 126)
    }
  }
}
