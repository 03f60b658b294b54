internal import PodEngine

/// How `top` prints (k8s.io/kubectl/pkg/metricsutil/metrics_printer.go).
struct TopOptions: Hashable, Sendable {
  private let sortsByMemory: Bool?
  private let noHeaders: Bool
  private let showsSum: Bool

  struct Amounts: Hashable, Sendable {
    let cpuMilli: Int
    let memoryBytes: Int
  }

  struct Row: Hashable, Sendable {
    let names: [String]
    let cpuMilli: Int
    let memoryBytes: Int
    /// With it, percentages are shown.
    var allocatable: Amounts?
    var isKnown = true
  }

  init(_ call: Invocation) throws(CommandError) {
    switch call.flags.text("sort-by") {
    case nil, ""?: sortsByMemory = nil
    case "cpu"?: sortsByMemory = false
    case "memory"?: sortsByMemory = true
    default:
      throw .arguments(
        "--sort-by accepts only cpu or memory", position: call.flags.position(of: "sort-by"))
    }
    noHeaders = call.flags.isOn("no-headers")
    showsSum = call.flags.isOn("sum")
  }

  /// The largest first where that is wanted.
  func sort(_ rows: inout [Row]) {
    guard let sortsByMemory else { return }
    rows.sort {
      let (left, right) =
        sortsByMemory ? ($0.memoryBytes, $1.memoryBytes) : ($0.cpuMilli, $1.cpuMilli)
      return left == right ? $0.names.lexicographicallyPrecedes($1.names) : left > right
    }
  }

  func table(_ header: [String], _ rows: [Row]) -> String {
    var writer = TabWriter.get
    if !noHeaders { writer.write(line: header) }
    for row in rows { writer.write(line: row.names + cells(row)) }
    guard showsSum else { return writer.take() }
    let blanks = Array(repeating: "", count: header.count - 2)
    let total = Row(
      names: [], cpuMilli: rows.reduce(0) { $0 + $1.cpuMilli },
      memoryBytes: rows.reduce(0) { $0 + $1.memoryBytes })
    writer.write(line: blanks + ["________", "________"])
    writer.write(line: blanks + cells(total))
    return writer.take()
  }

  private func cells(_ row: Row) -> [String] {
    let cpu = "\(row.cpuMilli)m"
    let memory = "\(row.memoryBytes >> 20)Mi"
    guard let all = row.allocatable else { return [cpu, memory] }
    guard row.isKnown else { return Array(repeating: "<unknown>", count: 4) }
    return [
      cpu, "\(row.cpuMilli * 100 / max(1, all.cpuMilli))%", memory,
      "\(row.memoryBytes * 100 / max(1, all.memoryBytes))%",
    ]
  }
}
