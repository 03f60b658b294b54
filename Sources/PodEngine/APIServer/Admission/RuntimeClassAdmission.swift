/// Wants the RuntimeClass of a Pod to be there (`plugin/pkg/admission/runtimeclass`). podlab has none.
enum RuntimeClassAdmission {
  static func admit(_ pod: APIValue) throws(APIError) {
    guard let name = pod["spec"]?.text("runtimeClassName"), !name.isEmpty else { return }
    throw Admission.forbidden(
      pod, "pod rejected: RuntimeClass \(GoSyntax.quoted(name)) not found")
  }
}
