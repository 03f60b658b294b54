import Glibc
import PodShell
import Testing

@testable import podlab

@Suite struct DiskFilesTests {
  private static func reason(_ path: String) -> FileAccessError.Reason? {
    do {
      _ = try DiskFiles().read(path)
      return nil
    } catch { return error.reason }
  }

  @Test(arguments: [
    ("/does/not/exist", FileAccessError.Reason.missing), ("/tmp", .isDirectory),
    ("/dev/zero", .denied), ("/dev/tty", .denied), ("a\u{0}b", .missing), ("", .missing),
    ("/etc/hostname/x", .missing),
  ])
  func `what is no readable file is refused`(_ path: String, _ reason: FileAccessError.Reason) {
    #expect(Self.reason(path) == reason)
  }

  @Test func `a pipe does not block`() {
    let path = "/tmp/podlab-fifo-\(getpid())"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    defer { unsafe unlink(path) }
    #expect(Self.reason(path) == .denied)
  }

  @Test func `size and text are looked at`() throws {
    let path = "/tmp/podlab-file-\(getpid())"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer {
      close(descriptor)
      unsafe unlink(path)
    }
    #expect(Disk.write("豆\n".utf8, to: descriptor) == nil)
    #expect(try DiskFiles().read(path) == "豆\n")
    #expect(Disk.write([0xFF], to: descriptor) == nil)
    #expect(Self.reason(path) == .notText)
    ftruncate(descriptor, DiskFiles.largestFile + 1)
    #expect(Self.reason(path) == .tooLarge)
  }
}
