/// Rules for volumes that the node itself provides.
enum NodeVolumeValidation {
  static func emptyDir(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    guard let limit = source.field("sizeLimit"), Quantity(wire: limit).isNegative else { return [] }
    return [
      .forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity")
    ]
  }

  private static let hostPathTypes = [
    "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate",
    "Socket",
  ]

  /// `validateHostPathVolumeSource`.
  static func hostPath(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    let folder = source.text("path")
    if folder.isEmpty { return [.required(path.child("path"))] }
    return MountValidation.withoutBacksteps(folder, at: path.child("path"))
      + word(source.text("type"), of: hostPathTypes, at: path.child("type"), isRequired: false)
  }

  /// `validateGitRepoVolumeSource`.
  static func gitRepo(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    requiredFields(["repository"], of: source, at: path)
      + MountValidation.descending(source.text("directory"), at: path.child("directory"))
  }

  /// `validateImageVolumeSource`. The pull policy is defaulted, so it is there.
  static func image(_ source: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = requiredFields(["reference"], of: source, at: path)
    if let policy = source.field("pullPolicy")?.stringValue {
      errors += word(
        policy, of: ContainerValidation.pullPolicies, at: path.child("pullPolicy"))
    }
    return errors
  }
}
