internal import Glibc
internal import PodShell

/// The commands of earlier sessions: one JSON string per line, only ever appended to, readable by
/// the user only.
///
/// libedit's own history file is rewritten as a whole, so that of two sessions at once the last one
/// wins; this one keeps both. A torn last line after a crash costs that line only.
struct HistoryFile: Sendable {
  /// How many commands are kept.
  static let capacity = 5000
  /// A larger file is not read: something else wrote it.
  private static let largestFile = 64 << 20

  let path: String

  /// `PODLAB_HISTORY` names another file, or none when it is empty. Nil when nothing is to be kept.
  init?(_ environment: Environment) {
    if let chosen = environment["PODLAB_HISTORY"] {
      guard !chosen.isEmpty else { return nil }
      path = chosen
    } else if let folder = StateFolder(environment) {
      path = folder.file("history")
    } else {
      return nil
    }
  }

  /// The commands, oldest first, each only where it was entered last. Lines that are no JSON
  /// strings are skipped.
  func load() -> [String] {
    guard let bytes = try? Disk.read(path, limit: Self.largestFile) else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let commands = lines.compactMap { JSONString.decode(String(decoding: $0, as: UTF8.self)) }
    let kept = Self.withoutOlderDuplicates(commands.filter(Self.canBeTyped))
    if lines.count > Self.capacity * 2 { rewrite(kept) }
    return kept
  }

  /// Whether the editor would take a text. ASCII controls it shows as `^X`; the others turn the text
  /// around them, so somebody else has written that.
  private static func canBeTyped(_ command: String) -> Bool {
    let beyondASCII = String(
      String.UnicodeScalarView(command.unicodeScalars.filter { !$0.isASCII }))
    return VisibleText.escaping(beyondASCII) == beyondASCII
  }

  static func withoutOlderDuplicates(_ commands: [String]) -> [String] {
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for command in commands.reversed() where seen.insert(command).inserted {
      newestFirst.append(command)
      if newestFirst.count == capacity { break }
    }
    return newestFirst.reversed()
  }

  /// Whether a command is to be kept: not when it begins with a space, which makes it private.
  static func keeps(_ command: String) -> Bool {
    !command.hasPrefix(" ") && AssembledCommand.hasContent(command)
  }

  /// Adds one command. What cannot be written is lost: history is a convenience and never stops the
  /// work.
  func append(_ command: String) {
    guard Self.keeps(command) else { return }
    StateFolder.makeFolder(of: path)
    withLockedFile { descriptor in
      var line = JSONText.quoted(command) + "\n"
      if Self.endsTorn(descriptor) { line = "\n" + line }
      _ = Disk.write(line.utf8, to: descriptor)
    }
  }

  /// Opens the file under its lock; again when another session has put a new one in its place
  /// meanwhile.
  private func withLockedFile(_ body: (Int32) -> Void) {
    for _ in 0..<10 {
      let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX) == 0 else { return }
      var opened = stat()
      var named = stat()
      guard unsafe fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG else {
        return
      }
      guard unsafe stat(path, &named) == 0, named.st_ino == opened.st_ino else { continue }
      return body(descriptor)
    }
  }

  private static func endsTorn(_ descriptor: Int32) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { return false }
    var last: UInt8 = 0
    return unsafe pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  /// Puts a short file in the place of one that has grown long.
  private func rewrite(_ commands: [String]) {
    withLockedFile { _ in
      let temporary = path + ".new"
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
      let descriptor = unsafe open(temporary, flags, 0o600)
      guard descriptor >= 0 else { return }
      let text = commands.map { JSONText.quoted($0) + "\n" }.joined()
      let failure = Disk.write(text.utf8, to: descriptor)
      let isSafe = failure == nil && fsync(descriptor) == 0
      close(descriptor)
      _ = isSafe ? unsafe rename(temporary, path) : unsafe unlink(temporary)
    }
  }
}
