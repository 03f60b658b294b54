/// Rules for disks at the end of a storage network: iSCSI and Fibre Channel.
enum FabricVolumeValidation {
  private static let units = 0...255

  /// `validateISCSIVolumeSource`. `path` is the volume's: its name counts as well.
  static func iscsi(_ volume: APIValue, at path: FieldPath) -> [FieldError] {
    let source = volume["iscsi"] ?? .null
    let place = path.child("iscsi")
    var errors = requiredFields(["targetPortal", "iqn"], of: source, at: place)
    let target = source.text("iqn")
    if !target.isEmpty { errors += qualifiedName(target, at: place.child("iqn")) }
    errors += inRange(source, "lun", units, at: place)
    if source.flag("chapAuthDiscovery") || source.flag("chapAuthSession"),
      source.field("secretRef") == nil
    {
      errors.append(.required(place.child("secretRef")))
    }
    guard let initiator = source.field("initiatorName")?.stringValue else { return errors }
    // The field is called `initiatorName`, the errors call it otherwise.
    errors += qualifiedName(initiator, at: place.child("initiatorname"))
    let name = volume.text("name")
    if "\(name):\(source.text("targetPortal"))".utf8.count > 64 {
      errors.append(
        .invalid(
          path.child("name"), .string(name),
          "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if "
            + "iscsi.initiatorName is specified."))
    }
    return errors
  }

  /// The three forms of the name of a partner: `iqn.2001-04.com.example:disk`, `eui.` with 16 and
  /// `naa.` with 32 digits.
  private static func qualifiedName(_ name: String, at path: FieldPath) -> [FieldError] {
    let isGood: Bool
    switch name.prefix(3) {
    case "iqn": isGood = isDated(name)
    case "eui": isGood = isNumber(name, digits: 16)
    case "naa": isGood = isNumber(name, digits: 32)
    default:
      return [
        .invalid(path, .string(name), "must be valid format starting with iqn, eui, or naa")
      ]
    }
    return isGood ? [] : [.invalid(path, .string(name), "must be valid format")]
  }

  /// Kubernetes' pattern is not tied to the beginning, so that the form may stand anywhere.
  private static func isDated(_ name: String) -> Bool {
    name.ranges(of: "iqn.").contains { isDate(name[$0.upperBound...]) }
  }

  /// `2001-04.com.example:storage.disk`.
  private static func isDate(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 8 else { return false }
    let isDate =
      bytes[..<4].allSatisfy(isDigit) && bytes[4] == UInt8(ascii: "-")
      && bytes[5...6].allSatisfy(isDigit) && bytes[7] == UInt8(ascii: ".")
    guard isDate, let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 8 else {
      return false
    }
    let (authority, rest) = (bytes[8..<colon], bytes[(colon + 1)...])
    return authority.allSatisfy { isAlphanumeric($0) || "-.".utf8.contains($0) } && !rest.isEmpty
      && !rest.contains { ",;*&$| \t\n\r\u{0C}".utf8.contains($0) }
  }

  /// Three letters, any sign, and as many letters or digits as are asked for.
  private static func isNumber(_ name: String, digits: Int) -> Bool {
    let rest = name.unicodeScalars.dropFirst(4)
    return rest.count == digits
      && rest.allSatisfy { $0.isASCII && isAlphanumeric(UInt8($0.value)) }
  }

  /// `validateFCVolumeSource`.
  static func fibreChannel(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let place = path.child("targetWWNs")
    let targets = source.list("targetWWNs")
    let identifiers = source.list("wwids")
    var errors: [FieldError] = []
    if targets.isEmpty, identifiers.isEmpty {
      errors.append(
        .required(place, "must specify either targetWWNs or wwids, but not both"))
    }
    if targets.isEmpty { return errors }
    if !identifiers.isEmpty {
      errors.append(
        .invalid(
          place, .array(targets), "targetWWNs and wwids can not be specified simultaneously"))
    }
    if source.field("lun") == nil {
      errors.append(
        .required(path.child("lun"), "lun is required if targetWWNs is specified"))
    }
    return errors + inRange(source, "lun", units, at: path)
  }
}
