internal import PodEngine
internal import PodShell

/// What one command of a script did, for programs to read (`podlab run --json`).
struct JSONReport {
  let command: AssembledCommand
  let outcome: Outcome

  /// One line with its newline. The fields are sorted and stable.
  var line: String {
    let report: APIValue = [
      "line": .integer(command.line),
      "column": .integer(command.column),
      "command": .string(command.text),
      "output": .string(outcome.standardOutput),
      "errorOutput": .string(outcome.standardError),
      "exitCode": .integer(outcome.error?.exitCode ?? 0),
      "error": outcome.error.map(Self.value) ?? .null,
    ]
    return JSONText.text(report) + "\n"
  }

  private static func value(_ error: CommandError) -> APIValue {
    [
      "name": .string(error.name),
      "message": .string(error.message),
      "suggestion": error.suggestion.map(APIValue.string) ?? .null,
    ]
  }
}
