/// Which of podlab's Pods is which of the real ones. Names that a controller made up differ, so
/// such Pods are matched in order of appearance under the same prefix.
struct PodMatching {
  /// Real name to podlab's name, in the real Pods' order; nil where podlab has none.
  let pairs: [(real: ObservedPod, podlab: ObservedPod?)]

  init(real: [ObservedPod], podlab: [ObservedPod]) {
    let real = Self.inOrderOfAppearance(real)
    let names = Set(real.map(\.name))
    var free = Self.inOrderOfAppearance(podlab).filter { !names.contains($0.name) }
    pairs = real.map { pod in
      if let same = podlab.first(where: { $0.name == pod.name }) { return (pod, same) }
      let index = free.firstIndex { Self.prefix(of: $0.name) == Self.prefix(of: pod.name) }
      return (pod, index.map { free.remove(at: $0) })
    }
  }

  /// The real name of one of podlab's Pods, or its own where the real cluster has no such Pod.
  func realName(of name: String) -> String {
    pairs.first { $0.podlab?.name == name }?.real.name ?? name
  }

  private static func inOrderOfAppearance(_ pods: [ObservedPod]) -> [ObservedPod] {
    pods.sorted { rank($0) < rank($1) }
  }

  /// When it appeared, roughly; then the one that lived longer first.
  private static func rank(_ pod: ObservedPod) -> (Double, Double, Double, String) {
    guard let first = pod.states.first?.time else { return (.infinity, 0, 0, pod.name) }
    let rough = (first / Tolerances.sameAppearance).rounded(.down)
    return (rough, -(pod.gone ?? .infinity), first, pod.name)
  }

  /// The name without what the controller made up.
  private static func prefix(of name: String) -> Substring {
    name.lastIndex(of: "-").map { name[..<$0] } ?? name[...]
  }
}
