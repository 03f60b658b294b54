import PodEngine

/// A node with one Pod on it, for trying out what containers do.
struct RuntimeBench {
  var runtime = ContainerRuntime(nodeName: "node-1", random: RandomSource(seed: 1))
  let registry = Registry()
  let sandbox: String
  private(set) var now = SimulatedTime.start
  private(set) var occurrences: [RuntimeOccurrence] = []

  init(sharesProcessNamespace: Bool = false) {
    sandbox = runtime.runPodSandbox(
      PodSandboxConfiguration(
        podUID: "uid", podName: "web", podNamespace: "default", hostname: "web",
        ipAddress: "10.244.1.2", attempt: 0, sharesProcessNamespace: sharesProcessNamespace),
      at: .start)
  }

  struct NoSuchImage: Error {}

  /// Makes and starts a container; nil command leaves the image's.
  mutating func start(
    _ image: String = "busybox:1.35", _ command: [String] = [], name: String = "app",
    configure: (inout ContainerConfiguration) -> Void = { _ in }
  ) throws -> String {
    guard let reference = ImageReference(image), let manifest = registry.manifest(for: reference)
    else { throw NoSuchImage() }
    var configuration = ContainerConfiguration(
      name: name, podUID: "uid", attempt: 0, image: manifest, imageReference: image)
    configuration.command = command
    configure(&configuration)
    let id = try runtime.createContainer(configuration, inSandbox: sandbox, at: now)
    try runtime.startContainer(id, at: now)
    run()
    return id
  }

  mutating func run() { occurrences += runtime.run(at: now) }

  /// Lets time pass, waking processes on the way, up to a number of wake-ups.
  mutating func advance(toMilliseconds end: Int, wakeUps: Int = 5_000) {
    for _ in 0..<wakeUps {
      guard let next = runtime.nextWakeUp, next.milliseconds <= end else { break }
      now = max(now, next)
      run()
    }
    now = SimulatedTime(milliseconds: max(end, now.milliseconds))
    run()
  }

  mutating func advance(seconds: Int) { advance(toMilliseconds: now.milliseconds + seconds * 1000) }

  mutating func signal(_ id: String, _ signal: Signal) {
    runtime.signalContainer(id, signal, at: now)
    run()
  }

  /// Runs a command in a container to its end, as a probe does.
  mutating func exec(_ id: String, _ command: [String], seconds: Int = 60) throws -> ExecResult? {
    let exec = try runtime.exec(id, command: command, at: now)
    run()
    let end = now.milliseconds + seconds * 1000
    while true {
      for case .execFinished(exec, let result) in occurrences { return result }
      guard let next = runtime.nextWakeUp, next.milliseconds <= end else { return nil }
      now = max(now, next)
      run()
    }
  }

  /// What a container printed on a stream.
  func output(_ id: String, _ stream: LogStream? = nil) -> String {
    runtime.logs(id).filter { stream == nil || $0.stream == stream }
      .map { $0.isPartial ? $0.text : $0.text + "\n" }.joined()
  }
}
