internal import PodEngine

/// What `-f` names: files, folders, `-` for the heredoc, or a heredoc alone.
struct Manifests: Hashable, Sendable {
  let paths: [String]
  let heredoc: Heredoc?
  let position: TextPosition?
  let isRecursive: Bool

  /// The flags that lead to manifests.
  static let flags = [
    Flag(
      "filename", "f", .list, "a manifest or a folder of them: FILE, or - for <<YAML",
      completes: .file),
    Flag(
      "kustomize", "k",
      .missing(takesValue: true, instead: "name the manifests themselves with -f"), ""),
    Flag("recursive", "R", .switched, "with -f FOLDER, the folders in it as well"),
  ]

  /// Nil where neither `-f` nor a heredoc was given.
  init?(_ call: Invocation) {
    let written = call.flags.texts("filename")
    guard !written.isEmpty || call.heredoc != nil else { return nil }
    paths = written.isEmpty ? ["-"] : written
    heredoc = call.heredoc
    position = call.flags.position(of: "filename")
    isRecursive = call.flags.isOn("recursive")
  }

  /// All objects of all files. Throws where a path leads to nothing: then nothing has happened yet.
  func objects(in bench: Workbench) throws(CommandError) -> ManifestObjects {
    var objects = ManifestObjects()
    for file in try files(in: bench) {
      switch file.content {
      case .success(let text): read(text, of: file.name, in: bench, into: &objects)
      case .failure(let error):
        objects.problems.append(CommandError(error, position: position))
      }
    }
    return objects
  }

  /// What a broken document hides of its file is lost; other files are read all the same.
  private func read(
    _ text: String, of name: String, in bench: Workbench, into objects: inout ManifestObjects
  ) {
    let reading = ManifestReader.read(text, file: name)
    for document in reading.documents {
      if let problem = MetadataTypes.problem(of: document) {
        objects.problems.append(problem)
        continue
      }
      do throws(CommandError) {
        let key = try document.identity(in: bench)
        objects.found.append(ManifestObjects.Found(document: document, key: key))
      } catch {
        objects.problems.append(error)
        // Validation comes before decoding, and ends the file.
        if document.value.text("apiVersion").isEmpty { return }
      }
    }
    if let error = reading.error { objects.problems.append(CommandError(error)) }
  }

  private func files(in bench: Workbench) throws(CommandError) -> [ManifestFiles.File] {
    let disk = ManifestFiles(access: bench.configuration.files, isRecursive: isRecursive)
    var found: [ManifestFiles.File] = []
    var problems: [CommandError] = []
    for path in paths {
      do throws(CommandError) { found += try files(of: path, on: disk) } catch {
        problems.append(error)
      }
    }
    if let problem = ErrorList(problems.map(ErrorList.Entry.init)).error { throw problem }
    return found
  }

  private func files(
    of path: String, on disk: ManifestFiles
  ) throws(CommandError) -> [ManifestFiles.File] {
    if path == "-" {
      guard let heredoc else {
        throw .unsupported(
          "there is nothing to read from standard input",
          suggestion: "write it in place: -f - <<YAML, the manifest, and a line YAML",
          position: position)
      }
      return [ManifestFiles.File(name: "STDIN", content: .success(heredoc.body))]
    }
    if path.hasPrefix("http://") || path.hasPrefix("https://") {
      throw .unsupported(
        "podlab does not read \(path): it never uses the network",
        suggestion: "save the manifest in a file", position: position)
    }
    do { return try disk.files(of: path) } catch {
      throw CommandError(
        error, position: position, missing: "write the manifest in place: apply -f - <<YAML")
    }
  }

  /// kubectl's words for files without any object.
  func nothingPassed(to verb: String) -> CommandError {
    CommandError(
      "invalid", "error: no objects passed to \(verb)",
      suggestion: "a manifest has apiVersion, kind and metadata", position: position)
  }
}

extension CommandError {
  /// A text that is no manifest.
  init(_ error: ManifestError) {
    let place = error.position.map { "\($0): " } ?? ""
    self.init("invalid", error.text, suggestion: place + error.advice)
    manifestPlaces = error.position.map { "\($0): \(error.advice)" }
  }
}

extension ManifestDocument {
  /// The kind of the object, and its key in the namespace that it belongs to.
  func identity(in bench: Workbench) throws(CommandError) -> ObjectKey {
    let (kind, version) = (value.text("kind"), value.text("apiVersion"))
    guard let resource = Resource(kind: kind, apiVersion: version) else {
      throw noSuchKind(kind, version)
    }
    let own = value.text("metadata", "namespace")
    if let given = bench.givenNamespace, resource.isNamespaced, !own.isEmpty, own != given {
      throw CommandError(
        "invalid",
        "error: the namespace from the provided object \(GoSyntax.quoted(own)) does not match the "
          + "namespace \(GoSyntax.quoted(given)). You must pass '--namespace=\(own)' to perform this "
          + "operation.", suggestion: "\(nearestPosition(ofFieldPath: "metadata.namespace"))")
    }
    return ObjectKey(
      resource, namespace: own.isEmpty ? bench.namespace : own,
      name: value.text("metadata", "name"))
  }

  private func noSuchKind(_ kind: String, _ version: String) -> CommandError {
    let place = nearestPosition(ofFieldPath: "kind")
    if version.isEmpty {
      return CommandError(
        "invalid",
        "error: error validating \(GoSyntax.quoted(file)): error validating data: apiVersion not set; "
          + "if you choose to ignore these errors, turn validation off with --validate=false",
        suggestion: "\(place): add a line such as apiVersion: v1")
    }
    if let known = KindsWithout.named(kind, version) {
      return .unsupported(
        "podlab does not simulate \(kind) (\(version)), the kind of "
          + "\(GoSyntax.quoted(value.text("metadata", "name"))) in \(GoSyntax.quoted(file))",
        suggestion: "\(place): \(known)")
    }
    let near = Resource.allCases.first { $0.kind.lowercased() == kind.lowercased() }
    let advice = near.map { "write apiVersion: \($0.apiVersion) and kind: \($0.kind)" }
    return CommandError(
      "not-found",
      "error: resource mapping not found for name: \(GoSyntax.quoted(value.text("metadata", "name"))) "
        + "namespace: \(GoSyntax.quoted(value.text("metadata", "namespace"))) "
        + "from \(GoSyntax.quoted(file)): no matches for kind \(GoSyntax.quoted(kind)) in version "
        + "\(GoSyntax.quoted(version))\nensure CRDs are installed first",
      suggestion: "\(place): \(advice ?? "api-resources lists the kinds that podlab has")")
  }

  /// Where the wrong fields of a refusal were written, one line each: `web.yaml:7:5:
  /// spec.containers[0].image`.
  func places(of error: APIError) -> String? {
    var paths = error.causes.map(\.path).filter { !$0.isEmpty }
    if error.reason == .badRequest { paths += Self.quotedFields(error.message) }
    guard !paths.isEmpty else { return error.reason == .badRequest ? "\(start)" : nil }
    var lines: [String] = []
    for path in paths {
      let line = "\(nearestPosition(ofFieldPath: path)): \(path)"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  /// The fields that a strict decoding error names: `unknown field "spec.foo", unknown field
  /// "spec.bar"`.
  private static func quotedFields(_ message: String) -> [String] {
    var (fields, rest) = ([String](), Substring(message))
    while let mark = rest.firstRange(of: " field \"") {
      rest = rest[mark.upperBound...]
      fields.append(String(rest.prefix { $0 != "\"" }))
    }
    return fields
  }
}
