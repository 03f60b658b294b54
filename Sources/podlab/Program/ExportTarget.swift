internal import Glibc
internal import PodTutor

/// Where exports go.
struct ExportTarget {
  private enum Place { case besideThePage, standardOutput, file(String), folder(String) }

  private let place: Place

  /// `-` and a file take one export only.
  init(_ output: String?, count: Int) throws {
    guard let output else {
      place = .besideThePage
      return
    }
    if output == "-" {
      place = .standardOutput
    } else if Self.isFolder(output) || output.hasSuffix("/") {
      place = .folder(output.hasSuffix("/") ? output : output + "/")
    } else {
      place = .file(output)
    }
    switch place {
    case .standardOutput, .file:
      guard count == 1 else {
        Console(terminal: Terminal()).complain(
          "\(count) files cannot go to \(output); name a folder that exists, or end it with /")
        throw ExitStatus.usage
      }
    case .besideThePage, .folder: break
    }
  }

  /// The path of one export; nil for standard output.
  func path(of page: String, _ anchor: String?, _ artefact: Artefact) -> String? {
    let beside =
      Self.stem(of: page) + (anchor.map { ".\($0)" } ?? "") + "." + artefact.fileExtension
    switch place {
    case .besideThePage: return beside
    case .standardOutput: return nil
    case .file(let path): return path
    case .folder(let folder): return folder + (beside.split(separator: "/").last ?? "")
    }
  }

  /// The path of a page without its ending.
  static func stem(of page: String) -> String {
    page.hasSuffix(".md") ? String(page.dropLast(3)) : page
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
