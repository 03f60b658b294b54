import Glibc
import Testing

@testable import podlab

@Suite struct HistoryFileTests {
  private static func temporaryPath() -> String {
    "/tmp/podlab-history-\(getpid())-\(UInt64.random(in: .min ... .max))/deep/history"
  }

  private static func history(_ path: String) throws -> HistoryFile {
    try #require(HistoryFile(Environment { $0 == "PODLAB_HISTORY" ? path : nil }))
  }

  @Test func `what is appended is loaded`() throws {
    let history = try Self.history(Self.temporaryPath())
    defer { unsafe unlink(history.path) }
    #expect(history.load().isEmpty)
    for command in ["a", "b\nc \"\u{1B}豆", " private", "a", "   ", "# x"] {
      history.append(command)
    }
    #expect(history.load() == ["b\nc \"\u{1B}豆", "a"])
    var status = stat()
    #expect(unsafe stat(history.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test(arguments: ["\"torn", "\u{0}\u{0}\u{0}", "no json", "\"a\" \"b\""])
  func `a damaged end costs that line only`(_ damage: String) throws {
    let history = try Self.history(Self.temporaryPath())
    defer { unsafe unlink(history.path) }
    history.append("first")
    let descriptor = unsafe open(history.path, O_WRONLY | O_APPEND)
    _ = Disk.write(damage.utf8, to: descriptor)
    close(descriptor)
    history.append("second")
    #expect(history.load() == ["first", "second"])
  }

  @Test func `a long file is made short once`() throws {
    let history = try Self.history(Self.temporaryPath())
    defer { unsafe unlink(history.path) }
    history.append("0")
    let descriptor = unsafe open(history.path, O_WRONLY | O_APPEND)
    let lines = (1...(HistoryFile.capacity * 2)).map { "\"\($0)\"\n" }.joined()
    #expect(Disk.write(lines.utf8, to: descriptor) == nil)
    close(descriptor)
    let loaded = history.load()
    #expect(loaded.count == HistoryFile.capacity)
    #expect(loaded.last == "\(HistoryFile.capacity * 2)")
    let bytes = try Disk.read(history.path, limit: 1 << 20)
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == HistoryFile.capacity)
    #expect(history.load() == loaded)
  }

  @Test func `the environment decides where`() {
    func path(_ variables: [String: String]) -> String? {
      HistoryFile(Environment { variables[$0] })?.path
    }
    #expect(path(["HOME": "/h"]) == "/h/.local/state/podlab/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "/s"]) == "/s/podlab/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "s"]) == "/h/.local/state/podlab/history")
    #expect(path(["HOME": "/h", "PODLAB_HISTORY": ""]) == nil)
    #expect(path([:]) == nil)
  }
}
