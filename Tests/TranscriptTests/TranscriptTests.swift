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

  /// The page is run once; what is documented is then changed line by line and read and compared
  /// anew. What a command prints cannot depend on what the page says that it prints.
  @Test("a change of any one output line is found", arguments: files)
  func sensitive(_ file: TextFile) throws {
    let transcript = try TranscriptVerifier.parse(file)
    let execution = TranscriptVerifier.execute(transcript)
    #expect(TranscriptVerifier.compare(transcript, with: execution).isFine)
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let output = transcript.blocks.filter { !$0.isHidden }.flatMap(\.steps).flatMap(\.outputLines)
    #expect(!output.isEmpty)
    for line in output {
      for replacement in ["\(lines[line - 1])x", "\(lines[line - 1]) ", nil] {
        var changed = lines
        changed.replaceSubrange(line - 1..<line, with: replacement.map { [Substring($0)] } ?? [])
        let text = changed.joined(separator: "\n")
        let page = try TranscriptVerifier.parse(TextFile(path: file.path, text: text))
        try #require(page.steps.map(\.command) == transcript.steps.map(\.command))
        let verified = TranscriptVerifier.compare(page, with: execution)
        #expect(!verified.isFine, "line \(line) may say \(replacement ?? "nothing")")
      }
    }
  }

  @Test("the difference is shown, and the exit code says that there is one")
  func report() throws {
    let file = try #require(Self.files.first)
    let text = file.text.replacing("pod/web created", with: "pod/web was created")
    let report = TranscriptVerifier.verify(files: [TextFile(path: file.path, text: text)])
    #expect(report.exitCode == 1)
    #expect(report.text.contains("-pod/web was created\n+pod/web created\n"))
  }

  @Test("every page has a title and a first paragraph, and its commands succeed or say why not")
  func form() throws {
    for file in Self.files {
      let transcript = try TranscriptVerifier.parse(file)
      #expect(!transcript.title.isEmpty, "\(file.path)")
      #expect(transcript.blocks.allSatisfy { $0.skipReason == nil }, "\(file.path) skips something")
    }
  }

  /// The exported files that lie beside the pages, with the page each belongs to.
  static var exported: [(path: String, page: TextFile, anchor: String?)] {
    let folder = root.appendingPathComponent("transcripts").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return files.flatMap { page in
      let stem = page.path.split(separator: "/").last?.dropLast(3) ?? ""
      return names.filter { $0.hasPrefix(stem + ".") && !$0.hasSuffix(".md") }.map { name in
        let parts = name.dropFirst(stem.count + 1).split(separator: ".").map(String.init)
        return (name, page, parts.count > 1 ? parts[0] : nil)
      }
    }
  }

  @Test("what was exported is what its page would give now, byte for byte")
  func exports() throws {
    let exported = Self.exported
    #expect(exported.contains { $0.path.hasSuffix(".cast") })
    #expect(exported.contains { $0.path.hasSuffix(".svg") })
    for (path, page, anchor) in exported {
      let url = Self.root.appendingPathComponent("transcripts").appendingPathComponent(path)
      let text = try String(contentsOf: url, encoding: .utf8)
      let published = try PublishedPage(page, anchor: anchor)
      let candidates = Artefact.candidates(fileExtension: url.pathExtension)
      #expect(
        candidates.contains { $0.text(of: published) == text },
        "podlab transcript export writes \(path) anew")
    }
  }
}
