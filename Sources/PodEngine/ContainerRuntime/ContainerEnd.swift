extension ContainerRuntime {
  /// Notes how a container ended, with its termination message.
  mutating func finishContainer(_ id: String, _ status: ExitStatus, outOfMemory: Bool) {
    guard let container = containers[id] else { return }
    let message = terminationMessage(of: container, failed: status.code != 0 || outOfMemory)
    containers[id]?.process = nil
    if let input = container.input {
      kernel.close(input)
      containers[id]?.input = nil
    }
    containers[id]?.record.state = .exited
    containers[id]?.record.finishedAt = kernel.now
    containers[id]?.record.exitCode = status.code
    containers[id]?.record.signal = status.signal
    containers[id]?.record.reason =
      outOfMemory ? "OOMKilled" : status.code == 0 ? "Completed" : "Error"
    containers[id]?.record.message = message
  }

  /// `getTerminationMessage` of kuberuntime: the file, cut after 4096 bytes, or the end of the log.
  private func terminationMessage(of container: RuntimeContainer, failed: Bool) -> String {
    let path = container.configuration.terminationMessagePath
    let reader = Process(
      number: 0, pid: 0, container: container.record.id, tree: 0, parent: nil, arguments: [],
      environment: [], workingDirectory: "/", user: 0, descriptors: [],
      program: AbsentProgram(), startedAt: kernel.now)
    if !path.isEmpty, let bytes = try? kernel.contents(of: path, by: reader), !bytes.isEmpty {
      return bytes.text(limit: 4096)
    }
    switch container.configuration.terminationMessagePolicy {
    case .fallbackToLogsOnError where failed:
      return kernel.spaces[container.record.id]?.log.tail(limitBytes: 2048, limitLines: 80) ?? ""
    default: return ""
    }
  }
}
