extension GoTemplateText {
  /// What follows the point in `%5.1f`: digits behind the point, or the characters of a text.
  struct Precision {
    private let places: Int?

    /// `layout` is what stands between `%` and the verb.
    init(_ layout: Substring) {
      let halves = layout.split(separator: ".", omittingEmptySubsequences: false)
      places = halves.count > 1 ? min(Int(halves[1]) ?? 0, 100) : nil
    }

    func cut(_ text: String) -> String { places.map { String(text.prefix($0)) } ?? text }

    /// `%f`: six places unless said.
    func fixed(_ number: Double) -> String {
      let places = places ?? 6
      guard number.magnitude < 1e15 else { return GoNumber.general(number) }
      var scale = 1.0
      for _ in 0..<min(places, 15) { scale *= 10 }
      let scaled = (number.magnitude * scale).rounded(.toNearestOrEven)
      let whole = (scaled / scale).rounded(.down)
      let fraction = scaled - whole * scale
      var text = number.sign == .minus ? "-" : ""
      text += wholeDigits(whole)
      guard places > 0 else { return text }
      let digits = wholeDigits(fraction)
      let zeros = String(repeating: "0", count: max(0, min(places, 15) - digits.count))
      return text + "." + zeros + digits + String(repeating: "0", count: max(0, places - 15))
    }

    private func wholeDigits(_ number: Double) -> String { String(UInt64(number)) }
  }
}
