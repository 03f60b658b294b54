internal import PodEngine

/// `create service externalname NAME --external-name=DNS`
struct CreateExternalNameService: Command {
  static let description = CommandDescription(
    "create service externalname", aliases: ["create svc externalname"], .build,
    synopsis: "create service externalname NAME --external-name=DNS [--tcp=PORT[:TARGET]…]",
    about: "make a Service that stands for a name outside",
    examples: [
      "create service externalname db --external-name=db.example.com",
      "create svc externalname mail --external-name=mail.example.com --tcp=25",
    ],
    flags: ServiceObject.flags + [
      Flag("external-name", nil, .text, "the name that it stands for")
    ],
    arguments: [.anything], isKubectl: true)

  private let service: ServiceObject

  init(_ call: Invocation) throws(CommandError) {
    guard let name = call.flags.text("external-name") else {
      throw .arguments("required flag(s) \"external-name\" not set")
    }
    service = try ServiceObject(
      call, kind: "externalname", ["type": "ExternalName", "externalName": .string(name)],
      needsPorts: false)
  }

  func run(in bench: inout Workbench) throws(CommandError) { try service.make(in: &bench) }
}
