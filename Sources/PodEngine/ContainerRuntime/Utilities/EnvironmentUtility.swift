/// `env`: prints the environment.
enum EnvironmentUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    var entries = call.process?.environment ?? []
    for word in call.arguments {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if word == "-" || word == "-i" {
        entries = []
        continue
      }
      guard parts.count == 2 else {
        return call.complain("podlab's env only prints; run '\(word)' with NAME=VALUE before it")
      }
      entries.removeAll { $0.name == parts[0] }
      entries.append(EnvironmentVariable(name: String(parts[0]), value: String(parts[1])))
    }
    for entry in entries { call.print("\(entry.name)=\(entry.value)") }
    return 0
  }
}
