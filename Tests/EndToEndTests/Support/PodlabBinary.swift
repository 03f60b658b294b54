import Glibc

/// The program under test: it is built beside the test bundle.
enum PodlabBinary {
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let running = String(decoding: buffer.prefix(max(count, 0)).map(UInt8.init), as: UTF8.self)
    return candidates(running).first { unsafe access($0, X_OK) == 0 } ?? ".build/debug/podlab"
  }()

  /// The runner may be the bundle itself, or a helper that was given the path of the bundle.
  private static func candidates(_ running: String) -> [String] {
    ([running] + CommandLine.arguments).compactMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) + "/podlab" }
    }
  }
}
