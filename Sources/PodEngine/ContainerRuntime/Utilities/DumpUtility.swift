/// `od`, `hexdump -C` and `xxd`: bytes as numbers. No more than 4096 of them.
enum DumpUtility {
  private static let limit = 4096

  static func runHexdump(_ call: inout UtilityCall) -> Int {
    guard let bytes = bytes(&call) else { return 1 }
    let isCanonical = call.options().letters.contains("C")
    for (offset, row) in rows(bytes) {
      let start = hex(offset, digits: isCanonical ? 8 : 7)
      if isCanonical {
        call.print("\(start)  \(columns(row))  |\(text(row))|")
      } else {
        call.print(start + words(row).map { " " + $0 }.joined())
      }
    }
    if !bytes.isEmpty { call.print(hex(bytes.count, digits: isCanonical ? 8 : 7)) }
    return 0
  }

  static func runOd(_ call: inout UtilityCall) -> Int {
    guard let bytes = bytes(&call) else { return 1 }
    let letters = call.options().letters
    for (offset, row) in rows(bytes) {
      let cells: [String]
      if letters.contains("c") {
        cells = row.map(character)
      } else if letters.contains("x") && letters.contains("1") {
        cells = row.map { " " + hex(Int($0), digits: 2) }
      } else if letters.contains("x") {
        cells = words(row).map { " " + $0 }
      } else {
        cells = pairs(row).map { " " + octal($0, digits: 6) }
      }
      let hasAddress = !call.arguments.contains { $0.hasPrefix("-An") }
      call.print((hasAddress ? octal(offset, digits: 7) : "") + cells.joined())
    }
    if !call.arguments.contains(where: { $0.hasPrefix("-An") }) {
      call.print(octal(bytes.count, digits: 7))
    }
    return 0
  }

  static func runXxd(_ call: inout UtilityCall) -> Int {
    guard let bytes = bytes(&call) else { return 1 }
    if call.options().letters.contains("p") {
      for (_, row) in rows(bytes, size: 30) {
        call.print(row.map { hex(Int($0), digits: 2) }.joined())
      }
      return 0
    }
    for (offset, row) in rows(bytes) {
      var text = ""
      for (index, byte) in row.enumerated() {
        text += hex(Int(byte), digits: 2) + (index % 2 == 1 ? " " : "")
      }
      let gap = String(repeating: " ", count: max(0, 40 - text.count))
      call.print("\(hex(offset, digits: 8)): \(text)\(gap) \(self.text(row))")
    }
    return 0
  }

  private static func bytes(_ call: inout UtilityCall) -> [UInt8]? {
    let files = call.options().operands.filter { $0.count > 2 || $0.hasPrefix("/") || $0 == "-" }
    guard let text = call.contents(of: files.first ?? "-") else { return nil }
    return text.slice(from: 0, length: limit).array(limit: limit) ?? []
  }

  private static func rows(_ bytes: [UInt8], size: Int = 16) -> [(Int, [UInt8])] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      (start, Array(bytes[start..<min(bytes.count, start + size)]))
    }
  }

  private static func columns(_ row: [UInt8]) -> String {
    var cells = row.map { hex(Int($0), digits: 2) }
    while cells.count < 16 { cells.append("  ") }
    return cells[..<8].joined(separator: " ") + "  " + cells[8...].joined(separator: " ")
  }

  private static func text(_ row: [UInt8]) -> String {
    row.map { (32...126).contains($0) ? String(decoding: [$0], as: UTF8.self) : "." }.joined()
  }

  private static func pairs(_ row: [UInt8]) -> [Int] {
    stride(from: 0, to: row.count, by: 2).map { index in
      Int(row[index]) | (index + 1 < row.count ? Int(row[index + 1]) << 8 : 0)
    }
  }

  private static func words(_ row: [UInt8]) -> [String] { pairs(row).map { hex($0, digits: 4) } }

  private static func character(_ byte: UInt8) -> String {
    switch byte {
    case 0: "  \\0"
    case 7: "  \\a"
    case 8: "  \\b"
    case 9: "  \\t"
    case 10: "  \\n"
    case 13: "  \\r"
    case 32...126: "   " + String(decoding: [byte], as: UTF8.self)
    default: " " + octal(Int(byte), digits: 3)
    }
  }

  private static func hex(_ value: Int, digits: Int) -> String { filled(value, 16, digits) }
  private static func octal(_ value: Int, digits: Int) -> String { filled(value, 8, digits) }

  private static func filled(_ value: Int, _ radix: Int, _ digits: Int) -> String {
    let text = String(value, radix: radix)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
