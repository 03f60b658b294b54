import Foundation
import Testing

@testable import PodShell

/// podlab's table of kubectl's flags against the kubectl of this machine, where there is one of
/// version 1.33 (`PODLAB_KUBECTL=PATH` names another program than `kubectl`).
@Suite struct KubectlFlagsTests {
  static let kubectl: String? = {
    let path = ProcessInfo.processInfo.environment["PODLAB_KUBECTL"] ?? "kubectl"
    guard let text = try? output(of: [path, "version", "--client"]) else { return nil }
    return text.contains("v1.33.") ? path : nil
  }()

  static let verbs = CommandTable.all.map { $0.description }
    .filter { $0.isKubectl && !KubectlFlags.all(for: $0.name).isEmpty }.map(\.name)

  @Test(.enabled(if: kubectl != nil, "there is no kubectl 1.33 here"), arguments: verbs)
  func theTableSaysWhatKubectlSays(verb: String) throws {
    let kubectl = try #require(Self.kubectl)
    let help = try Self.output(of: [kubectl] + verb.split(separator: " ").map(String.init) + ["-h"])
    let options = try #require(help.firstRange(of: "\nOptions:\n"))
    let flags = help[options.upperBound...].matches(
      of: /(?m)^    (?:-(\w), )?--([a-z0-9-]+)=(.*):\s*$/
    ).map { "\($0.output.1 ?? "")/\($0.output.2)=\(!["true", "false"].contains($0.output.3))" }
    let known = KubectlFlags.all(for: verb).map {
      "\($0.short.map(String.init) ?? "")/\($0.name)=\($0.takesValue)"
    }
    #expect(known.sorted() == flags.sorted())
  }

  @Test func aFlagThatOnlyKubectlHasIsRefusedByName() {
    var lab = Laboratory()
    let outcome = lab.session.submit("drain node-1 --warnings-as-errors")
    #expect(outcome.error?.name == "unsupported")
    #expect(lab.type("get pods --show-managed-fields --chunk-size=5").contains("No resources"))
    #expect(lab.type("rollout status deploy/x --kustomize=.").contains("does not simulate"))
  }

  private static func output(of words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
