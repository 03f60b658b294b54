internal import PodEngine

/// A port of a Service as `--tcp=80:8080` gives it.
enum PortWord {
  static func read(_ text: String) throws(CommandError) -> APIValue {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let port = Int(parts[0]), (1...65_535).contains(port) else {
      throw .arguments("Port value in \(text) must be a number from 1 to 65535")
    }
    let target = parts.count > 1 ? parts[1] : parts[0]
    return [
      "name": .string(text.replacing(":", with: "-")), "port": .integer(port), "protocol": "TCP",
      "targetPort": Int(target).map { .integer($0) } ?? .string(target),
    ]
  }
}
