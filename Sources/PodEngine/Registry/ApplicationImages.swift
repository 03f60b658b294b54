extension ImageCatalogue {
  /// The applications of the Kubernetes tutorials.
  static let applicationImages: [CatalogueImage] =
    ["gcr.io/google-samples", "gcr.io/google_samples"].flatMap(samples) + [
      helloApp("us-docker.pkg.dev/google-samples/containers/gke/hello-app"),
      ImageCatalogue.serveHostname("gcr.io/google_containers"),
      frontend("docker.io/corelab/gb-frontend"),
      frontend("us-docker.pkg.dev/google-samples/containers/gke/gb-frontend"),
      redis(
        "us-docker.pkg.dev/google-samples/containers/gke/gb-redis-follower", ["v2", "latest"],
        master: "redis-leader"),
      redis("registry.k8s.io/redis", ["e2e", "latest"]),
      redis("k8s.gcr.io/redis", ["e2e", "latest"]),
      CatalogueImage(
        "registry.k8s.io/kubernetes-zookeeper", versions: [["1.0-3.4.10", "latest"]],
        layers: [("base/debian", 48_500_000), ("zookeeper", 88_000_000)],
        content: ImageContent(
          base: .debian, programs: [ImageProgram("/usr/bin/start-zookeeper", "zookeeper")])
      ) {
        $0.cmd = ["start-zookeeper"]
        $0.exposedPorts = [2181, 2888, 3888]
      },
      CatalogueImage(
        "quay.io/fluentd_elasticsearch/fluentd",
        versions: [["v5.0.1"], ["v4.7.2"], ["v4.6.2"], ["v2.5.2", "v2.5.1", "latest"]],
        layers: [("base/debian", 48_500_000), ("fluentd", 41_000_000)],
        content: ImageContent(
          base: .debian, programs: [ImageProgram("/entrypoint.sh", "fluentd")])
      ) { $0.cmd = ["/entrypoint.sh"] },
      CatalogueImage(
        "registry.k8s.io/fluentd-gcp", versions: [["1.30", "latest"]],
        layers: [("base/debian", 48_500_000), ("fluentd", 91_000_000)],
        content: ImageContent(base: .debian, programs: [ImageProgram("/run.sh", "fluentd")])
      ) { $0.cmd = ["/run.sh"] },
      CatalogueImage(
        "gcr.io/kuar-demo/kuard-amd64", versions: [["blue", "1", "latest"], ["green", "2"]],
        layers: [("base/alpine", 3_800_000), ("kuard", 8_400_000)],
        content: ImageContent(base: .alpine, programs: [ImageProgram("/kuard", "kuard")])
      ) {
        $0.cmd = ["/kuard"]
        $0.exposedPorts = [8080]
      },
      CatalogueImage(
        "docker.io/bitnami/kubectl", versions: [["1.33.2", "latest", "1.33"]],
        layers: [("base/debian", 48_500_000), ("kubectl", 54_000_000)],
        content: ImageContent(base: .debian)
      ) {
        $0.user = "1001"
        $0.cmd = ["/bin/sh"]
      },
    ]

  private static func samples(_ host: String) -> [CatalogueImage] {
    [
      frontend("\(host)/gb-frontend"),
      redis("\(host)/gb-redis-follower", ["v2", "latest", "v1"], master: "redis-leader"),
      redis("\(host)/gb-redisslave", ["v3", "v1", "latest"], master: "redis-master"),
      CatalogueImage(
        "\(host)/cassandra", versions: [["v13", "latest"], ["v12"], ["v11"]],
        layers: [("base/debian", 48_500_000), ("cassandra", 99_000_000)],
        content: ImageContent(
          base: .debian, programs: [ImageProgram("/run.sh", "cassandra")])
      ) {
        $0.cmd = ["/run.sh"]
        $0.exposedPorts = [7000, 7199, 9042, 9160]
      },
      CatalogueImage(
        "\(host)/xtrabackup", versions: [["1.0", "latest"]],
        layers: [("base/debian", 48_500_000), ("xtrabackup", 38_000_000)],
        content: ImageContent(base: .debian)
      ) { $0.cmd = ["bash"] },
    ]
  }

  private static func helloApp(_ repository: String) -> CatalogueImage {
    CatalogueImage(
      repository, versions: [["2.0", "latest"], ["1.0"]],
      layers: [("base/distroless", 800_000), ("hello-app", 10_700_000)],
      content: ImageContent(
        base: .scratch, programs: [ImageProgram("/hello-app", "hello-app")],
        files: [ImageFile("/VERSION", "{version}\n")])
    ) {
      $0.entrypoint = ["/hello-app"]
      $0.exposedPorts = [8080]
      $0.user = "65532"
    }
  }

  private static func frontend(_ repository: String) -> CatalogueImage {
    CatalogueImage(
      repository, versions: [["v5", "latest"], ["v4"], ["v3"]],
      layers: [("base/debian", 48_500_000), ("php-apache", 120_000_000), ("guestbook", 400_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/apache2-foreground", "guestbook")])
    ) {
      $0.cmd = ["apache2-foreground"]
      $0.exposedPorts = [80]
    }
  }

  /// With a master it is a replica of the server with that name.
  private static func redis(
    _ repository: String, _ tags: [String], master: String? = nil
  ) -> CatalogueImage {
    CatalogueImage(
      repository, versions: [tags],
      layers: [("base/debian-slim", 28_200_000), ("redis", 21_900_000)],
      content: ImageContent(
        base: .debian,
        programs: [
          ImageProgram("/usr/local/bin/redis-server", "redis-server"),
          ImageProgram("/usr/local/bin/redis-cli", "redis-cli"),
        ])
    ) {
      $0.cmd = ["redis-server"] + (master.map { ["--replicaof", $0, "6379"] } ?? [])
      $0.exposedPorts = [6379]
    }
  }
}
