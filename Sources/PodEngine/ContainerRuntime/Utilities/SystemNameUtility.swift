/// `uname [-a|-n|-r|-m]` and `nproc`.
enum SystemNameUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let letters = call.options().letters
    let host = call.kernel.network(of: call.number)?.hostname ?? "localhost"
    let parts: [(letter: Character, text: String)] = [
      ("s", "Linux"), ("n", host), ("r", "6.6.0-podlab"), ("v", "#1 SMP"), ("m", "x86_64"),
    ]
    let chosen = parts.filter { letters.contains("a") || letters.contains($0.letter) }
    call.print(chosen.isEmpty ? "Linux" : chosen.map(\.text).joined(separator: " "))
    return 0
  }

  static func runProcessors(_ call: inout UtilityCall) -> Int {
    call.print("2")
    return 0
  }
}
