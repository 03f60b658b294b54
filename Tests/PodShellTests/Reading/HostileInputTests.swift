import PodEngine
import PodShell
import Testing

/// Nothing that can be typed, pasted or loaded may crash, hang or eat the memory.
@Suite struct HostileInputTests {
  private func message(_ text: String) -> String? {
    ManifestReader.read(text, file: "f").error?.message
  }

  @Test func aliasesAreCountedAsOftenAsTheyStandForSomething() {
    var text = "kind: X\na0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(message(text)?.hasSuffix("yaml: document contains excessive aliasing") == true)
  }

  @Test func aliasesInKeysToo() {
    var text = "kind: X\na0: &a0 [x,x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1),*a\(level - 1)]\n" }
    #expect(message(text + "? *a40\n: x\n") != nil)
  }

  @Test func depth() {
    let open = String(repeating: "[", count: 5000)
    #expect(message("kind: X\na: \(open)")?.hasSuffix("yaml: exceeded max depth of 500") == true)
    let close = String(repeating: "]", count: 600)
    let deep = "kind: X\na: " + open.prefix(600) + close
    #expect(message(deep)?.hasSuffix("yaml: line 2: exceeded max depth of 500") == true)
    let braces = String(repeating: "{\"a\":", count: 5000)
    #expect(message(braces) != nil)
    #expect(message(String(repeating: "- ", count: 5000) + "x") != nil)
  }

  @Test func size() {
    let text = String(repeating: "a", count: ManifestReader.byteLimit + 1)
    #expect(message(text)?.contains("more than 3145728 bytes") == true)
  }

  @Test func garbage() {
    var random = RandomSource(seed: 7)
    let sample = Array(
      "kind: X\na: &a {b: [1, 'x', \"y\\n\"]}\n---\n? |\n  t\n: *a\n{\"k\": \"\\ud83d\\u12\"}\t%"
        .utf8)
    for _ in 0..<2000 {
      var bytes = sample
      for _ in 0..<5 {
        let place = random.next(below: bytes.count)
        switch random.next(below: 3) {
        case 0: bytes[place] = UInt8(random.next(below: 256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[random.next(below: bytes.count)], at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for document in ManifestReader.read(text, file: "f").documents {
        // What is read can be written, and reads back as the same.
        let again = ManifestReader.read(JSONText.text(document.value), file: "g").documents
        #expect(again.map { JSONText.text($0.value) } == [JSONText.text(document.value)])
        #expect(!YAMLText.text(document.value).isEmpty)
      }
      _ = try? JSONPath(parsing: text)
      _ = VisibleText.escaping(text)
    }
  }
}
