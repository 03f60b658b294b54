import Foundation
import Testing

/// No name matters: with every name replaced by a random one the recordings hold as before.
@Suite struct RenamingTests {
  /// How many seeds all recordings are renamed with; without the variable a third of them is renamed
  /// once.
  static let rounds =
    ProcessInfo.processInfo.environment["PODLAB_RENAMINGS"].flatMap { Int($0) }

  struct Case: CustomStringConvertible, Sendable {
    let file: URL
    let seed: UInt64

    var description: String { "\(file.lastPathComponent), seed \(seed)" }
  }

  static let cases: [Case] =
    if let rounds {
      (1...max(1, rounds)).flatMap { seed in
        Recording.files.map { Case(file: $0, seed: UInt64(seed)) }
      }
    } else {
      stride(from: 0, to: Recording.files.count, by: 3).map {
        Case(file: Recording.files[$0], seed: 1)
      }
    }

  @Test(arguments: cases)
  func renamedItHolds(_ row: Case) throws {
    var renaming = Renaming(seed: row.seed)
    let fields = renaming.renamed(try Recording.fields(of: row.file))
    for check in Replay(try Recording(fields: fields)).checks {
      #expect(check.holds, "\(row): \(check)")
    }
  }

  @Test func everythingOfAKindGetsItsOwnName() throws {
    for file in Recording.files {
      let before = try Recording(fields: Recording.fields(of: file)).cluster
      var renaming = Renaming(seed: 7)
      let after = try Recording(fields: renaming.renamed(Recording.fields(of: file))).cluster
      #expect(Set(before.pods.map(\.name)).isDisjoint(with: after.pods.map(\.name)))
      #expect(Set(before.pods.map(\.name)).count == Set(after.pods.map(\.name)).count)
      let containers = { (cluster: ObservedCluster) in
        Set(cluster.pods.flatMap { $0.states.flatMap { $0.containers.map(\.name) } })
      }
      #expect(containers(before).isDisjoint(with: containers(after)))
      #expect(containers(before).count == containers(after).count)
    }
  }
}
