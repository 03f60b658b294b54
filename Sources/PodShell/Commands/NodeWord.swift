internal import PodEngine

/// The node that a command names, and the words after it.
struct NodeWord: Hashable, Sendable {
  let name: String
  let position: TextPosition
  let rest: [Word]

  init(_ call: Invocation, verb: String, more: Int = 0) throws(CommandError) {
    var words = call.arguments
    // `reboot node node-1` where the verb is `reboot`.
    if words.count > 1, words[0].text == "node" { words.removeFirst() }
    let bare = Invocation(arguments: words, flags: call.flags)
    let word = try bare.argument(0, "a node, such as node-1", of: verb)
    try bare.refuseArguments(after: 1 + more, of: verb)
    name = try NodeName.read(word)
    position = word.position
    rest = Array(words.dropFirst())
  }
}
