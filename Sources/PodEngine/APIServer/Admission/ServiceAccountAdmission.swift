/// Gives a Pod its service account and the token of it (`plugin/pkg/admission/serviceaccount`).
package enum ServiceAccountAdmission {
  private static let mountPath = "/var/run/secrets/kubernetes.io/serviceaccount"
  /// An hour and seven seconds: the odd number shows that nobody chose it.
  private static let expirationSeconds = 3607

  /// `accounts` finds a ServiceAccount of the namespace.
  package static func admit(
    _ pod: inout APIValue, suffix: String, _ accounts: (String) -> APIValue?
  ) throws(APIError) {
    if pod[path: "metadata", "annotations", PodValidation.mirrorAnnotation] != nil { return }
    pod.update("spec") { spec in
      spec.setDefaultText("serviceAccountName", "default")
      spec["serviceAccount"] = spec["serviceAccountName"]
    }
    let account = try account(of: pod, accounts)
    pod.update("spec") { spec in
      // The Pod's word counts before the account's (`shouldAutomount`).
      let wish = spec.field("automountServiceAccountToken")
      let own = account.field("automountServiceAccountToken")
      if (wish ?? own)?.boolValue != false { mountToken(&spec, suffix: suffix) }
      if spec.list("imagePullSecrets").isEmpty, !account.list("imagePullSecrets").isEmpty {
        spec["imagePullSecrets"] = account["imagePullSecrets"]
      }
    }
  }

  /// The plugin waits for `default`, which a controller makes: it is never missing.
  private static func account(
    of pod: APIValue, _ accounts: (String) -> APIValue?
  ) throws(APIError) -> APIValue {
    let name = pod["spec"]?.text("serviceAccountName") ?? ""
    if let account = accounts(name) { return account }
    if name == "default" { return .emptyObject }
    let namespace = pod["metadata"]?.text("namespace") ?? ""
    throw Admission.forbidden(
      pod,
      "error looking up service account \(namespace)/\(name): serviceaccount "
        + "\(GoSyntax.quoted(name)) not found")
  }

  private static func mountToken(_ spec: inout APIValue, suffix: String) {
    let existing = spec.list("volumes").map { $0.text("name") }
      .first { $0.hasPrefix("kube-api-access-") }
    let name = existing ?? "kube-api-access-\(suffix)"
    var isNeeded = false
    for key in ["initContainers", "containers"] {
      spec.updateEach(key) { container in
        var mounts = container.list("volumeMounts")
        if mounts.contains(where: { $0.text("mountPath") == mountPath }) { return }
        isNeeded = true
        mounts.append([
          "name": .string(name), "readOnly": true, "mountPath": .string(mountPath),
        ])
        container["volumeMounts"] = .array(mounts)
      }
    }
    if isNeeded, existing == nil {
      spec["volumes"] = .array(spec.list("volumes") + [volume(name)])
    }
  }

  private static func volume(_ name: String) -> APIValue {
    [
      "name": .string(name),
      "projected": [
        "defaultMode": 420,
        "sources": [
          [
            "serviceAccountToken": [
              "expirationSeconds": .integer(expirationSeconds), "path": "token",
            ]
          ],
          [
            "configMap": [
              "items": [["key": "ca.crt", "path": "ca.crt"]], "name": "kube-root-ca.crt",
            ]
          ],
          [
            "downwardAPI": [
              "items": [
                [
                  "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"],
                  "path": "namespace",
                ]
              ]
            ]
          ],
        ],
      ],
    ]
  }
}
