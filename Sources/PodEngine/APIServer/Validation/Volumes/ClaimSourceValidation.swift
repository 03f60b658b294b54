/// Rules for what a claim begins with: a copy of another claim or of something else
/// (`validateDataSource`, `validateDataSourceRef`).
enum ClaimSourceValidation {
  static func sources(_ spec: APIValue, at path: FieldPath) -> [FieldError] {
    let place = path.child("dataSource")
    let (source, reference) = (spec.field("dataSource"), spec.field("dataSourceRef"))
    var errors = source.map { self.reference($0, at: place) } ?? []
    guard let reference else { return errors }
    let referencePath = path.child("dataSourceRef")
    errors += self.reference(reference, at: referencePath)
    let namespace = reference.text("namespace")
    if !namespace.isEmpty {
      errors += named(namespace, at: referencePath.child("namespace"), NameRules.dns1123Label)
    }
    guard let source else { return errors }
    // The value that is shown is the place of the other field.
    func refuse(_ detail: String) {
      errors.append(
        FieldError(.invalid, path.description, value: place.description, detail: detail))
    }
    if !namespace.isEmpty {
      refuse("may not be specified when dataSourceRef.namespace is specified")
    } else if ["apiGroup", "kind", "name"].contains(where: { source[$0] != reference[$0] }) {
      refuse("must match dataSourceRef")
    }
    return errors
  }

  private static func reference(_ object: APIValue, at path: FieldPath) -> [FieldError] {
    var errors = requiredFields(["name", "kind"], of: object, at: path)
    let (group, kind) = (object.text("apiGroup"), object.text("kind"))
    if group.isEmpty, kind != "PersistentVolumeClaim" {
      errors.append(
        .invalid(
          path, .string(kind),
          "must be 'PersistentVolumeClaim' when referencing the default apiGroup"))
    }
    if !group.isEmpty {
      errors += named(group, at: path.child("apiGroup"), NameRules.dns1123Subdomain)
    }
    return errors
  }
}
