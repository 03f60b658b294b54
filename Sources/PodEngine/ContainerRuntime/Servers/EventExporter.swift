/// registry.k8s.io/event-exporter: sends events to the log service of Google's cloud, and ends at
/// once anywhere else.
struct EventExporter: Program {
  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let time = DateText.format("%m%d %H:%M:%S", kernel.now)
    let text =
      "F\(time).000000       1 main.go:78] Failed to initialize sink: not running on GCE, which is "
      + "not supported for Stackdriver sink\n"
    _ = kernel.write(Bytes(text), to: 2, by: process)
    // What `Fatalf` of glog ends with.
    return .exit(255)
  }
}
