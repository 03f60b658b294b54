/// A process that runs on a node, whatever the API server believes.
package struct NodeProcess: Hashable, Sendable {
  package let pod: ObjectKey
  package let podUID: String
  package let container: String
  /// Its number on the node.
  package let number: Int
  package let command: String
  package let memoryBytes: Int
  package let startedAt: SimulatedTime
}

extension Kubelet {
  /// What runs in the containers of the node, Pod by Pod in the order of their starts. The pause
  /// processes of the sandboxes are left out, as `crictl ps` leaves them out.
  package var processes: [NodeProcess] {
    guard isOn else { return [] }
    return runtime.processes
  }
}

extension ContainerRuntime {
  fileprivate var processes: [NodeProcess] {
    containerOrder.flatMap { id -> [NodeProcess] in
      guard let container = containers[id], container.record.state == .running,
        let sandbox = sandboxes[container.record.sandboxID]?.configuration
      else { return [] }
      return kernel.processes.filter { $0.value.container == id }.map { number, process in
        NodeProcess(
          pod: ObjectKey(.pods, namespace: sandbox.podNamespace, name: sandbox.podName),
          podUID: sandbox.podUID, container: container.record.name, number: number,
          command: process.arguments.joined(separator: " "), memoryBytes: process.memoryBytes,
          startedAt: process.startedAt)
      }
    }
  }
}
