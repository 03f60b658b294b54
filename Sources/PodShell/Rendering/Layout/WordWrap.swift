/// Breaks lines between words as kubectl does (mitchellh/go-wordwrap): at white space only; a word
/// that is longer than a line stays whole.
enum WordWrap {
  static func wrap(_ text: String, width: Int) -> String {
    var (result, word, space) = ("", "", "")
    var (current, wordLength, spaceLength) = (0, 0, 0)
    func keep() {
      current += spaceLength + wordLength
      result += space + word
      (word, space, wordLength, spaceLength) = ("", "", 0, 0)
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if wordLength == 0, current + spaceLength > width { (space, spaceLength) = ("", 0) }
        keep()
        result += "\n"
        current = 0
      } else if scalar.properties.isWhitespace, scalar != "\u{A0}" {
        if spaceLength == 0 || wordLength > 0 { keep() }
        space.unicodeScalars.append(scalar)
        spaceLength += 1
      } else {
        word.unicodeScalars.append(scalar)
        wordLength += 1
        guard current + spaceLength + wordLength > width, wordLength < width else { continue }
        result += "\n"
        (current, space, spaceLength) = (0, "", 0)
      }
    }
    if wordLength == 0, current + spaceLength > width { space = "" }
    return result + space + word
  }
}
