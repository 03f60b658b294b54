/// What learners type instead of podlab's own words; it becomes what they mean before anything else
/// looks at it.
enum Vocabulary {
  /// A `*` takes the next word that was typed; what is left over follows.
  private static let phrases: [(typed: [String], meant: [String])] = [
    (["ls"], ["get", "pods"]), (["ps"], ["get", "pods"]), (["status"], ["get", "pods"]),
    (["po"], ["get", "pods"]), (["no"], ["get", "nodes"]), (["ep"], ["get", "endpointslices"]),
    (["show"], ["get"]), (["log"], ["logs"]), (["dashboard"], ["get", "all"]),
    (["docker", "run"], ["run"]), (["docker", "ps"], ["get", "pods"]),
    (["node", "down"], ["kill", "node"]), (["stop", "node"], ["kill", "node"]),
    (["poweroff"], ["kill", "node"]), (["unplug", "registry"], ["registry", "down"]),
    (["unplug"], ["partition", "node"]), (["break", "pull"], ["pull", "fail"]),
    (["kill", "-9"], ["kill", "container"]), (["rm"], ["delete", "pod"]),
    (["fail", "liveness"], ["probe", "fail", "*", "liveness"]),
    (["fail", "readiness"], ["probe", "fail", "*", "readiness"]),
    (["fail", "startup"], ["probe", "fail", "*", "startup"]),
    (["liveness"], ["probe", "*", "*", "liveness"]),
    (["readiness"], ["probe", "*", "*", "readiness"]),
    (["unhealthy"], ["probe", "fail", "*", "liveness"]),
    (["prestop"], ["hook", "*", "*", "preStop"]), (["poststart"], ["hook", "*", "*", "postStart"]),
    (["crash"], ["exit", "*", "1"]), (["finish"], ["exit", "*", "0"]),
    (["evacuate"], ["drain"]), (["ssh"], ["exec", "-it", "*", "--", "sh"]),
    (["sh"], ["exec", "-it", "*", "--", "sh"]), (["中文"], ["lang", "zh"]), (["英文"], ["lang", "en"]),
    (["帮助"], ["help"]),
  ]

  /// The words that phrases begin with.
  static let firstWords = phrases.compactMap(\.typed.first)

  static func translated(_ words: [Word]) -> [Word] {
    guard let first = words.first else { return words }
    if first.text.first == "+", first.text.dropFirst().first?.isNumber == true {
      return [Word("advance", at: first.position, offset: first.offset)] + words
    }
    if first.text == "wait", words.count == 2, words[1].text.first?.isNumber == true {
      return [Word("advance", at: first.position, offset: first.offset), words[1]]
    }
    if first.text == "tick", words.count == 1 {
      return [Word("advance", at: first.position, offset: first.offset), Word("1s")]
    }
    if first.text == "history", words.count == 2, !words[1].text.hasPrefix("-") {
      return [Word("timeline", at: first.position, offset: first.offset), words[1]]
    }
    if first.text == "load", words.count == 2,
      words[1].text.hasSuffix(".yaml") || words[1].text.hasSuffix(".yml")
    {
      return [Word("apply", at: first.position), Word("-f", at: first.position), words[1]]
    }
    guard let phrase = phrases.first(where: { matches(words, $0.typed) }) else { return words }
    var rest = words.dropFirst(phrase.typed.count)
    let head = phrase.meant.compactMap { text in
      text == "*" ? rest.popFirst() : Word(text, at: first.position, offset: first.offset)
    }
    return head + rest
  }

  private static func matches(_ words: [Word], _ typed: [String]) -> Bool {
    words.count >= typed.count && zip(words, typed).allSatisfy { $0.text == $1 }
  }
}
