internal import PodEngine

/// What has happened in a session, as lines of a file that only grows: a session whose program dies
/// can be taken up again. One JSON object per line; the first says how the session began, each
/// other one what the record became from some entry on.
package struct SessionJournal: Sendable {
  private static let version = 1

  private let seed: UInt64
  private let nodes: Int
  private var record = SessionRecord()

  package init(of session: Session) {
    (seed, nodes) = (session.configuration.seed, session.configuration.nodeCount)
  }

  /// The first line, with its newline.
  package var head: String {
    let value: APIValue = [
      "format": "podlab journal", "version": .integer(Self.version),
      "seed": .string(String(seed)), "nodes": .integer(nodes),
    ]
    return JSONText.text(value) + "\n"
  }

  /// The line for what is new in a session, with its newline; nil where nothing is. An alias or a
  /// namespace is a change, what a command only showed is none.
  package mutating func line(for session: Session) -> String? {
    let new = session.record
    let (typed, changes) = (
      Self.common(record.typed, new.typed), Self.common(record.changes, new.changes)
    )
    guard
      typed < max(new.typed.count, record.typed.count)
        || changes < max(new.changes.count, record.changes.count)
    else { return nil }
    record = new
    let value: APIValue = [
      "typedFrom": .integer(typed), "typed": .array(new.typed[typed...].map(\.journalValue)),
      "changesFrom": .integer(changes), "changes": .array(new.changes[changes...].map(\.value)),
    ]
    return JSONText.text(value) + "\n"
  }

  /// How many entries stay. A record grows at its end, or its last entry grows; anything else is a
  /// new record.
  private static func common<Entry: Equatable>(_ old: [Entry], _ new: [Entry]) -> Int {
    guard new.count >= old.count, old.count > 0 else { return 0 }
    if new[old.count - 1] == old[old.count - 1] { return old.count }
    return old.count == 1 || new[old.count - 2] == old[old.count - 2] ? old.count - 1 : 0
  }
}

/// A journal that was found.
package struct FoundJournal: Sendable {
  package private(set) var record = SessionRecord()
  private let seed: UInt64
  private let nodes: Int

  /// How many commands there are to be done again.
  package var count: Int { record.changes.count }

  /// Reads as far as the lines are whole: the last one may be torn. Nil where it is no journal.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard let head = lines.first.flatMap({ try? JSONReader.value($0) }),
      head["format"]?.stringValue == "podlab journal", head["version"]?.intValue == 1,
      let seed = head["seed"]?.stringValue.flatMap({ UInt64($0) }),
      let nodes = head["nodes"]?.intValue, (0...5000).contains(nodes)
    else { return nil }
    (self.seed, self.nodes) = (seed, nodes)
    for line in lines.dropFirst() {
      guard let entry = try? JSONReader.value(line), record.take(entry) else { break }
    }
  }

  /// The session that a configuration and the journal make.
  package func session(_ configuration: SessionConfiguration) -> Session {
    var fresh = configuration
    (fresh.seed, fresh.nodeCount) = (seed, nodes)
    return Session(replaying: record, fresh)
  }
}

extension Session {
  /// Does again what a record says, with the files as they were then.
  init(replaying record: SessionRecord, _ configuration: SessionConfiguration) {
    self.init(configuration: configuration)
    isReplaying = true
    for change in record.changes {
      self.configuration.files = SavedFiles(files: change.files)
      _ = submit(change.command)
    }
    isReplaying = false
    self.configuration.files = configuration.files
    self.record = record
  }
}

extension SessionRecord {
  /// Takes what one line of a journal says; false where it is damaged.
  fileprivate mutating func take(_ entry: APIValue) -> Bool {
    guard let typedFrom = entry["typedFrom"]?.intValue, (0...typed.count).contains(typedFrom),
      let changesFrom = entry["changesFrom"]?.intValue,
      (0...changes.count).contains(changesFrom)
    else { return false }
    let newTyped = (entry["typed"]?.arrayValue ?? []).compactMap(Typed.init(journalValue:))
    let newChanges = (entry["changes"]?.arrayValue ?? []).compactMap(Change.init)
    typed = Array(typed.prefix(typedFrom)) + newTyped
    changes = Array(changes.prefix(changesFrom)) + newChanges
    return true
  }
}

extension SessionRecord.Typed {
  fileprivate var journalValue: APIValue {
    [
      "text": .string(text), "failed": .bool(failed),
      "script": script.map(APIValue.string) ?? .null,
    ]
  }

  fileprivate init?(journalValue: APIValue) {
    guard let text = journalValue["text"]?.stringValue else { return nil }
    self.init(
      text: text, failed: journalValue["failed"] == .bool(true),
      script: journalValue["script"]?.stringValue)
  }
}
