/// What validation depends on besides the object.
package struct ValidationOptions: Hashable, Sendable {
  /// Whether the cluster lets containers be privileged, as kubeadm's does.
  package var allowPrivileged = true
  /// How long a preStop sleep may be; nil where the Pod does not say, which is an error by itself.
  package var gracePeriodSeconds: Int? = 30
  /// The Pod's restart policy.
  package var restartPolicy = "Always"
  /// Whether the containers' users are users of the host, as they are unless the Pod says otherwise.
  package var hostUsers = true
  /// The name of the Pod, after which the claims of its ephemeral volumes are called; empty for
  /// templates, whose Pods have no name yet.
  package var podName = ""
  /// The names under which the Pod's resource claims are known to its containers.
  package var claimNames: [String] = []
  /// Whether it is a Pod and not a template, whose Pods get further defaults later.
  package var isPod = false
  /// What may stay wrong because it was wrong before.
  package var keeps = KeptFaults()

  /// How volumes may get the labels of SELinux.
  package var seLinuxPolicies = ["MountOption", "Recursive"]

  package init() {}

  /// As the API server of 1.33 looks at objects: the gate SELinuxMount is off there
  /// (`useOnlyRecursiveSELinuxChangePolicy`).
  static let server: Self = {
    var options = Self()
    options.seLinuxPolicies = ["Recursive"]
    return options
  }()
}

/// The rule of an enumerated field: Required when empty, Unsupported when unknown.
func word(
  _ text: String, of supported: [String], at path: FieldPath, isRequired: Bool = true
) -> [FieldError] {
  if text.isEmpty, isRequired { return [.required(path)] }
  return supported.contains(text) ? [] : [.notSupported(path, text, supported)]
}

/// The rule of fields that must be there and not empty.
func requiredFields(
  _ keys: [String], of object: APIValue, at path: FieldPath
) -> [FieldError] {
  keys.filter { key in
    guard let value = object.field(key) else { return true }
    return value == "" || value.arrayValue?.isEmpty == true
  }.map { .required(path.child($0)) }
}

/// The rule of a number that must not be negative; a missing number is 0.
func nonNegative(_ object: APIValue, _ key: String, at path: FieldPath) -> [FieldError] {
  let number = object.number(key)
  return number < 0
    ? [.invalid(path.child(key), .integer(number), "must be greater than or equal to 0")] : []
}

/// The rule of a number inside a range; nothing where the field is not set.
func inRange(
  _ object: APIValue, _ key: String, _ range: ClosedRange<Int>, at path: FieldPath
) -> [FieldError] {
  guard let number = object.field(key)?.intValue, !range.contains(number) else { return [] }
  return [.invalid(path.child(key), .integer(number), rangeProblem(range))]
}

func rangeProblem(_ range: ClosedRange<Int>) -> String {
  "must be between \(range.lowerBound) and \(range.upperBound), inclusive"
}

/// The rules of a name as errors of its field.
func named(
  _ text: String, at path: FieldPath, _ rule: (String) -> [String]
) -> [FieldError] {
  rule(text).map { .invalid(path, .string(text), $0) }
}
