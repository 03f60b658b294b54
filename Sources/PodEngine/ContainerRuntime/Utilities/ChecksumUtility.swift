/// `md5sum`, `sha1sum`, `sha256sum` and `base64`.
enum ChecksumUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let (letters, operands) = call.options()
    if letters.contains("c") { return check(operands, &call) }
    var status = 0
    for file in operands.isEmpty ? ["-"] : operands {
      guard let sum = sum(file, &call) else {
        status = 1
        continue
      }
      call.print("\(sum)  \(file)")
    }
    return status
  }

  private static func check(_ lists: [String], _ call: inout UtilityCall) -> Int {
    var status = 0
    for list in lists {
      for line in call.lines(of: list) ?? [] {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let file = String(parts[1].drop { $0 == " " || $0 == "*" })
        let isRight = sum(file, &call) == String(parts[0])
        call.print("\(file): \(isRight ? "OK" : "FAILED")")
        if !isRight { status = 1 }
      }
    }
    return status
  }

  private static func sum(_ file: String, _ call: inout UtilityCall) -> String? {
    guard let text = call.contents(of: file) else { return nil }
    guard let bytes = text.array(limit: RuntimeLimits.storedBytesPerFile) else {
      call.complain(
        "\(file): more than \(RuntimeLimits.storedBytesPerFile) bytes (podlab's limit)")
      return nil
    }
    switch call.name {
    case "md5sum": return Digest.md5(bytes)
    case "sha1sum": return Digest.sha1(bytes)
    default: return Digest.sha256(bytes)
    }
  }

  static func runBase64(_ call: inout UtilityCall) -> Int {
    var decodes = false
    var width = 76
    var files: [String] = []
    var words = call.arguments[...]
    while let word = words.popFirst() {
      switch word {
      case "-d", "--decode", "-D": decodes = true
      case "-w": width = words.popFirst().flatMap { Int($0) } ?? 76
      case _ where word.hasPrefix("-w"): width = Int(word.dropFirst(2)) ?? 76
      default: files.append(word)
      }
    }
    guard let text = call.contents(of: files.first ?? "-"),
      let bytes = text.array(limit: RuntimeLimits.storedBytesPerFile)
    else { return 1 }
    if decodes {
      guard let plain = Base64.decode(String(decoding: bytes, as: UTF8.self)) else {
        return call.complain(call.isBusybox ? "truncated input" : "invalid input")
      }
      call.output = Bytes(plain)
      return 0
    }
    let encoded = Base64.encode(bytes)
    guard width > 0 else {
      call.output = Bytes(encoded)
      return 0
    }
    var rest = encoded[...]
    while !rest.isEmpty {
      call.print(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return 0
  }
}
