/// Gives a Pod its service account and the token of it (`plugin/pkg/admission/serviceaccount`).
package enum ServiceAccountAdmission {
  private static let mountPath = "/var/run/secrets/kubernetes.io/serviceaccount"
  /// An hour and seven seconds: the odd number shows that nobody chose it.
  private static let expirationSeconds = 3607

  package static func admit(_ pod: inout APIValue, suffix: String) {
    if pod[path: "metadata", "annotations", PodValidation.mirrorAnnotation] != nil { return }
    pod.update("spec") { spec in
      spec.setDefaultText("serviceAccountName", "default")
      spec["serviceAccount"] = spec["serviceAccountName"]
      if spec.field("automountServiceAccountToken")?.boolValue != false {
        mountToken(&spec, suffix: suffix)
      }
    }
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
