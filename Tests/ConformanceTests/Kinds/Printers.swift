import OrderedCollections

@testable import PodEngine
@testable import PodShell

/// The cells of the API server's tables.
func answerPrinters(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  guard let kind = input.keys.first(where: { $0 != "wide" }), let object = input.tree(kind),
    let resource = Resource.allCases.first(where: { $0.singular == kind })
  else { throw UnknownQuestion("a table of \(input.keys)") }
  // Some way into virtual time, so that there is a past.
  let now = SimulatedTime.start + .seconds(400 * 24 * 3600)
  let tree = RelativeTimes.resolved(object, now: now)
  let isWide = input.flag("wide") ?? false
  let table = TableMaker.table(for: resource, objects: [tree], now: now, isWide: isWide)
  var columns = APIObject()
  for (column, cell) in zip(table.columns, table.rows[0].cells)
  where column.priority == 0 || isWide {
    columns[column.name.uppercased()] = .string(cell.isNull ? "" : GoSyntax.plain(cell))
  }
  var answer = Answer()
  answer["columns"] = .equals(.object(columns))
  answer["rowCondition"] = .equalsOr(
    resource == .pods ? PodTable.rowCondition(of: tree) ?? .null : .null, whenUnsaid: .null)
  return answer
}
