import PodEngine
import PodShell
import Testing

@Suite struct HumanDurationTests {
  @Test(arguments: [
    (-2000, "<invalid>"), (-1000, "0s"), (0, "0s"), (999, "0s"), (119_999, "119s"),
    (120_000, "2m"), (123_000, "2m3s"), (599_000, "9m59s"), (600_000, "10m"),
    (10_799_000, "179m"), (10_800_000, "3h"), (11_100_000, "3h5m"), (28_800_000, "8h"),
    (172_799_000, "47h"), (172_800_000, "2d"), (187_200_000, "2d4h"), (691_200_000, "8d"),
    (63_071_999_000, "729d"), (63_072_000_000, "2y"), (63_158_400_000, "2y1d"),
    (252_288_000_000, "8y"),
  ])
  func ages(milliseconds: Int, text: String) {
    #expect(HumanDuration.text(.milliseconds(milliseconds)) == text)
  }

  @Test(arguments: [(59_999, "59s"), (60_000, "1m"), (86_400_000, "1d"), (31_536_000_000, "1y")])
  func shortAges(milliseconds: Int, text: String) {
    #expect(HumanDuration.short(.milliseconds(milliseconds)) == text)
  }

  @Test func unknownTimes() {
    #expect(HumanDuration.since(nil, now: .start) == "<unknown>")
    #expect(HumanDuration.until(.start + .seconds(5), now: .start) == "5s")
  }
}
