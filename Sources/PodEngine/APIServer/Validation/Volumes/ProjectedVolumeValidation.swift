/// Rules for volumes that show several sources in one folder (`validateProjectionSources`).
enum ProjectedVolumeValidation {
  private static let kinds = [
    "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle",
  ]

  static func projected(
    _ volume: APIValue, at path: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors = FileVolumeValidation.mode(volume, "defaultMode", at: path)
    var files: [String] = []
    for (index, source) in volume.list("sources").enumerated() {
      let place = path.child("sources").index(index)
      let present = kinds.filter { source.field($0) != nil }
      for kind in present {
        let own = source[kind] ?? .null
        errors += projection(kind, own, at: place.child(kind), volume: path, options)
        errors += conflicts(kind, own, &files, at: path)
      }
      if present.count > 1 {
        errors.append(.forbidden(place, "may not specify more than 1 volume type per source"))
      }
    }
    return errors
  }

  /// Two sources cannot give the same file; the first that Kubernetes calls is the volume.
  private static func conflicts(
    _ kind: String, _ source: APIValue, _ files: inout [String], at path: FieldPath
  ) -> [FieldError] {
    let isBundle = kind == "clusterTrustBundle"
    let own =
      isBundle
      ? [source.text("path")]
      : source.list("items").map { $0.text("path") }.filter { !$0.isEmpty }
    var errors: [FieldError] = []
    for file in own {
      if files.contains(file) {
        let culprit = isBundle || kind == "downwardAPI" ? file : source.text("name")
        errors.append(.invalid(path, .string(culprit), "conflicting duplicate paths"))
      } else {
        files.append(file)
      }
    }
    return errors
  }

  private static func projection(
    _ kind: String, _ source: APIValue, at path: FieldPath, volume: FieldPath,
    _ options: ValidationOptions
  ) -> [FieldError] {
    switch kind {
    case "downwardAPI": return FileVolumeValidation.downward(source, at: path)
    case "serviceAccountToken": return token(source, at: path, volume: volume, options)
    case "clusterTrustBundle": return TrustBundleValidation.projection(source, at: path)
    default:
      return requiredFields(["name"], of: source, at: path)
        + FileVolumeValidation.items(source, at: path.child("items"))
    }
  }

  private static func token(
    _ source: APIValue, at path: FieldPath, volume: FieldPath, _ options: ValidationOptions
  ) -> [FieldError] {
    var errors: [FieldError] = []
    let seconds = source.field("expirationSeconds")?.intValue ?? 3600
    let place = path.child("expirationSeconds")
    if seconds < 600 {
      errors.append(
        .invalid(
          place, .integer(seconds), "may not specify a duration less than 10 minutes"))
    }
    if seconds > 1 << 32 {
      errors.append(
        .invalid(
          place, .integer(seconds), "may not specify a duration larger than 2^32 seconds"))
    }
    let name = source.text("path")
    if options.keeps.tokenPaths, !name.isEmpty { return errors }
    return errors + FileVolumeValidation.file(source, at: volume)
  }
}
