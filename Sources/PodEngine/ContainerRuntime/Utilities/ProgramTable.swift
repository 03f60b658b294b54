/// Every program that an executable of an image can be.
enum ProgramTable {
  /// The program behind a name, about to run with arguments (the first is its name); nil where
  /// there is none.
  static func program(named name: String, arguments: [String]) -> (any Program)? {
    let rest = Array(arguments.dropFirst())
    if let utility = utility(named: name, rest) { return utility }
    return server(named: name, arguments)
  }

  private static func server(named name: String, _ arguments: [String]) -> (any Program)? {
    let rest = Array(arguments.dropFirst())
    switch name {
    case "sh": return Shell(arguments: rest, dialect: .busybox)
    case "dash": return Shell(arguments: rest, dialect: .dash)
    case "bash": return Shell(arguments: rest, dialect: .bash)
    case "bash-entrypoint": return ExecArguments(rest, mainProgram: "bash")
    case "redis-entrypoint":
      return ExecArguments(rest, mainProgram: "redis-server", user: RedisServer.userID)
    case _ where name.hasPrefix("exec:"):
      return ExecArguments(rest, mainProgram: String(name.dropFirst("exec:".count)))
    case "pause": return PauseProgram()
    case "hello-world": return ImmediateUtility("hello", rest, HelloWorld.run)
    case "nginx": return NginxProgram(rest)
    case "nginx-entrypoint": return NginxEntrypoint(rest)
    case "apache": return ApacheProgram(.httpd)
    case "hpa-example": return ApacheProgram(.php)
    case "redis-server": return RedisServer(rest)
    case "redis-cli": return RedisClient(rest)
    case "agnhost": return AgnhostProgram(rest)
    case "agnhost-liveness": return AgnhostProgram(["liveness"] + rest)
    case "hello-app": return HelloApp()
    case "serve-hostname": return AgnhostProgram(["serve-hostname"] + rest)
    case "event-exporter": return EventExporter()
    case "mongod": return MongoServer(rest)
    case "http-echo": return HTTPEcho(rest)
    case "mysql": return DatabaseServer(.mysql)
    case "postgres": return DatabaseServer(.postgres)
    case "socat": return SocatProgram(rest)
    case "perl": return InterpreterProgram(.perl, rest)
    case "python" where rest.contains("http.server"): return InterpreterProgram(.python, rest)
    case "python": return PythonProgram(rest)
    case "node": return InterpreterProgram(.node, rest)
    case "stress": return StressProgram(arguments: rest)
    case "vish-stress": return StressProgram(vishArguments: rest)
    default: return plainServers.first { $0.name == name }.map { PlainServer($0.profile) }
    }
  }

  private static let plainServers: [(name: String, profile: ServerProfile)] = [
    ("etcd", .etcd), ("goproxy", .goproxy), ("ghost", .ghost), ("node-hello", .nodeHello),
    ("echoserver", .echoServer), ("memcached", .memcached), ("hello-go-gke", .helloBackend),
    ("rabbitmq-server", .rabbit), ("wordpress", .wordpress),
    ("zookeeper", .zookeeper), ("cassandra", .cassandra),
    ("fluentd", .fluentd), ("kuard", .kuard), ("guestbook", .guestbook),
    ("goproxy-80", .testWebserver),
  ]

  private static func utility(named name: String, _ arguments: [String]) -> (any Program)? {
    if let action = immediate.first(where: { $0.name == name })?.action {
      return ImmediateUtility(name, arguments, action)
    }
    if let action = reading.first(where: { $0.name == name })?.action {
      return InputUtility(name, arguments, action)
    }
    switch name {
    case "cat": return CatUtility.program(arguments)
    case "head": return HeadUtility.program(arguments)
    case "tail": return TailUtility(arguments)
    case "tr": return TranslateUtility.program(arguments)
    case "grep": return GrepUtility.program(arguments)
    case "wc": return WordCountUtility.program(arguments)
    case "cut": return CutUtility.program(arguments)
    case "sort": return SortUtility.program(arguments)
    case "uniq": return UniqueUtility.program(arguments)
    case "rev": return ReverseUtility.program(arguments)
    case "tee": return TeeUtility(arguments)
    case "sed": return SedUtility.program(arguments)
    case "sleep": return SleepUtility(arguments)
    case "dd": return CopyBlocksUtility(arguments)
    case "yes": return YesUtility(arguments)
    case "wget": return WgetUtility(arguments)
    case "nc": return NetcatUtility(arguments)
    case "nslookup": return NslookupUtility(arguments, .busybox)
    case "nslookup-old": return NslookupUtility(arguments, .oldBusybox)
    case "nslookup-bind": return NslookupUtility(arguments, .bind)
    case "timeout": return TimeoutUtility(arguments)
    case "httpd": return HttpdUtility(arguments)
    default: return runner(named: name, arguments)
    }
  }

  /// Utilities that run other programs, or wait for the network.
  private static func runner(named name: String, _ arguments: [String]) -> (any Program)? {
    switch name {
    case "xargs": XargsUtility(arguments)
    case "env": PrefixUtility.env(arguments)
    case "nice": PrefixUtility.nice(arguments)
    case "nohup": PrefixUtility("nohup", arguments, ignoring: [.hup])
    case "setsid", "stdbuf": PrefixUtility(name, arguments.filter { !$0.hasPrefix("-") })
    case "time": RepeatUtility(arguments, isTimed: true)
    case "watch": RepeatUtility(arguments, isTimed: false)
    case "curl": CurlUtility(arguments)
    case "ping": PingUtility(arguments)
    case "dig", "host": DigUtility(arguments, isShort: name == "host")
    case "fold": FoldUtility.program(arguments)
    case "nl": NumberLinesUtility.program(arguments)
    case "tac": ReverseLinesUtility.program(arguments)
    default: nil
    }
  }

  /// Utilities that never wait.
  private static let immediate: [(name: String, action: ImmediateUtility.Action)] = [
    ("true", { _ in 0 }), ("false", { _ in 1 }), ("sync", { _ in 0 }), ("echo", EchoUtility.run),
    ("printf", PrintfUtility.run), ("test", TestUtility.run), ("[", TestUtility.run),
    ("touch", TouchUtility.run), ("rm", RemoveUtility.run), ("rmdir", RemoveDirectoryUtility.run),
    ("mkdir", MakeDirectoryUtility.run), ("ls", ListUtility.run), ("cp", CopyUtility.run),
    ("mv", MoveUtility.run), ("ln", LinkUtility.run), ("chmod", ChangeModeUtility.run),
    ("pwd", WorkingDirectoryUtility.run), ("printenv", PrintEnvironmentUtility.run),
    ("date", DateUtility.run),
    ("hostname", HostnameUtility.run), ("id", IdentityUtility.run),
    ("whoami", IdentityUtility.runWhoami), ("uname", SystemNameUtility.run),
    ("nproc", SystemNameUtility.runProcessors), ("ps", ProcessListUtility.run),
    ("kill", KillUtility.run), ("killall", KillUtility.runByName), ("seq", SequenceUtility.run),
    ("basename", PathUtility.runBasename), ("dirname", PathUtility.runDirname),
    ("which", WhichUtility.run), ("expr", ExpressionUtility.run), ("find", FindUtility.run),
    ("stat", StatusUtility.run), ("readlink", ResolveUtility.runReadlink),
    ("realpath", ResolveUtility.runRealpath), ("mktemp", TemporaryFileUtility.run),
    ("chown", ChangeOwnerUtility.run), ("chgrp", ChangeOwnerUtility.run),
    ("du", DiskUtility.runUsage), ("df", DiskUtility.runFilesystems),
    ("top", SystemToolUtility.runTop), ("free", SystemToolUtility.runMemory),
    ("uptime", SystemToolUtility.runUptime), ("mount", SystemToolUtility.runMount),
    ("umount", SystemToolUtility.runUnmount), ("pidof", SystemToolUtility.runProcessIDs),
    ("pgrep", SystemToolUtility.runProcessIDs), ("clear", SystemToolUtility.runClear),
    ("tty", SystemToolUtility.runTerminal), ("stty", SystemToolUtility.runTerminal),
    ("dmesg", SystemToolUtility.runKernelLog), ("ip", NetworkToolUtility.runIP),
    ("ifconfig", NetworkToolUtility.runInterfaces), ("route", NetworkToolUtility.runRoute),
    ("netstat", NetworkToolUtility.runSockets), ("ss", NetworkToolUtility.runSockets),
    ("getent", NetworkToolUtility.runEntries), ("unlink", RemoveUtility.run),
    ("ipcs", SharedMemoryUtility.runList), ("ipcmk", SharedMemoryUtility.runMake),
    ("ipcrm", SharedMemoryUtility.runRemove), ("apt-get", PackageUtility.runApt),
    ("apt", PackageUtility.runApt), ("apk", PackageUtility.runApk),
  ]

  /// Utilities that need all of their input first.
  private static let reading: [(name: String, action: ImmediateUtility.Action)] = [
    ("md5sum", ChecksumUtility.run), ("sha1sum", ChecksumUtility.run),
    ("sha256sum", ChecksumUtility.run), ("base64", ChecksumUtility.runBase64),
    ("od", DumpUtility.runOd), ("hexdump", DumpUtility.runHexdump), ("xxd", DumpUtility.runXxd),
    ("paste", PasteUtility.run), ("diff", CompareUtility.runDiff),
    ("cmp", CompareUtility.runCmp), ("comm", CompareUtility.runComm),
  ]

  /// What stands in `/bin` of busybox, in order.
  static let busyboxUtilities = [
    "[", "base64", "basename", "cat", "chgrp", "chmod", "chown", "clear", "cmp", "comm", "cp",
    "cut", "date", "dd", "df", "diff", "dirname", "dmesg", "du", "echo", "env", "expr", "false",
    "find", "fold", "free", "grep", "head", "hexdump", "hostname", "httpd", "id", "ifconfig", "ip",
    "ipcrm", "ipcs", "kill", "killall", "ln", "ls", "md5sum", "mkdir", "mktemp", "mount", "mv",
    "nc", "netstat", "nice", "nl", "nohup", "nproc", "nslookup", "od", "paste", "pgrep",
    "pidof", "ping", "printenv", "printf", "ps", "pwd", "readlink", "realpath", "rev", "rm",
    "rmdir", "route", "sed", "seq", "setsid", "sh", "sha1sum", "sha256sum", "sleep", "sort",
    "stat", "stty", "sync", "tac", "tail", "tee", "test", "time", "timeout", "top", "touch",
    "tr", "true", "tty", "umount", "uname", "uniq", "unlink", "uptime", "watch", "wc", "wget",
    "which", "whoami", "xargs", "xxd", "yes",
  ]

  /// What alpine has beside them.
  static let alpineUtilities = busyboxUtilities + ["apk", "getent"]

  /// What busybox has and a Debian without extra packages has not: procps, iproute2, net-tools,
  /// bsdmainutils, curl and wget are packages of their own.
  private static let absentInDebian = [
    "clear", "free", "hexdump", "httpd", "ifconfig", "ip", "killall", "nc", "netstat", "nslookup",
    "pgrep", "pidof", "ping", "ps", "route", "sh", "time", "top", "uptime", "watch", "wget", "xxd",
  ]
  static let debianUtilities =
    busyboxUtilities.filter { !absentInDebian.contains($0) } + [
      "apt", "apt-get", "getent", "ipcmk",
    ]
}
