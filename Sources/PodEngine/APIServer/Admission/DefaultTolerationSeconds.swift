/// Lets every Pod bear the loss of its node for five minutes
/// (`plugin/pkg/admission/defaulttolerationseconds`).
package enum DefaultTolerationSeconds {
  private static let seconds = 300

  package static func admit(_ pod: inout APIValue) {
    var tolerations = pod["spec"]?.list("tolerations") ?? []
    let own = tolerations
    for key in [Taint.notReadyKey, Taint.unreachableKey] where !tolerates(own, key) {
      tolerations.append([
        "key": .string(key), "operator": "Exists", "effect": "NoExecute",
        "tolerationSeconds": .integer(seconds),
      ])
    }
    if tolerations != own { pod[path: "spec", "tolerations"] = .array(tolerations) }
  }

  private static func tolerates(_ tolerations: [APIValue], _ key: String) -> Bool {
    tolerations.contains { toleration in
      let (ownKey, effect) = (toleration.text("key"), toleration.text("effect"))
      return (ownKey == key || ownKey.isEmpty) && (effect == "NoExecute" || effect.isEmpty)
    }
  }
}
