/// What a registry answers for an image: its layers, and how to run it.
package struct ImageManifest: Hashable, Sendable {
  /// The repository it was found in, such as `docker.io/library/nginx`.
  package var repository: String
  /// The digest of the manifest: `sha256:` and 64 hexadecimal digits.
  package var digest: String
  /// The compressed layers, lowest first.
  package var layers: [ImageLayer]
  package var configuration: ImageConfiguration
  /// What is in the layers.
  package var content: ImageContent

  package init(
    repository: String, digest: String, layers: [ImageLayer],
    configuration: ImageConfiguration, content: ImageContent
  ) {
    self.repository = repository
    self.digest = digest
    self.layers = layers
    self.configuration = configuration
    self.content = content
  }

  /// The sum of the compressed layers in bytes; what `Image size:` in the event `Pulled` says.
  package var sizeBytes: Int { layers.reduce(0) { $0 + $1.sizeBytes } }

  /// `docker.io/library/nginx@sha256:…`: what a container status shows as `imageID`.
  package var repositoryDigest: String { "\(repository)@\(digest)" }
}

/// One compressed layer of an image.
package struct ImageLayer: Hashable, Sendable {
  package let digest: String
  package let sizeBytes: Int
}

/// The part of an OCI image configuration that decides what runs.
package struct ImageConfiguration: Hashable, Sendable {
  package var entrypoint: [String] = []
  package var cmd: [String] = []
  package var environment: [EnvironmentVariable] = []
  package var workingDirectory = "/"
  /// The TCP ports that the image says it listens on.
  package var exposedPorts: [Int] = []
  /// A number or a name; empty is root.
  package var user = ""
  /// What a graceful stop sends instead of TERM; `SIGQUIT` for nginx.
  package var stopSignal: Signal = .term

  package init() {}

  /// The numeric user, which `runAsNonRoot` needs; nil where the image names one by name.
  package var userID: Int? { user.isEmpty ? 0 : Int(user) }
}

/// A name and a value in the environment of a process.
package struct EnvironmentVariable: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// The files of an image, by description: a distribution, and what the image adds to it.
package struct ImageContent: Hashable, Sendable {
  package var base: BaseFilesystem
  /// Executables: where they are, and the simulated program that runs.
  package var programs: [ImageProgram] = []
  package var files: [ImageFile] = []
  /// Users beside those of the distribution.
  package var accounts: [ImageAccount] = []

  package init(
    base: BaseFilesystem, programs: [ImageProgram] = [], files: [ImageFile] = [],
    accounts: [ImageAccount] = []
  ) {
    self.base = base
    self.programs = programs
    self.files = files
    self.accounts = accounts
  }

  /// The same with more in it.
  func adding(files: [ImageFile]) -> Self {
    var copy = self
    copy.files += files
    return copy
  }
}

/// An executable of an image.
package struct ImageProgram: Hashable, Sendable {
  package let path: String
  /// A name of `ProgramTable`.
  package let program: String

  package init(_ path: String, _ program: String) {
    self.path = path
    self.program = program
  }
}

/// A text file of an image.
package struct ImageFile: Hashable, Sendable {
  package let path: String
  package let text: String
  /// Permission bits.
  package let mode: Int

  package init(_ path: String, _ text: String, mode: Int = 0o644) {
    self.path = path
    self.text = text
    self.mode = mode
  }
}

/// A user that an image adds to `/etc/passwd`, with a group in `/etc/group`.
package struct ImageAccount: Hashable, Sendable {
  package let name: String
  package let id: Int
  package let home: String
  package let shell: String
  /// The name and number of its group; the user is a member where that is not its main group.
  package let group: String
  package let groupID: Int
  package let isMainGroup: Bool

  package init(
    _ name: String, _ id: Int, home: String, shell: String = "/bin/false", group: String? = nil,
    groupID: Int? = nil, isMainGroup: Bool = true
  ) {
    (self.name, self.id, self.home, self.shell) = (name, id, home, shell)
    (self.group, self.groupID, self.isMainGroup) = (group ?? name, groupID ?? id, isMainGroup)
  }

  /// Its line in `/etc/passwd`.
  var userLine: String { "\(name):x:\(id):\(isMainGroup ? groupID : id)::\(home):\(shell)\n" }

  /// Its line in `/etc/group`.
  var groupLine: String { "\(group):x:\(groupID):\(isMainGroup ? "" : name)\n" }
}

/// The distribution below an image: decides the shell, the utilities and how they word their
/// errors.
package enum BaseFilesystem: Hashable, Sendable {
  case busybox, alpine, debian
  /// No shell and no utilities.
  case scratch
}
