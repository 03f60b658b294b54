internal import PodEngine

/// `iperf A B`: how fast one Pod sends to another.
struct Throughput: Command {
  static let description = CommandDescription(
    "iperf", .observe, synopsis: "iperf POD POD",
    about: "measure for 10 s how fast the first Pod sends to the second",
    examples: [
      "run a --image=busybox -- sleep 900 && run b --image=busybox -- sleep 900 && advance 5s",
      "iperf a b",
    ], arguments: [.pod])

  private static let duration = SimulatedDuration.seconds(10)

  private let words: [Word]

  init(_ call: Invocation) throws(CommandError) {
    _ = try call.argument(1, "two Pods", of: "iperf")
    try call.refuseArguments(after: 2, of: "iperf")
    words = call.arguments
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let keys = try words.map { word throws(CommandError) in
      try PodTarget(word).key(in: bench)
    }
    let rate = try measure(keys, in: bench)
    let start = bench.cluster.now
    try bench.moveClock(to: start + Self.duration)
    // What has changed meanwhile (a node that died) counts.
    guard let rate, let last = try measure(keys, in: bench) else {
      bench.sayClock(since: start)
      throw CommandError(
        "unavailable", "iperf3: error - unable to connect to server: No route to host",
        suggestion: "get nodes shows how they are", position: words[1].position)
    }
    let bits = min(rate, last)
    let seconds = Self.duration.wholeSeconds
    bench.print("[ ID] Interval           Transfer     Bitrate")
    let end = "\(seconds).00".leftPadded(5)
    bench.print(
      "[  5]   0.00-\(end) sec  \(Self.bytes(bits / 8 * seconds))  \(Self.rate(bits))")
    bench.sayClock(since: start)
  }

  private func measure(_ keys: [ObjectKey], in bench: Workbench) throws(CommandError) -> Int? {
    do throws(ExecError) {
      return try bench.cluster.throughput(from: keys[0], to: keys[1])
    } catch {
      let request = ExecRequest(pod: keys[0], container: "", command: [])
      throw CommandError(error, request, in: bench)
    }
  }

  private static func rate(_ bits: Int) -> String {
    scaled(bits, 1000, ["bits/sec", "Kbits/sec", "Mbits/sec", "Gbits/sec"])
  }

  private static func bytes(_ bytes: Int) -> String {
    scaled(bytes, 1024, ["Bytes", "KBytes", "MBytes", "GBytes"])
  }

  /// Three digits and a unit, as iperf3 prints them.
  private static func scaled(_ value: Int, _ step: Int, _ units: [String]) -> String {
    var (hundredths, unit) = (value * 100, 0)
    while hundredths >= step * 100, unit + 1 < units.count {
      hundredths /= step
      unit += 1
    }
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    let digits = rest < 10 ? "0\(rest)" : "\(rest)"
    let text =
      whole >= 100
      ? "\(whole)" : whole >= 10 ? "\(whole).\(digits.prefix(1))" : "\(whole).\(digits)"
    return "\(text) \(units[unit])"
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
