/// The world at 0 s: namespaces, the Service `kubernetes`, and the nodes.
extension Cluster {
  static let namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"]

  mutating func bootstrap(nodeCount: Int) {
    for name in Self.namespaces {
      establish(["metadata": ["name": .string(name)]], .namespaces, namespace: "")
    }
    establish(
      [
        "metadata": [
          "name": "kubernetes", "labels": ["component": "apiserver", "provider": "kubernetes"],
        ],
        "spec": [
          "clusterIP": "10.96.0.1", "clusterIPs": ["10.96.0.1"],
          "ports": [["name": "https", "port": 443, "protocol": "TCP", "targetPort": 6443]],
        ],
      ], .services, namespace: "default")
    establishPriorityClasses()
    for number in stride(from: 1, through: nodeCount, by: 1) {
      addNode(Self.nodeManifest(name: "node-\(number)"))
    }
  }

  /// Makes an object that the cluster starts with. None of them can be refused: a test lists them.
  private mutating func establish(_ object: APIValue, _ resource: Resource, namespace: String) {
    _ = try? perform(
      .create(object, resource, namespace: namespace), by: .apiServer, cause: nil)
  }

  /// The API server's own priority classes. Their identities come from a stream of their own, so
  /// that those of everything else do not depend on how many there are.
  private mutating func establishPriorityClasses() {
    let identities = apiServer.identities
    apiServer.identities = RandomSource(seed: seed, name: "priority classes")
    for priorityClass in PriorityClass.ofEveryCluster {
      establish(
        [
          "metadata": ["name": .string(priorityClass.metadata.name)],
          "value": .integer(priorityClass.value), "globalDefault": false,
          "description": .string(priorityClass.description),
        ], .priorityClasses, namespace: "")
    }
    apiServer.identities = identities
  }

  private mutating func addNode(_ manifest: APIValue) {
    establish(manifest, .nodes, namespace: "")
  }

  /// The smallest manifest of a node; the node's kubelet fills in the rest when it registers.
  package static func nodeManifest(name: String) -> APIValue {
    ["metadata": ["name": .string(name)]]
  }
}
