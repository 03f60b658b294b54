/// Finds the files that a pattern names.
enum ShellGlob {
  /// The paths that match, in order, as the pattern is written: relative where it is relative. No
  /// more than the limit of words.
  static func files(
    matching pattern: [UInt8], findsDots: Bool = false, _ kernel: Kernel, _ process: Process
  ) -> [String] {
    let isAbsolute = pattern.first == UInt8(ascii: "/")
    let parts = pattern.split(separator: UInt8(ascii: "/")).map { Array($0) }
    var found = [isAbsolute ? "/" : ""]
    for part in parts {
      let matcher = ShellPattern(part)
      var next: [String] = []
      for base in found {
        guard matcher.isActive else {
          next.append(base + plain(part) + "/")
          continue
        }
        let folder = base.isEmpty ? "." : base
        var names = (try? kernel.names(in: folder, by: process)) ?? []
        if findsDots { names = [".", ".."] + names }
        for name in names where name.hasPrefix(".") == (part.first == UInt8(ascii: ".")) {
          if matcher.matches(Array(name.utf8)) { next.append(base + name + "/") }
        }
        if next.count > RuntimeLimits.wordsPerCommand { break }
      }
      found = next
    }
    return found.map { String($0.dropLast()) }.filter { path in
      (try? kernel.node(path, by: process, followsLast: false)) != nil
    }
  }

  private static func plain(_ pattern: [UInt8]) -> String {
    String(decoding: pattern.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }
}
