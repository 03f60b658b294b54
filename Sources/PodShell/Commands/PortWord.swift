internal import PodEngine

/// A port of a Service as `--tcp=80:8080` gives it.
enum PortWord {
  static func read(_ text: String) throws(CommandError) -> APIValue {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let port = Int(parts[0]), port >= 0 else {
      throw .arguments(
        "strconv.ParseUint: parsing \(GoSyntax.quoted(parts[0])): invalid syntax",
        suggestion: "write --tcp=80 or --tcp=80:8080")
    }
    let target = parts.count > 1 ? parts[1] : parts[0]
    for number in [port, Int(target) ?? 1] where !(1...65_535).contains(number) {
      throw .arguments("must be between 1 and 65535, inclusive")
    }
    return [
      "name": .string(text.replacing(":", with: "-")), "port": .integer(port), "protocol": "TCP",
      "targetPort": Int(target).map { .integer($0) } ?? .string(target),
    ]
  }
}
