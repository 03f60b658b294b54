internal import PodEngine

// What a fault is about.
extension Fault {
  /// The node that it is done to.
  var node: String? {
    switch self {
    case .killNode(let name), .startNode(let name), .rebootNode(let name),
      .restartKubelet(let name), .stopKubelet(let name), .startKubelet(let name),
      .partitionNode(let name), .healNode(let name), .pressure(let name, _, _),
      .loadImage(_, let name):
      name
    case .killContainer, .killSandbox, .exitContainer, .outOfMemory, .useMemory, .useProcessor,
      .fill, .ignoreTerm, .hang, .probe, .hook, .fix, .registry, .pull, .pushImage, .addImage,
      .removeImage, .listen, .slowStart, .cniBandwidth, .jitter, .seed:
      nil
    }
  }

  /// The container that it is done to.
  var container: ContainerTarget? {
    switch self {
    case .killContainer(let target, _), .exitContainer(let target, _), .outOfMemory(let target),
      .useMemory(let target, _), .useProcessor(let target, _), .fill(let target, _),
      .ignoreTerm(let target, _), .hang(let target, _), .probe(let target, _, _),
      .hook(let target, _, _), .listen(let target, _, _), .slowStart(let target, _):
      target
    case .killSandbox, .fix, .killNode, .startNode, .rebootNode, .restartKubelet, .stopKubelet,
      .startKubelet,
      .partitionNode, .healNode, .pressure, .loadImage, .registry, .pull, .pushImage, .addImage,
      .removeImage, .cniBandwidth, .jitter, .seed:
      nil
    }
  }

  /// The Pod that it is done to.
  var pod: ObjectKey? {
    if case .killSandbox(let pod) = self { return pod }
    if case .fix(let pod) = self { return pod }
    return container?.pod
  }

  /// Whether it silences a node, or ends that; nil for what does neither.
  var isOutage: Bool? {
    if case .killNode = self { return true }
    if case .stopKubelet = self { return true }
    if case .partitionNode = self { return true }
    if case .startNode = self { return false }
    if case .rebootNode = self { return false }
    if case .startKubelet = self { return false }
    if case .restartKubelet = self { return false }
    if case .healNode = self { return false }
    return nil
  }

  func concerns(_ key: ObjectKey) -> Bool { pod == key }

  /// Whether it may change what becomes of the Pod's images.
  func concernsImages(of pod: Pod) -> Bool {
    let images = (pod.spec.initContainers + pod.spec.containers).map(\.image)
    if case .registry = self { return true }
    if case .pull(let image, _) = self { return images.contains(image) }
    if case .pushImage(let image) = self { return images.contains(image) }
    return false
  }
}
