/// Which files `-f` means, as kubectl's resource builder finds them (`expandIfFilePattern` and
/// `ExpandPathsToFileVisitors` of cli-runtime): a file, the manifests of a folder in the order of
/// their names, or what fits `*` and `?` in the last part of a path.
struct ManifestFiles {
  let access: any FileAccess
  /// Whether the folders in a folder are meant as well (`-R`).
  let isRecursive: Bool

  private static let extensions = [".json", ".yaml", ".yml"]
  /// How deep `-R` goes, and how many files one command reads: links can lead in circles.
  static let deepestFolder = 32
  static let mostFiles = 1000

  /// A text and the name by which errors call it.
  struct File: Hashable {
    let name: String
    let content: Result<String, FileAccessError>
  }

  /// The files of one path; throws where there is none.
  func files(of path: String) throws(FileAccessError) -> [File] {
    do { return [File(name: path, content: .success(try access.read(path)))] } catch {
      guard error.reason == .isDirectory || error.reason == .missing, !path.isEmpty else {
        throw error
      }
      if let found = try folder(path, isKnown: error.reason == .isDirectory) { return found }
      let fitting = fitting(path)
      guard !fitting.isEmpty else { throw error }
      var files: [File] = []
      for name in fitting { files += try self.files(of: name) }
      return files
    }
  }

  /// Nil where the path is no folder.
  private func folder(_ path: String, isKnown: Bool) throws(FileAccessError) -> [File]? {
    var found: [String] = []
    let base = PathText.cleaned(path)
    let names = entries(of: base)
    guard isKnown || !names.isEmpty else { return nil }
    guard collect(names, depth: 1, into: &found) else {
      throw FileAccessError(.tooMany(Self.mostFiles), path: path)
    }
    guard !found.isEmpty else { throw FileAccessError(.noManifests, path: path) }
    return found.map { name in
      do throws(FileAccessError) {
        return File(name: name, content: .success(try access.read(name)))
      } catch { return File(name: name, content: .failure(error)) }
    }
  }

  /// False where there are more files than one command reads.
  private func collect(_ names: [String], depth: Int, into found: inout [String]) -> Bool {
    for name in names {
      if name.hasSuffix("/") {
        guard isRecursive, depth < Self.deepestFolder else { continue }
        let inner = entries(of: String(name.dropLast()))
        guard collect(inner, depth: depth + 1, into: &found) else { return false }
      } else if Self.extensions.contains(where: name.hasSuffix) {
        guard found.count < Self.mostFiles else { return false }
        found.append(name)
      }
    }
    return true
  }

  /// What is in a folder, hidden files too, by name; folders end with `/`.
  private func entries(of folder: String) -> [String] {
    let start = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
    var names = access.names(beginning: start)
    for name in access.names(beginning: start + ".") where !names.contains(name) {
      names.append(name)
    }
    let inside = names.filter { ![start + "./", start + "../"].contains($0) }
    return inside.sorted { Self.key($0).utf8.lexicographicallyPrecedes(Self.key($1).utf8) }
  }

  /// A folder stands where its name without the `/` belongs.
  private static func key(_ name: String) -> Substring {
    name.hasSuffix("/") ? name.dropLast() : name[...]
  }

  /// The paths that fit a pattern in the last part of a path.
  private func fitting(_ path: String) -> [String] {
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, pattern) = (path[..<split], Array(path[split...]))
    guard pattern.contains("*") || pattern.contains("?") else { return [] }
    let base = folder.isEmpty ? "." : PathText.cleaned(String(folder))
    let start = base == "." ? 0 : base == "/" ? 1 : base.count + 1
    return entries(of: base).map { String(Self.key($0)) }
      .filter { PathText.fits(Array($0.dropFirst(start))[...], pattern[...]) }
  }
}
