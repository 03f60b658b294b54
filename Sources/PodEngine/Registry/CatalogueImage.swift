/// One image of the catalogue: a repository, its versions, and what they have in common.
package struct CatalogueImage: Sendable {
  package let repository: String
  /// Versions with the tags that lead to each; the first tag names the version.
  let versions: [[String]]
  /// Names and compressed sizes of the layers. A layer whose name starts with `base/` is the same
  /// in every image.
  let layers: [(name: String, sizeBytes: Int)]
  var configuration = ImageConfiguration()
  var content: ImageContent

  init(
    _ repository: String, versions: [[String]], layers: [(name: String, sizeBytes: Int)],
    content: ImageContent, configure: (inout ImageConfiguration) -> Void = { _ in }
  ) {
    self.repository = repository
    self.versions = versions
    self.layers = layers
    self.content = content
    configuration.environment = [
      EnvironmentVariable(name: "PATH", value: ImageCatalogue.defaultPath)
    ]
    configure(&configuration)
  }

  var tags: [String] { versions.flatMap { $0 } }

  func manifest(tag: String) -> ImageManifest {
    let version = versions.first { $0.contains(tag) }?.first ?? tag
    let name = "\(repository):\(version)"
    var configuration = self.configuration
    configuration.environment += versionVariable(version)
    return ImageManifest(
      repository: repository, digest: ImageCatalogue.digest(of: name),
      layers: layers.map { layer in
        let isShared = layer.name.hasPrefix("base/")
        return ImageLayer(
          digest: ImageCatalogue.digest(of: isShared ? layer.name : "\(name) \(layer.name)"),
          sizeBytes: layer.sizeBytes)
      },
      configuration: configuration,
      content: content.replacing("{version}", with: version))
  }

  /// The versions of nginx and of its packages. The releases are those of Debian 12, which the
  /// images have had since 1.25.
  private static func nginxVariables(_ version: String) -> [EnvironmentVariable] {
    let plain = String(version.prefix { $0 != "-" })
    let scripts = ["1.29.0": "0.9.0", "1.28.0": "0.8.10", "1.27.5": "0.8.10"]
    guard let script = scripts[plain], plain == version else {
      return [EnvironmentVariable(name: "NGINX_VERSION", value: plain)]
    }
    return [
      EnvironmentVariable(name: "NGINX_VERSION", value: plain),
      EnvironmentVariable(name: "NJS_VERSION", value: script),
      EnvironmentVariable(name: "NJS_RELEASE", value: "1~bookworm"),
      EnvironmentVariable(name: "PKG_RELEASE", value: "1~bookworm"),
      EnvironmentVariable(name: "DYNPKG_RELEASE", value: "1~bookworm"),
    ]
  }

  /// `NGINX_VERSION=1.27.5` and its like.
  private func versionVariable(_ version: String) -> [EnvironmentVariable] {
    switch repository {
    case "docker.io/library/nginx":
      Self.nginxVariables(version)
    case "docker.io/library/redis":
      [EnvironmentVariable(name: "REDIS_VERSION", value: version)]
    case "docker.io/library/httpd":
      [EnvironmentVariable(name: "HTTPD_VERSION", value: version)]
    case "docker.io/library/mysql":
      [EnvironmentVariable(name: "MYSQL_VERSION", value: version)]
    case "docker.io/library/mongo":
      [EnvironmentVariable(name: "MONGO_VERSION", value: version)]
    case "docker.io/library/python":
      [EnvironmentVariable(name: "PYTHON_VERSION", value: String(version.prefix { $0 != "-" }))]
    default: []
    }
  }
}

extension ImageContent {
  fileprivate func replacing(_ mark: String, with text: String) -> ImageContent {
    var copy = self
    copy.files = files.map { file in
      ImageFile(file.path, file.text.replacing(mark, with: text), mode: file.mode)
    }
    return copy
  }
}
