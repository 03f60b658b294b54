import PodShell
import Testing

@testable import podlab

@Suite struct JSONStringTests {
  @Test(arguments: ["", "a", "\"\\/", "a\nb\r\t", "\u{0}\u{1B}\u{9B}\u{2028}", "豆荚 👩‍🚀"])
  func `comes back as it was, on one line`(_ text: String) {
    let json = JSONText.quoted(text)
    #expect(json.unicodeScalars.allSatisfy { $0.value >= 32 })
    #expect(JSONString.decode(json) == text)
  }

  @Test(arguments: [#""\ud83d\ude00""#, #""\/""#, #""\b\f""#])
  func `reads what other writers write`(_ json: String) {
    #expect(JSONString.decode(json) != nil)
  }

  @Test(arguments: [
    "", "\"", "a", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"a\"b\"",
    "\"\\ud83d\"",
  ])
  func `refuses what is none`(_ json: String) {
    #expect(JSONString.decode(json) == nil)
  }
}
