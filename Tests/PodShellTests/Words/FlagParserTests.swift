import PodEngine
import PodShell
import Testing

struct FlagParserTests {
  private static let flags = [
    Flag("output", "o", .text, ""), Flag("all-namespaces", "A", .switched, ""),
    Flag("watch", "w", .switched, ""), Flag("filename", "f", .list, ""),
    Flag("env", nil, .texts, ""), Flag("grace-period", nil, .integer, ""),
    Flag("timeout", nil, .duration, ""), Flag("dry-run", nil, .textOr("unchanged"), ""),
    Flag("context", nil, .missing(takesValue: true, instead: "leave it away"), ""),
  ]

  private func parse(_ text: String) throws -> FlagParser.Result {
    try FlagParser.parse(
      text.split(separator: " ").map { Word(String($0)) }, flags: Self.flags)
  }

  @Test(arguments: ["-o wide", "-owide", "-o=wide", "--output wide", "--output=wide", "-Ao wide"])
  func text(words: String) throws {
    #expect(try parse("pods \(words) web").values.text("output") == "wide")
    #expect(try parse("pods \(words) web").arguments.map(\.text) == ["pods", "web"])
  }

  @Test func switches() throws {
    let result = try parse("-Aw --watch=false")
    #expect(result.values.isOn("all-namespaces"))
    #expect(!result.values.isOn("watch", default: true))
  }

  @Test func manyValues() throws {
    let values = try parse("-f a,b -f c --env X=1,2 --env Y=3").values
    #expect(values.texts("filename") == ["a", "b", "c"])
    #expect(values.texts("env") == ["X=1,2", "Y=3"])
  }

  @Test func dashEndsFlags() throws {
    let result = try parse("web -- sh -c x")
    #expect(result.arguments.map(\.text) == ["web"])
    #expect(result.afterDash?.map(\.text) == ["sh", "-c", "x"])
  }

  @Test func valueOnlyWithEqualsSign() throws {
    let result = try parse("--dry-run client")
    #expect(result.values.text("dry-run") == "unchanged")
    #expect(result.arguments.map(\.text) == ["client"])
    #expect(try parse("--dry-run=client").values.text("dry-run") == "client")
  }

  /// Texts of kubectl 1.33.
  @Test(arguments: [
    ("--bogus", "unknown flag: --bogus"), ("-z", "unknown shorthand flag: 'z' in -z"),
    ("-Az", "unknown shorthand flag: 'z' in -z"), ("-o", "flag needs an argument: 'o' in -o"),
    ("--output", "flag needs an argument: --output"), ("--=x", "bad flag syntax: --=x"),
    (
      "--grace-period=x",
      "invalid argument \"x\" for \"--grace-period\" flag: strconv.ParseInt: parsing \"x\": invalid syntax"
    ),
    (
      "--all-namespaces=x",
      "invalid argument \"x\" for \"-A, --all-namespaces\" flag: strconv.ParseBool: parsing \"x\": invalid syntax"
    ),
    ("--timeout=x", "invalid argument \"x\" for \"--timeout\" flag: time: invalid duration \"x\""),
    (
      "--timeout=5",
      "invalid argument \"5\" for \"--timeout\" flag: time: missing unit in duration \"5\""
    ),
    (
      "--grace-period=99999999999999999999",
      "invalid argument \"99999999999999999999\" for \"--grace-period\" flag: strconv.ParseInt: parsing \"99999999999999999999\": value out of range"
    ),
    ("--context=x", "podlab does not simulate --context"),
  ])
  func errors(words: String, message: String) throws {
    let error = #expect(throws: FlagError.self) { try parse(words) }
    #expect(error?.message == message)
  }
}

struct GoDurationTests {
  @Test(arguments: [
    ("0", 0), ("30s", 30_000), ("20.1s", 20_100), ("1h2m", 3_720_000), ("500ms", 500),
    ("1.5h", 5_400_000), (".5s", 500), ("1m0.001s", 60_001), ("-2s", -2000), ("1000000us", 1000),
  ])
  func reading(text: String, milliseconds: Int) throws {
    #expect(try GoDuration.parse(text).milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "5", "s", "1x", "1..2s", "99999999999999h", "1ns", "900000000h", "-", "1s2",
  ])
  func refusing(text: String) {
    #expect(throws: GoDuration.Failure.self) { try GoDuration.parse(text) }
  }

  @Test(arguments: [
    (0, "0s"), (44, "44ms"), (1440, "1.44s"), (30_000, "30s"), (90_000, "1m30s"),
    (350_000, "5m50s"), (3_600_000, "1h0m0s"), (60_001, "1m0.001s"), (-1500, "-1.5s"),
  ])
  func writing(milliseconds: Int, text: String) {
    #expect(GoDuration.text(.milliseconds(milliseconds)) == text)
  }
}

struct NearestNameTests {
  @Test(
    arguments: [
      ("kil", "kill"), ("gte", "get"), ("advnace", "advance"), ("descirbe", "describe"),
      ("xyz", nil), ("a", nil), ("GET", "get"),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    #expect(
      NearestName.to(word, among: ["kill", "get", "advance", "describe", "label"]) == expected)
  }
}
