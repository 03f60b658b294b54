internal import PodEngine

/// `run NAME --image=IMAGE`: makes one Pod.
struct Run: Command {
  static let description = CommandDescription(
    "run", .build, synopsis: "run NAME --image=IMAGE [flags] [-- ARG…]",
    about: "make a Pod with one container",
    examples: ["run web --image=nginx", "run once --image=busybox --restart=Never -- sleep 5"],
    flags: PodBuilder.flags + Creation.flags + missing, arguments: [.anything], isKubectl: true)

  private static let missing = [
    Flag(
      "overrides", nil,
      .missing(takesValue: true, instead: "write the whole manifest: apply -f - <<YAML"), ""),
    Flag("rm", nil, .missing(takesValue: false, instead: "delete the Pod when it has ended"), ""),
    Flag(
      "stdin", "i", .missing(takesValue: false, instead: "run it, advance, then read its logs"), ""),
    Flag(
      "tty", "t", .missing(takesValue: false, instead: "run it, advance, then read its logs"), ""),
    Flag("attach", nil, .missing(takesValue: false, instead: "logs POD shows its output"), ""),
    Flag("expose", nil, .missing(takesValue: false, instead: "expose makes a Service"), ""),
  ]

  private let pod: PodBuilder
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    let words = Array(call.arguments.dropFirst()) + (call.afterDash ?? [])
    pod = try PodBuilder(
      call, verb: "run", name: call.arguments.first, image: call.flags.text("image"), words: words)
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try creation.make(pod.manifest, .pods, in: &bench)
  }
}
