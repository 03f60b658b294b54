/// Rules for volumes that a driver of somebody else's mounts: CSI and FlexVolume.
enum DriverVolumeValidation {
  /// `validateCSIVolumeSource`.
  static func csi(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let errors = driverName(source.text("driver"), at: path.child("driver"))
    guard let secret = source.field("nodePublishSecretRef") else { return errors }
    let name = secret.text("name")
    if name.isEmpty {
      return errors + [.required(path.child("nodePublishSecretRef", "name"))]
    }
    // A bad name is reported as if it were the driver's.
    return errors + named(name, at: path.child("name"), NameRules.dns1123Subdomain)
  }

  /// `ValidateCSIDriverName`.
  private static func driverName(_ name: String, at path: FieldPath) -> [FieldError] {
    var errors: [FieldError] = name.isEmpty ? [.required(path)] : []
    if name.utf8.count > 63 { errors.append(.tooLong(path, maxBytes: 63)) }
    return errors
      + NameRules.dns1123Subdomain(name.lowercased()).map { .invalid(path, .string(name), $0) }
  }

  /// `validateFlexVolumeSource`: options may not speak in Kubernetes' name.
  static func flex(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    requiredFields(["driver"], of: source, at: path)
      + source.entries("options").compactMap { key, _ in
        let namespace = "." + key.prefix { $0 != "/" }.lowercased()
        let isReserved = namespace.hasSuffix(".kubernetes.io") || namespace.hasSuffix(".k8s.io")
        return isReserved
          ? .invalid(
            path.child("options").key(key), .string(key),
            "kubernetes.io and k8s.io namespaces are reserved") : nil
      }
  }
}
