internal import PodEngine

/// `base64 [-d] [-w COLUMNS]`: writes text as base64, or reads it.
struct Base64Filter: TextFilter {
  private let decodes: Bool
  private let width: Int

  init(_ options: FilterOptions) throws(CommandError) {
    decodes = options.has("d") || options.has("D")
    let written = options.value("w")
    guard let width = written.map({ Int($0.text) }) ?? 76, width >= 0 else {
      throw options.problem("invalid wrap size: \(written?.text ?? "")", at: written?.position)
    }
    self.width = width
  }

  func apply(_ text: String) -> FilterResult {
    guard decodes else { return FilterResult(text: wrapped(Base64Text.encoded(text))) }
    let digits = text.filter { !$0.isWhitespace }
    guard let bytes = Base64.decode(digits) else { return FilterResult(text: "", isSuccess: false) }
    return FilterResult(text: String(decoding: bytes, as: UTF8.self))
  }

  private func wrapped(_ digits: String) -> String {
    guard width > 0 else { return digits }
    var (lines, rest) = ("", Substring(digits))
    while !rest.isEmpty {
      lines += rest.prefix(width) + "\n"
      rest = rest.dropFirst(width)
    }
    return lines
  }
}
