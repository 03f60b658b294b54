internal import PodEngine

/// What follows `-o`.
package enum OutputFormat: Hashable, Sendable {
  case table
  case wide
  case json
  case yaml
  case name
  case jsonPath(JSONPath)
  case jsonPathAsJSON(JSONPath)
  case customColumns(CustomColumns)
  case goTemplate(GoTemplate)

  /// Which formats a command knows; kubectl lists them in its error.
  package enum Menu: Sendable {
    /// `get`: tables too.
    case get
    /// `create`, `apply`, `label`, …: only what prints an object.
    case create
    /// `describe` and `version`-like commands take `json` and `yaml` alone.
    case data

    var formats: [String] {
      let templates = [
        "go-template", "go-template-file", "json", "jsonpath", "jsonpath-as-json",
        "jsonpath-file", "name", "template", "templatefile",
      ]
      return switch self {
      case .get: ["custom-columns", "custom-columns-file"] + templates + ["wide", "yaml"]
      case .create: templates + ["yaml"]
      case .data: ["json", "yaml"]
      }
    }
  }

  /// Parses the text of `-o`; nil or "" is the format for people.
  ///
  /// `template` is what follows `--template`, which makes a Go template of `-o` where that says
  /// nothing else.
  package init(
    parsing text: String?, template: String? = nil, menu: Menu = .get
  ) throws(OutputFormatError) {
    guard let text = text.flatMap({ $0.isEmpty ? nil : $0 }) ?? template.map({ _ in "template" })
    else {
      self = .table
      return
    }
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    // kubectl reads the plain formats whatever their case.
    let plain = ["json", "yaml", "name", "wide"].first { $0 == text.lowercased() }
    let name = plain ?? String(halves[0])
    let argument = halves.count > 1 ? String(halves[1]) : template
    guard menu.formats.contains(name) else { throw Self.unknown(text, menu) }
    self = try Self.format(name, argument, text, menu)
  }

  private static func format(
    _ name: String, _ argument: String?, _ text: String, _ menu: Menu
  ) throws(OutputFormatError) -> OutputFormat {
    switch (name, argument) {
    case ("json", _) where !text.contains("="): return .json
    case ("yaml", _) where !text.contains("="): return .yaml
    case ("name", _) where !text.contains("="): return .name
    case ("wide", _) where !text.contains("="): return .wide
    case ("go-template", _), ("template", _): return .goTemplate(try goTemplate(argument))
    case ("jsonpath", _): return .jsonPath(try path(argument))
    case ("jsonpath-as-json", _): return .jsonPathAsJSON(try path(argument))
    case ("custom-columns", _):
      return .customColumns(try CustomColumns(parsing: argument ?? ""))
    case ("json", _), ("yaml", _), ("name", _), ("wide", _): throw unknown(text, menu)
    default:
      throw OutputFormatError(
        "podlab does not simulate the output format \(GoSyntax.quoted(name)); "
          + "write the template in place, without -file")
    }
  }

  private static func goTemplate(_ text: String?) throws(OutputFormatError) -> GoTemplate {
    guard let text, !text.isEmpty else {
      throw OutputFormatError("template format specified but no template given")
    }
    do { return try GoTemplate(parsing: text) } catch {
      throw OutputFormatError("error parsing template \(text), template: output:\(error.message)")
    }
  }

  private static func path(_ template: String?) throws(OutputFormatError) -> JSONPath {
    guard let template, !template.isEmpty else {
      throw OutputFormatError("template format specified but no template given")
    }
    do {
      return try JSONPath(parsing: template)
    } catch {
      throw OutputFormatError("error parsing jsonpath \(template), \(error.message)")
    }
  }

  private static func unknown(_ text: String, _ menu: Menu) -> OutputFormatError {
    OutputFormatError(
      "unable to match a printer suitable for the output format \(GoSyntax.quoted(text)), "
        + "allowed formats are: \(menu.formats.joined(separator: ","))")
  }
}

/// Why `-o` could not be understood; the text is kubectl's, without `error: `.
package struct OutputFormatError: Error, Hashable, Sendable {
  package let message: String

  init(_ message: String) { self.message = message }
}
