/// What a container finds at `/` before it writes anything.
enum RootFilesystem {
  /// The files of an image over those of its distribution.
  static func tree(for content: ImageContent) -> FileTree {
    var tree = base(content.base)
    for program in content.programs {
      tree.place(.program(program.program), at: program.path, mode: 0o755)
    }
    for file in content.files {
      tree.place(.file(Bytes(file.text)), at: file.path, mode: file.mode)
    }
    append(content.accounts.map(\.userLine), to: "/etc/passwd", in: &tree)
    append(content.accounts.map(\.groupLine), to: "/etc/group", in: &tree)
    return tree
  }

  private static func append(_ lines: [String], to path: String, in tree: inout FileTree) {
    guard !lines.isEmpty else { return }
    var text = Bytes()
    if case .file(let bytes)? = tree[path]?.kind { text = bytes }
    text.append(lines.joined())
    tree.place(.file(text), at: path, mode: 0o644)
  }

  private static func base(_ base: BaseFilesystem) -> FileTree {
    switch base {
    case .busybox: busybox
    case .alpine: alpine
    case .debian: debian
    case .scratch: scratch
    }
  }

  private static let scratch: FileTree = {
    var tree = FileTree()
    for folder in ["/dev", "/proc", "/sys", "/etc"] { tree.makeDirectories(folder) }
    let devices: [(String, Device)] = [
      ("null", .null), ("zero", .zero), ("full", .full), ("random", .random),
      ("urandom", .random),
    ]
    for (name, device) in devices {
      tree["/dev/\(name)"] = FileNode(kind: .device(device), mode: 0o666)
    }
    return tree
  }()

  private static func common(_ users: String, groups: String) -> FileTree {
    var tree = scratch
    for folder in ["/bin", "/home", "/root", "/usr/bin", "/usr/sbin", "/var/log", "/var/run"] {
      tree.makeDirectories(folder)
    }
    tree["/tmp"] = FileNode(kind: .directory, mode: 0o1777)
    tree["/var/tmp"] = FileNode(kind: .directory, mode: 0o1777)
    tree.place(.file(Bytes(users)), at: "/etc/passwd", mode: 0o644)
    tree.place(.file(Bytes(groups)), at: "/etc/group", mode: 0o644)
    return tree
  }

  private static let busybox: FileTree = {
    var tree = common(
      "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n",
      groups: "root:x:0:\nwheel:x:10:root\nusers:x:100:\nnobody:x:65534:\n")
    for name in ProgramTable.busyboxUtilities {
      tree["/bin/\(name)"] = FileNode(kind: .program(name), mode: 0o755)
    }
    return tree
  }()

  private static let alpine: FileTree = {
    var tree = busybox
    for name in ProgramTable.alpineUtilities {
      tree["/bin/\(name)"] = FileNode(kind: .program(name), mode: 0o755)
    }
    tree.place(.file(Bytes(alpineGroups)), at: "/etc/group", mode: 0o644)
    tree.place(.file(Bytes("3.22.1\n")), at: "/etc/alpine-release", mode: 0o644)
    tree.place(
      .file(Bytes("NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.22.1\n")), at: "/etc/os-release",
      mode: 0o644)
    return tree
  }()

  /// Alpine puts root into many groups.
  private static let alpineGroups =
    "root:x:0:root\nbin:x:1:root,bin,daemon\ndaemon:x:2:root,bin,daemon\nsys:x:3:root,bin\n"
    + "adm:x:4:root,daemon\ndisk:x:6:root\nwheel:x:10:root\nfloppy:x:11:root\n"
    + "dialout:x:20:root\ntape:x:26:root\nvideo:x:27:root\nusers:x:100:games\nnobody:x:65534:\n"

  private static let debian: FileTree = {
    var tree = common(
      "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
      groups: "root:x:0:\nusers:x:100:\nnogroup:x:65534:\n"
    )
    for name in ProgramTable.debianUtilities {
      tree["/usr/bin/\(name)"] = FileNode(kind: .program(name), mode: 0o755)
      tree["/bin/\(name)"] = FileNode(kind: .program(name), mode: 0o755)
    }
    for (name, program) in [("sh", "dash"), ("dash", "dash"), ("bash", "bash")] {
      tree["/bin/\(name)"] = FileNode(kind: .program(program), mode: 0o755)
      tree["/usr/bin/\(name)"] = FileNode(kind: .program(program), mode: 0o755)
    }
    tree.place(
      .file(
        Bytes("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\"\n")),
      at: "/etc/os-release", mode: 0o644)
    return tree
  }()
}
