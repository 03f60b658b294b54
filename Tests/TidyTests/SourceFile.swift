import Glibc

/// One Swift file of the project.
struct SourceFile: Sendable {
  /// From the root of the project: `Sources/podlab/…`.
  let path: String
  /// The lines without what stands in comments. Multi-line comments are not used in this project.
  let code: [Substring]
  private let codeText: String

  init(path: String, text: String) {
    self.path = path
    code = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.withoutComment)
    codeText = code.joined(separator: "\n")
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    if line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
    let bytes = line.utf8
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "/") {
      let isAfterSpace = bytes[bytes.index(before: index)] == UInt8(ascii: " ")
      if isAfterSpace, line[index...].hasPrefix("// ") { return line[..<index] }
    }
    return line
  }

  /// The numbers, from 1, of the lines with a word: a text before which no name and no dot ends.
  /// Regular expressions would say this shorter, and take minutes over all sources in a debug
  /// build.
  func lineNumbers(of word: String) -> [Int] {
    lineNumbers(of: word) { !Self.continuesName($0) }
  }

  /// The numbers, from 1, of the lines with any of the texts.
  func lineNumbers(containing texts: [String]) -> [Int] {
    texts.flatMap { lineNumbers(of: $0) { _ in true } }
  }

  /// `isBoundary` decides by the character before.
  private func lineNumbers(of word: String, isBoundary: (CChar) -> Bool) -> [Int] {
    var numbers: [Int] = []
    unsafe codeText.withCString { text in
      var line = 1
      var seen = unsafe text
      var rest = unsafe text
      while let hit = unsafe strstr(rest, word) {
        unsafe line += Self.newlines(from: seen, to: hit)
        if unsafe hit == text || isBoundary(hit[-1]) { numbers.append(line) }
        unsafe (seen, rest) = unsafe (UnsafePointer(hit), UnsafePointer(hit + 1))
      }
    }
    return numbers
  }

  private static func newlines(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>)
    -> Int
  {
    unsafe UnsafeBufferPointer(start: start, count: end - start).count { $0 == 10 }
  }

  private static func continuesName(_ character: CChar) -> Bool {
    let scalar = Unicode.Scalar(UInt8(bitPattern: character))
    return scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  /// The numbers, from 1, of the lines that begin so, behind spaces.
  func lineNumbers(beginningWith starts: [String]) -> [Int] {
    code.indices.filter { index in
      let line = code[index].drop { $0 == " " }
      return starts.contains { line.hasPrefix($0) }
    }.map { $0 + 1 }
  }
}

/// The files of the project that these tests stand in.
enum Project {
  enum Failure: Error { case read(String) }

  /// The folder above `Tests/TidyTests`.
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static func text(_ path: String) throws -> String {
    guard let file = unsafe fopen(root + "/" + path, "r") else { throw Failure.read(path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&block, 1, block.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: block[..<count])
    }
  }

  /// All Swift files, in the order of their paths; read once.
  private static let allFiles = Result {
    try ["Sources", "Tests", "lessons"].flatMap(paths).filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in SourceFile(path: path, text: try text(path)) }
  }

  /// The Swift files below a folder.
  static func swiftFiles(_ folder: String) throws -> [SourceFile] {
    try allFiles.get().filter { $0.path.hasPrefix(folder + "/") }
  }

  private static func paths(below folder: String) -> [String] {
    guard let directory = unsafe opendir(root + "/" + folder) else { return [] }
    defer { unsafe closedir(directory) }
    var found: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      found += isFolder ? paths(below: path) : [path]
    }
    return found
  }
}
