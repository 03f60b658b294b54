internal import PodTutor

/// `podlab transcript export --check`: are the files beside the pages what they would be now?
struct ExportCheck {
  let pace: PlaybackPace
  let console: Console

  /// Compares all files whose names begin like the page's, or only those of the wanted kinds.
  func run(_ paths: [String], _ wanted: [Artefact]) throws -> ExitStatus {
    var (checked, wrong) = (0, 0)
    for page in try TranscriptCommand.pages(paths, console) {
      let stem = ExportTarget.stem(of: page.path)
      for path in TextFiles.siblings(of: page.path) {
        guard let dot = path.lastIndex(of: ".") else { continue }
        let candidates = Artefact.candidates(
          fileExtension: String(path[path.index(after: dot)...]))
        let fitting = wanted.isEmpty ? candidates : candidates.filter(wanted.contains)
        let name = String(path[..<dot])
        guard !fitting.isEmpty, name == stem || name.hasPrefix(stem + ".") else { continue }
        let anchor = name == stem ? nil : String(name.dropFirst(stem.count + 1))
        checked += 1
        if let problem = problem(path, page, anchor, fitting) {
          wrong += 1
          console.output.write("\(path): \(problem)\n".withVisibleControls)
        } else {
          console.output.write("ok  \(path)\n".withVisibleControls)
        }
      }
    }
    let files = checked == 1 ? "1 file" : "\(checked) files"
    console.output.write("\(files), \(wrong) stale\n")
    guard checked > 0 else {
      console.complain("no exported file lies beside these pages, so nothing is proved")
      return .usage
    }
    return wrong == 0 ? .success : .failure
  }

  private func problem(
    _ path: String, _ page: TextFile, _ anchor: String?, _ candidates: [Artefact]
  ) -> String? {
    do {
      let published = try PublishedPage(page, anchor: anchor, beside: TranscriptCommand.beside)
      let text = try DiskFiles().read(path)
      return candidates.contains { $0.text(of: published, pace: pace) == text }
        ? nil : "differs from its page; podlab transcript export writes it anew"
    } catch let error as SourceErrors {
      return "\(error)"
    } catch {
      return "cannot be read"
    }
  }
}
