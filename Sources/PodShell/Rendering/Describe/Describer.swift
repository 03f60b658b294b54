package import PodEngine

/// `kubectl describe` (`kubectl/pkg/describe`, 1.33).
package enum Describer {
  /// The text about one object, ending with a newline. Several are joined with `separator`.
  package static func describe(
    _ object: APIValue, resource: Resource, context: DescribeContext
  ) -> String {
    var writer = DescribeWriter()
    switch resource {
    case .pods: writer.pod(object, context)
    case .nodes: writer.node(object, context)
    case .replicaSets: writer.replicaSet(object, context)
    case .deployments: writer.deployment(object, context)
    case .jobs: writer.job(object, context)
    case .services: writer.service(object, context)
    case .endpoints: writer.endpoints(object, context)
    case .priorityClasses: writer.priorityClass(object, context)
    case .endpointSlices: writer.endpointSlice(object, context)
    case .namespaces: writer.namespace(object)
    case .configMaps: writer.configMap(object, context)
    case .secrets: writer.secret(object)
    case .serviceAccounts: writer.serviceAccount(object, context)
    case .events, .leases: writer.anyObject(object, context)
    }
    return writer.take()
  }

  /// What stands between two descriptions.
  package static let separator = "\n\n"
}

/// Writes the lines of a description: indentation by levels, values after a TAB (kubectl's
/// `PrefixWriter`).
struct DescribeWriter {
  private var tabs = TabWriter.describe
  /// What was written, where TABs stay as they are: kubectl describes a template so when it stands
  /// alone. Nil where columns are laid out.
  private var plain: String?

  init(keepsTabs: Bool = false) { plain = keepsTabs ? "" : nil }

  /// Text at a level, two spaces each; only its first line is indented.
  mutating func write(_ level: Int, _ text: String) {
    let line = String(repeating: "  ", count: level) + TabWriter.escaped(text)
    guard let plain else { return tabs.write(line) }
    self.plain = plain + line
  }

  /// One line.
  mutating func line(_ level: Int, _ text: String) { write(level, text + "\n") }

  /// `Title:` and a value in the next column.
  mutating func field(_ level: Int, _ title: String, _ value: String) {
    line(level, "\(title):\t\(value)")
  }

  /// A field that is left out where there is no value.
  mutating func optionalField(_ level: Int, _ title: String, _ value: String?) {
    if let value, !value.isEmpty { field(level, title, value) }
  }

  /// Ends the current columns.
  mutating func flush() { tabs.flush() }

  mutating func take() -> String { plain ?? tabs.take() }
}
