import OrderedCollections

@testable import PodEngine
@testable import PodShell

/// How kubectl lays out a table that the API server made.
func answerTables(_ question: CaseQuestion) throws -> Answer {
  let words = question.beside["command"]?.arrayValue?.compactMap(\.stringValue) ?? []
  guard let served = question.input.tree("table"), let first = words.first, first == "get" else {
    throw UnknownQuestion("a table without `get`")
  }
  let line = words.filter { !["-w", "--output-watch-events"].contains($0) }
  let reading = try CommandTable.read(
    Tokenizer.commands(in: line.map { "'\($0)'" }.joined(separator: " "))[0])
  guard let command = reading.command as? GetObjects else {
    throw UnknownQuestion("a table of \(line)")
  }
  let table = Table(wire: served)
  var answer = Answer()
  answer["rc"] = .equals(0)
  if words.contains("-w") {
    var text = TableWatchText(
      options: command.tableOptions(watching: true),
      showsEvents: words.contains("--output-watch-events"))
    var output = table.rows.isEmpty ? "" : text.render(table)
    for change in question.input.list("watch") {
      guard let event = change.text("type").flatMap(TableWatchText.Event.init) else {
        throw UnknownQuestion("a watch event without type")
      }
      output += text.render(Table(wire: change.tree("object") ?? .null), event: event)
    }
    answer["stdout"] = .equals(.string(output))
    answer["stderr"] = .equals("")
  } else {
    answer["stdout"] = .equals(
      .string(
        table.rows.isEmpty
          ? "" : TableText.render(table, options: command.tableOptions(watching: false))))
    answer["stderr"] = .equalsOr(
      .string(
        table.rows.isEmpty
          ? command.nothingFound(namespace: reading.namespace ?? "default") + "\n" : ""),
      whenUnsaid: "")
  }
  return answer
}

extension Table {
  /// A table of `meta.k8s.io/v1`, as it comes from the API server.
  fileprivate init(wire: APIValue) {
    let columns = (wire["columnDefinitions"]?.arrayValue ?? []).map { column in
      Column(
        column["name"]?.stringValue ?? "", type: column["type"]?.stringValue ?? "",
        format: column["format"]?.stringValue ?? "", priority: column["priority"]?.intValue ?? 0)
    }
    let rows = (wire["rows"]?.arrayValue ?? []).map { row in
      Row(cells: row["cells"]?.arrayValue ?? [], object: row["object"] ?? .emptyObject)
    }
    self.init(columns: columns, rows: rows)
  }
}
