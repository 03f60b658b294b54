internal import PodEngine

/// `create job NAME --image=IMAGE -- COMMAND`
struct CreateJob: Command {
  static let description = CommandDescription(
    "create job", .build, synopsis: "create job NAME --image=IMAGE [-- COMMAND…]",
    about: "make a Job, which runs a Pod to its end",
    examples: [
      "create job once --image=busybox -- sh -c 'echo done'",
      "create job pi --image=busybox -- date",
    ],
    flags: Creation.flags + [
      Flag("image", nil, .text, "the image to run", completes: .image),
      Flag("from", nil, .missing(takesValue: true, instead: "podlab has no CronJobs"), ""),
    ], arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let image: String
  private let command: [Word]

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "job")
    guard let image = call.flags.text("image") else {
      throw .arguments("either --image or --from must be specified")
    }
    self.image = image
    command = call.afterDash ?? []
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var container: APIValue = [
      "image": .string(image), "name": .string(generator.name), "resources": .emptyObject,
    ]
    if !command.isEmpty { container["command"] = .array(command.map { .string($0.text) }) }
    let object: APIValue = [
      "apiVersion": "batch/v1", "kind": "Job", "metadata": generator.metadata(),
      "spec": [
        "template": [
          "metadata": ["creationTimestamp": .null],
          "spec": ["containers": [container], "restartPolicy": "Never"],
        ]
      ],
      "status": .emptyObject,
    ]
    try generator.creation.make(object, .jobs, in: &bench)
  }
}
