internal import OrderedCollections

@testable internal import PodEngine

/// Objects for the tests of the rules.
enum Sample {
  /// A Pod with one container that has what defaulting would have given it, changed by a merge
  /// patch.
  static func pod(_ changes: APIValue = .emptyObject) -> APIValue {
    let base: APIValue = [
      "metadata": ["name": "web", "namespace": "default"],
      "spec": [
        "containers": [container()], "restartPolicy": "Always", "dnsPolicy": "ClusterFirst",
        "terminationGracePeriodSeconds": 30,
      ],
    ]
    return Patch.merge(changes, into: base)
  }

  static func container(_ changes: APIValue = .emptyObject) -> APIValue {
    let base: APIValue = [
      "name": "app", "image": "nginx:1.27", "imagePullPolicy": "IfNotPresent",
      "terminationMessagePolicy": "File",
    ]
    return Patch.merge(changes, into: base)
  }

  static func pod(spec: APIValue) -> APIValue { pod(["spec": spec]) }

  static func pod(container changes: APIValue) -> APIValue {
    pod(["spec": ["containers": [container(changes)]]])
  }

  /// A controller's object with a template whose label is `app: web`.
  static func workload(_ resource: Resource, _ spec: APIValue = .emptyObject) -> APIValue {
    var object: APIValue = [
      "metadata": ["name": "web", "namespace": "default"],
      "spec": Patch.merge(
        spec,
        into: [
          "selector": ["matchLabels": ["app": "web"]],
          "template": [
            "metadata": ["labels": ["app": "web"]],
            "spec": ["containers": [["name": "app", "image": "nginx:1.27"]]],
          ],
        ]),
    ]
    Defaulting.apply(to: &object, resource: resource)
    return object
  }
}
