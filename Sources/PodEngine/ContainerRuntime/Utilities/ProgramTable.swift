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
    case "redis-entrypoint": return ExecArguments(rest, mainProgram: "redis-server")
    case _ where name.hasPrefix("exec:"):
      return ExecArguments(rest, mainProgram: String(name.dropFirst("exec:".count)))
    case "pause": return PauseProgram()
    case "hello-world": return ImmediateUtility("hello", rest, HelloWorld.run)
    case "nginx": return NginxProgram(rest)
    case "nginx-entrypoint": return NginxEntrypoint(rest)
    case "apache": return ApacheProgram(rest)
    case "redis-server": return RedisServer(rest)
    case "redis-cli": return RedisClient(rest)
    case "agnhost": return AgnhostProgram(rest)
    case "agnhost-liveness": return AgnhostProgram(["liveness"] + rest)
    case "hello-app": return HelloApp()
    case "http-echo": return HTTPEcho(rest)
    case "mysql": return DatabaseServer(.mysql)
    case "postgres": return DatabaseServer(.postgres)
    case "socat": return SocatProgram(rest)
    case "perl": return InterpreterProgram(.perl, rest)
    case "python": return InterpreterProgram(.python, rest)
    case "node": return InterpreterProgram(.node, rest)
    case "stress": return StressProgram(arguments: rest)
    case "vish-stress": return StressProgram(vishArguments: rest)
    default: return plainServers.first { $0.name == name }.map { PlainServer($0.profile) }
    }
  }

  private static let plainServers: [(name: String, profile: ServerProfile)] = [
    ("etcd", .etcd), ("goproxy", .goproxy), ("ghost", .ghost), ("node-hello", .nodeHello),
    ("echoserver", .echoServer), ("memcached", .memcached), ("mongod", .mongo),
    ("rabbitmq-server", .rabbit), ("wordpress", .wordpress),
    ("hpa-example", .hpaExample),
  ]

  private static func utility(named name: String, _ arguments: [String]) -> (any Program)? {
    if let action = immediate.first(where: { $0.name == name })?.action {
      return ImmediateUtility(name, arguments, action)
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
    case "nslookup": return NslookupUtility(arguments)
    case "timeout": return TimeoutUtility(arguments)
    case "httpd": return HttpdUtility(arguments)
    default: return nil
    }
  }

  /// Utilities that never wait.
  private static let immediate: [(name: String, action: ImmediateUtility.Action)] = [
    ("true", { _ in 0 }), ("false", { _ in 1 }), ("sync", { _ in 0 }), ("echo", EchoUtility.run),
    ("printf", PrintfUtility.run), ("test", TestUtility.run), ("[", TestUtility.run),
    ("touch", TouchUtility.run), ("rm", RemoveUtility.run), ("rmdir", RemoveDirectoryUtility.run),
    ("mkdir", MakeDirectoryUtility.run), ("ls", ListUtility.run), ("cp", CopyUtility.run),
    ("mv", MoveUtility.run), ("ln", LinkUtility.run), ("chmod", ChangeModeUtility.run),
    ("pwd", WorkingDirectoryUtility.run), ("env", EnvironmentUtility.run),
    ("printenv", PrintEnvironmentUtility.run), ("date", DateUtility.run),
    ("hostname", HostnameUtility.run), ("id", IdentityUtility.run),
    ("whoami", IdentityUtility.runWhoami), ("uname", SystemNameUtility.run),
    ("nproc", SystemNameUtility.runProcessors), ("ps", ProcessListUtility.run),
    ("kill", KillUtility.run), ("killall", KillUtility.runByName), ("seq", SequenceUtility.run),
    ("basename", PathUtility.runBasename), ("dirname", PathUtility.runDirname),
    ("which", WhichUtility.run), ("expr", ExpressionUtility.run),
  ]

  /// What stands in `/bin` of busybox, in order.
  static let busyboxUtilities = [
    "[", "basename", "cat", "chmod", "cp", "cut", "date", "dd", "dirname", "echo", "env", "expr",
    "false", "grep", "head", "hostname", "httpd", "id", "kill", "killall", "ln", "ls", "mkdir",
    "mv", "nc", "nproc", "nslookup", "printenv", "printf", "ps", "pwd", "rev", "rm", "rmdir",
    "sed", "seq", "sh", "sleep", "sort", "sync", "tail", "tee", "test", "timeout", "touch", "tr",
    "true", "uname", "uniq", "wc", "wget", "which", "whoami", "yes",
  ]

  /// The same for a Debian without extra packages: no ps, wget, nc, killall or nslookup.
  static let debianUtilities = busyboxUtilities.filter {
    !["httpd", "killall", "nc", "nslookup", "ps", "sh", "wget"].contains($0)
  }
}
