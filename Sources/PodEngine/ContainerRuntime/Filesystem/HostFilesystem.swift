/// What a node has at `/`: a small Debian, as far as Pods look at it through `hostPath`.
enum HostFilesystem {
  static let tree: FileTree = {
    var tree = FileTree()
    for folder in [
      "/boot", "/dev", "/etc/kubernetes", "/home", "/lib", "/mnt", "/opt", "/proc", "/root", "/run",
      "/srv", "/sys", "/usr/bin", "/var/lib/containerd", "/var/lib/kubelet/pods",
      "/var/log/containers", "/var/log/pods",
    ] { tree.makeDirectories(folder) }
    for folder in ["/tmp", "/var/tmp"] {
      tree[folder] = FileNode(kind: .directory, mode: 0o1777)
    }
    let devices: [(String, Device)] = [
      ("null", .null), ("zero", .zero), ("full", .full), ("random", .random),
      ("urandom", .random),
    ]
    for (name, device) in devices {
      tree["/dev/\(name)"] = FileNode(kind: .device(device), mode: 0o666)
    }
    tree.place(
      .file(
        Bytes("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\"\n")),
      at: "/etc/os-release", mode: 0o644)
    return tree
  }()
}

extension ContainerRuntime {
  /// Looks at what a `hostPath` volume names, and makes it where its type says so. Returns what is
  /// wrong, in the words of pkg/volume/hostpath/host_path.go.
  package mutating func prepareHostPath(
    _ path: String, type: String, at now: SimulatedTime
  ) -> String? {
    kernel.now = max(kernel.now, now)
    let path = FilePath.absolute(path, in: "/")
    if kernel.hostFiles[path] == nil { make(path, type: type) }
    let kind = kernel.hostFiles[path]?.kind
    let fits: Bool
    let what: String
    switch type {
    case "": return nil
    case "DirectoryOrCreate", "Directory": (fits, what) = (kind == .directory, "a directory")
    case "FileOrCreate", "File": (fits, what) = (Self.isFile(kind), "a file")
    // The simulated node has neither sockets nor disks to name.
    case "Socket": (fits, what) = (false, "a socket file")
    case "CharDevice": (fits, what) = (Self.isDevice(kind), "a character device")
    case "BlockDevice": (fits, what) = (false, "a block device")
    default: return "\(type) is an invalid volume type"
    }
    return fits ? nil : "hostPath type check failed: \(path) is not \(what)"
  }

  /// Without a type the container runtime makes a folder of what is not there.
  private mutating func make(_ path: String, type: String) {
    let now = kernel.now
    switch type {
    case "", "DirectoryOrCreate": kernel.change(.host) { $0.makeDirectories(path) }
    case "FileOrCreate" where kernel.hostFiles[FilePath.parent(of: path)]?.isDirectory == true:
      kernel.change(.host) {
        $0[path] = FileNode(kind: .file(Bytes()), mode: 0o644, modifiedAt: now)
      }
    default: break
    }
  }

  private static func isFile(_ kind: FileNode.Kind?) -> Bool {
    switch kind {
    case .file?, .program?: true
    case .directory?, .link?, .device?, nil: false
    }
  }

  private static func isDevice(_ kind: FileNode.Kind?) -> Bool {
    if case .device? = kind { true } else { false }
  }
}
