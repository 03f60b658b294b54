internal import PodEngine

/// What podlab says when a fault cannot be injected.
extension CommandError {
  init(_ error: FaultError, in bench: Workbench, position: TextPosition? = nil) {
    switch error {
    case .noSuchNode(let name):
      let key = ObjectKey(.nodes, name: name)
      self.init(.notFound(key), suggestion: bench.nearName(to: key), position: position)
    case .noSuchPod(let key):
      self.init(.notFound(key), suggestion: bench.nearName(to: key), position: position)
    case .noSuchContainer(let pod, let container, let existing):
      self.init(
        "not-found",
        "error: container \(container) is not valid for pod \(pod.name)",
        suggestion: "it has: \(existing.joined(separator: ", "))", position: position)
    case .notRunning(let target):
      self.init(
        "not-running", "error: \(target.words) is not running",
        suggestion: "columns \(target.pod.name) shows what became of it", position: position)
    case .notOnANode(let key):
      self.init(
        "not-running", "error: pod/\(key.name) is on no node yet",
        suggestion: "advance 0s lets the scheduler work", position: position)
    case .noRoom(let target, let node, let bytes):
      self.init(
        "no-room",
        "error: \(target.words) cannot write \(Quantity.bytes(bytes).text): no space left on "
          + "node/\(node)", suggestion: "write less than the node's disk has", position: position)
    case .nodeState(let name, let detail):
      self.init(
        "conflict", "error: node/\(name) \(detail)", suggestion: "get nodes shows how they are",
        position: position)
    case .noSuchProbe(let target, let kind, let existing):
      let known = existing.map(\.rawValue).joined(separator: ", ")
      self.init(
        "not-found", "error: \(target.words) has no \(kind.rawValue) probe",
        suggestion: existing.isEmpty
          ? "create pod … --\(kind.rawValue)=http:80/ makes one" : "it has: \(known)",
        position: position)
    case .noSuchHook(let target, let kind):
      self.init(
        "not-found", "error: \(target.words) has no \(kind.rawValue) hook",
        suggestion: "lifecycle.\(kind.rawValue) in the manifest makes one", position: position)
    case .noSuchImage(let reference):
      self.init(
        "not-found", "error: image \(GoSyntax.quoted(reference)) is not in the registry",
        suggestion: "image add \(reference) --like=nginx makes one", position: position)
    case .imageNotOnNode(let reference, let node):
      self.init(
        "not-found", "error: node/\(node) has no image \(GoSyntax.quoted(reference))",
        suggestion: "image list \(node) shows what it has", position: position)
    case .imageExists(let reference):
      self.init(
        "already-exists", "error: image \(GoSyntax.quoted(reference)) is in the registry already",
        suggestion: "push \(reference) moves its tag to a new digest", position: position)
    }
  }
}

extension ContainerTarget {
  /// `pod/web`, `pod/web container nginx`
  var words: String { container.map { "pod/\(pod.name) container \($0)" } ?? "pod/\(pod.name)" }
}

extension Workbench {
  /// Does something to the world and says so.
  mutating func inject(
    _ fault: Fault, saying text: String, position: TextPosition? = nil
  ) throws(CommandError) {
    do { try cluster.inject(fault) } catch {
      throw CommandError(error, in: self, position: position)
    }
    print(text)
  }
}
