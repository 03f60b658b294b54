import Foundation
import PodTutor
import Testing

@Suite("The state folder on the disk")
struct DiskStateFilesTests {
  @Test("is made when needed, holds what was written, and keeps what is broken")
  func writes() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/podlab-\(UUID().uuidString)/a/b"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = DiskStateFiles(folder: folder)
    #expect(try files.read("journal") == nil)
    try files.appendLine("one", to: "journal")
    try files.appendLine("two", to: "journal")
    #expect(try files.read("journal") == "one\ntwo\n")
    try files.replaceAtomically("journal", with: "three\n")
    #expect(try files.read("journal") == "three\n")
    #expect(try files.setAside("journal") == "journal.broken-1")
    #expect(try files.read("journal") == nil)
    #expect(try files.read("journal.broken-1") == "three\n")
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/journal.broken-1")
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test("a name is held once, and one change after another is made")
  func locks() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/podlab-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = DiskStateFiles(folder: folder)
    #expect(files.hold("journal"))
    #expect(!files.hold("journal"))
    #expect(files.hold("journal-2"))
    var count = 0
    try files.alone { count += 1 }
    try files.alone { count += 1 }
    #expect(count == 2)
  }

  @Test("says what is wrong when it cannot be made")
  func refused() {
    let error = #expect(throws: StateFilesError.self) {
      try DiskStateFiles(folder: "/dev/null/x").appendLine("one", to: "journal")
    }
    #expect(error?.message.contains("/dev/null/x/journal") == true)
  }
}
