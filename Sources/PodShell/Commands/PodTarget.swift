internal import PodEngine

/// What a command of podlab's own acts on: `web`, `pod/web`, `web/nginx`, `pod/web/nginx`.
struct PodTarget: Hashable, Sendable {
  let pod: String
  let container: String?
  let position: TextPosition

  init(_ word: Word) throws(CommandError) {
    var parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, Resource(word: parts[0]) == .pods { parts.removeFirst() }
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
      throw .arguments(
        "\(GoSyntax.quoted(word.text)) names no Pod",
        suggestion: "write web, pod/web, or web/CONTAINER", position: word.position)
    }
    pod = parts[0]
    container = parts.count > 1 ? parts[1] : nil
    position = word.position
  }

  /// A Pod and, as a word of its own, a container.
  init(_ word: Word, container: Word?) throws(CommandError) {
    let target = try PodTarget(word)
    (pod, position) = (target.pod, target.position)
    self.container = container?.text ?? target.container
  }

  func key(in bench: Workbench) -> ObjectKey {
    ObjectKey(.pods, namespace: bench.namespace, name: pod)
  }

  func containerTarget(in bench: Workbench) -> ContainerTarget {
    ContainerTarget(pod: key(in: bench), container: container)
  }

  /// `pod/web`, `pod/web container nginx`: how messages name it.
  var text: String { container.map { "pod/\(pod) container \($0)" } ?? "pod/\(pod)" }
}

/// The name of a node: `node-1`, `node/node-1`, and `node node-1` with the word before it already
/// taken off.
enum NodeName {
  static func read(_ word: Word) throws(CommandError) -> String {
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, !parts[0].isEmpty { return parts[0] }
    if parts.count == 2, Resource(word: parts[0]) == .nodes, !parts[1].isEmpty { return parts[1] }
    throw .arguments(
      "\(GoSyntax.quoted(word.text)) names no node", suggestion: "write node-1 or node/node-1",
      position: word.position)
  }
}
