internal import Testing

@testable internal import PodEngine

struct QuantityTests {
  /// Text, canonical text, whole units, thousandths.
  @Test(arguments: [
    ("0", "0", 0, 0),
    ("1.5", "1500m", 2, 1500),
    ("-1.5", "-1500m", -2, -1500),
    ("1000", "1k", 1000, 1_000_000),
    ("2000m", "2", 2, 2000),
    ("0.5e-1", "50e-3", 1, 50),
    ("1e14", "100e12", 100_000_000_000_000, 100_000_000_000_000_000),
    ("1.2e3", "1200", 1200, 1_200_000),
    ("1.5Gi", "1536Mi", 1_610_612_736, 1_610_612_736_000),
    ("1024Mi", "1Gi", 1_073_741_824, 1_073_741_824_000),
    ("100.035Ki", "102435840m", 102_436, 102_435_840),
    ("3.001n", "4n", 1, 1),
    (".000000001Ki", "1024n", 1, 1),
    ("12.000", "12", 12, 12_000),
  ])
  func readsAndWritesCanonically(text: String, canonical: String, value: Int, milli: Int) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.text == canonical)
    #expect(quantity.value == value)
    #expect(quantity.milliValue == milli)
  }

  /// Kubernetes keeps these as typed.
  @Test(arguments: ["1.001", "100.035k", "10.500", "1.", "1e+3", "+1", "7.123456M", "1E6"])
  func keepsOwnText(text: String) {
    #expect(Quantity(text)?.text == text)
  }

  @Test(arguments: [
    ("", QuantityError.format), ("1,5", .format), ("1 Gi", .format), ("0x10", .format),
    ("1GB", .format), ("1K", .suffix), ("0.1mi", .suffix), ("--1", .suffix), ("1e", .suffix),
    ("-3.01e-", .suffix), ("1Gii", .suffix),
  ])
  func refuses(text: String, error: QuantityError) {
    #expect(Quantity(text) == nil)
    #expect(throws: error) { try Quantity(parsing: text) }
  }

  @Test(arguments: ["Gi", "m", "e3", ".", "+", "-"])
  func readsNoDigitsAsZero(text: String) {
    #expect(Quantity(text)?.text == "0")
  }

  /// Nothing that can be typed may trap.
  @Test(arguments: [
    "9e99999999999999999999", "1e100000", "-1e100000", "1e-100000", "999999999999999999999Ei",
    String(repeating: "9", count: 500), "0." + String(repeating: "1", count: 500) + "Ei",
    "\u{0}", "１", "1e9223372036854775807",
  ])
  func survivesExtremes(text: String) {
    let quantity = Quantity(text) ?? .zero
    #expect((quantity + quantity).value >= (quantity - quantity).value || quantity.isNegative)
    #expect(quantity.milliValue <= Int.max)
    #expect(!quantity.text.isEmpty)
  }

  @Test func saturatesInsteadOfOverflowing() throws {
    let large = try #require(Quantity("1Ei"))
    #expect(large.value == 1 << 60)
    #expect(large.milliValue == .max)
    #expect(Quantity("-9Ei")?.milliValue == .min)
  }

  @Test(arguments: [
    ("100m", "50m", false), ("1Gi", "1024Mi", false), ("1k", "1Ki", true),
    ("-1", "1m", true), ("1e30", "1e31", true), ("-1e31", "-1e30", true), ("999m", "1", true),
  ])
  func compares(left: String, right: String, isLess: Bool) throws {
    #expect(try (#require(Quantity(left)) < #require(Quantity(right))) == isLess)
  }

  @Test func equalAmountsAreEqual() {
    #expect(Quantity("1Gi") == Quantity("1024Mi"))
    #expect(Quantity("1.001") == Quantity("1001m"))
    #expect(Quantity("1k") != Quantity("1Ki"))
  }

  @Test func sumsKeepTheFirstFormat() throws {
    func sum(_ texts: String...) -> String {
      texts.compactMap { Quantity($0) }.reduce(Quantity.zero, +).text
    }
    #expect(sum("64Mi", "128Mi") == "192Mi")
    #expect(sum("1500m", "250m") == "1750m")
    #expect(sum("300Mi", "120Mi", "43Mi", "83Mi") == "546Mi")
    #expect(sum("1G", "200M", "500M", "700M") == "2400M")
    #expect(sum("0", "0", "1Ki") == "1Ki")
    let difference = try #require(Quantity("0")) - #require(Quantity("100m"))
    #expect(difference.text == "-100m")
  }

  @Test func decodesWhatYAMLMayHold() {
    #expect(Quantity(wire: 2).text == "2")
    #expect(Quantity(wire: .double(0.5)).text == "500m")
    #expect(Quantity(wire: .double(1e20)).text == "100e18")
    #expect(Quantity(wire: " 1Gi ").text == "1Gi")
    #expect(Quantity(wire: nil) == .zero)
  }
}
