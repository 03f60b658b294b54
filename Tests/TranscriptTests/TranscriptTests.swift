import Foundation
import PodShell
import PodTutor
import Testing

@Suite("The transcripts of this repository are true")
struct TranscriptTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var files: [TextFile] {
    let folder = root.appendingPathComponent("transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return text.map { TextFile(path: "transcripts/\(name)", text: $0) }
    }
  }

  @Test("every page prints what it documents")
  func verify() {
    let report = TranscriptVerifier.verify(files: Self.files)
    #expect(report.exitCode == 0, "\(report.text)")
    #expect(report.stepCount > 10)
  }

  @Test("updating a true page changes nothing", arguments: files)
  func update(_ file: TextFile) throws {
    #expect(try TranscriptUpdater.update(file).text == file.text)
  }

  @Test("a change of any one output line is found", arguments: files)
  func sensitive(_ file: TextFile) throws {
    let transcript = try TranscriptParser.parse(
      file,
      isIncomplete: { text in
        Session(configuration: SessionConfiguration(nodeCount: 0)).continuation(of: text) != nil
      })
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let output = transcript.blocks.filter { !$0.isHidden }.flatMap(\.steps).flatMap(\.outputLines)
    #expect(!output.isEmpty)
    for line in output {
      var changed = lines
      changed[line - 1] += "x"
      // What stands behind the fence cannot matter; leaving it out saves half of the time.
      let end = changed[line...].firstIndex(of: "```") ?? changed.count - 1
      changed = Array(changed[...end]) + [""]
      let report = TranscriptVerifier.verify(
        files: [TextFile(path: file.path, text: changed.joined(separator: "\n"))])
      #expect(report.exitCode == 1, "line \(line) may say anything")
      #expect(report.text.contains("+\(lines[line - 1])".replacing(#/ +$/#, with: "")))
    }
  }
}
