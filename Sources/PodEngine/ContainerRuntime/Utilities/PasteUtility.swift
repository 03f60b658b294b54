/// `paste [-d C] [-s] FILE…` over whole files.
enum PasteUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    var delimiter = "\t"
    var isSerial = false
    var files: [String] = []
    var words = call.arguments[...]
    while let word = words.popFirst() {
      if word == "-s" {
        isSerial = true
      } else if word.hasPrefix("-d") {
        delimiter = word.count > 2 ? String(word.dropFirst(2)) : words.popFirst() ?? "\t"
      } else {
        files.append(word)
      }
    }
    var columns: [[String]] = []
    for file in files {
      guard let lines = call.lines(of: file) else { return 1 }
      columns.append(lines)
    }
    if isSerial {
      for column in columns { call.print(column.joined(separator: delimiter)) }
      return 0
    }
    for row in 0..<(columns.map(\.count).max() ?? 0) {
      call.print(
        columns.map { row < $0.count ? $0[row] : "" }.joined(separator: delimiter))
    }
    return 0
  }
}

extension UtilityCall {
  /// The lines of a file; complains and answers nil where it cannot be read.
  mutating func lines(of file: String) -> [String]? {
    guard let text = contents(of: file) else { return nil }
    var lines = text.text(limit: RuntimeLimits.storedBytesPerFile)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The bytes of a file; complains and answers nil where it cannot be read.
  mutating func contents(of file: String) -> Bytes? {
    guard let process else { return nil }
    do throws(Errno) {
      return file == "-" ? input : try kernel.contents(of: file, by: process)
    } catch {
      complain(isBusybox ? "can't open '\(file)': \(error.text)" : "\(file): \(error.text)")
      return nil
    }
  }
}
