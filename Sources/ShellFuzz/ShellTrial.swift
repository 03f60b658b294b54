import PodEngine

/// One node with a container of each kind of shell. Every script runs on a copy, so none sees what
/// another has done.
struct ShellTrial: Sendable {
  static let standard = ShellTrial()

  /// What most scripts may cost: as many as possible shall get their turn. The second number is the
  /// one of real life; who asks for it gets time to grow.
  private static let (briefInstant, wholeInstant) = (400, RuntimeLimits.instructionsPerInstant)
  /// More wake-ups than that add nothing: endless loops are slowed down further and further.
  private static let (briefWakeUps, wholeWakeUps) = (4, 12)

  private var runtime = ContainerRuntime(nodeName: "node-1", random: RandomSource(seed: 1))
  private var containers: [(id: String, shell: String)] = []

  private init() {
    let sandbox = runtime.runPodSandbox(
      PodSandboxConfiguration(
        podUID: "uid", podName: "web", podNamespace: "default", hostname: "web",
        ipAddress: "10.244.1.2", attempt: 0, sharesProcessNamespace: false), at: .start)
    for (image, shell) in [("busybox:1.36", "sh"), ("debian:12", "sh"), ("debian:12", "bash")] {
      guard let reference = ImageReference(image),
        let manifest = Registry().manifest(for: reference)
      else { continue }
      var configuration = ContainerConfiguration(
        name: "c\(containers.count)", podUID: "uid", attempt: 0, image: manifest,
        imageReference: image)
      configuration.command = ["sleep", "1000000"]
      configuration.memoryLimitBytes = 64 << 20
      guard
        let id = try? runtime.createContainer(configuration, inSandbox: sandbox, at: .start),
        (try? runtime.startContainer(id, at: .start)) != nil
      else { continue }
      containers.append((id, shell))
    }
    _ = runtime.run(at: .start)
  }

  /// Runs a script to its end, or for a while.
  func run(_ input: [UInt8]) {
    guard let first = input.first, !containers.isEmpty else { return }
    let script = String(decoding: input.dropFirst(), as: UTF8.self)
    let (id, shell) = containers[Int(first & 0x0f) % containers.count]
    let isWhole = first & 0x90 == 0x90
    var trial = runtime
    trial.instructionsPerInstant = isWhole ? Self.wholeInstant : Self.briefInstant
    if first & 0x40 == 0 {
      guard (try? trial.exec(id, command: [shell, "-c", script], at: .start)) != nil else { return }
    } else {
      let input = ExecInput.typed(isTerminal: first & 0x20 != 0)
      guard
        let exec = try? trial.exec(
          id, command: [shell], input: input, isAttached: true, at: .start)
      else { return }
      for line in script.split(separator: "\n", omittingEmptySubsequences: false).prefix(12) {
        trial.type(line + "\n", into: exec, at: .start)
        _ = trial.run(at: .start)
        _ = trial.takeOutput(exec)
      }
      trial.closeInput(of: exec, at: .start)
    }
    _ = trial.run(at: .start)
    for _ in 0..<(isWhole ? Self.wholeWakeUps : Self.briefWakeUps) {
      guard let next = trial.nextWakeUp, next.milliseconds < 100_000_000 else { return }
      _ = trial.run(at: next)
    }
  }
}
