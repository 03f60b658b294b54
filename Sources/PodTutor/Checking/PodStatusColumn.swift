internal import PodEngine
internal import PodShell

/// The STATUS that `get pods` prints.
enum PodStatusColumn {
  static func text(of pod: APIValue) -> String { PodSummary(pod).status }
}
