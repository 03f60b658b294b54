extension ImageCatalogue {
  /// Images of the Kubernetes project: registry.k8s.io, and its older name k8s.gcr.io.
  static let kubernetesImages: [CatalogueImage] =
    ["registry.k8s.io", "k8s.gcr.io"].flatMap { host in
      [
        pause(host), busybox(host), liveness(host), etcd(host), goproxy(host),
        echoServer(host), dnsUtilities(host), hpaExample(host),
        testBusybox(host), testNginx(host), testWebserver(host), serveHostname(host),
        eventExporter(host), nginx(host),
      ] + nginxSlim(host) + agnhost(host)
    }

  private static func pause(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/pause",
      versions: [["3.10", "latest"]]
        + ["3.9", "3.8", "3.7", "3.6", "3.5", "3.4.1", "3.3", "3.2", "3.1", "3.0", "2.0"].map {
          [$0]
        },
      layers: [("pause", 318_000)],
      content: ImageContent(base: .scratch, programs: [ImageProgram("/pause", "pause")])
    ) {
      $0.entrypoint = ["/pause"]
      $0.user = "65535"
    }
  }

  /// Answers with its host name on 9376: the Service pages of the documentation debug it.
  static func serveHostname(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/serve_hostname", versions: [["v1.4", "latest"], ["1.4"], ["e2e"], ["test"]],
      layers: [("serve_hostname", 2_300_000)],
      content: ImageContent(
        base: .scratch, programs: [ImageProgram("/serve_hostname", "serve-hostname")])
    ) {
      $0.entrypoint = ["/serve_hostname"]
      $0.exposedPorts = [9376]
    }
  }

  private static func eventExporter(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/event-exporter",
      versions: [["v0.3.4", "latest"], ["v0.3.1"], ["v0.2.3"], ["v0.1.9"], ["v0.1.8"]],
      layers: [("base/debian-slim", 28_200_000), ("event-exporter", 12_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/event-exporter", "event-exporter")])
    ) { $0.cmd = ["/event-exporter"] }
  }

  private static func nginx(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/nginx", versions: [["1.27.5", "latest"], ["1.8.1", "1.8"], ["1.7.9", "1.7"]],
      layers: [("base/debian-slim", 28_200_000), ("nginx", 43_900_000)],
      content: nginxContent(base: .debian, isQuiet: true), configure: configureNginx)
  }

  private static func busybox(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/busybox", versions: [["1.27.2", "1.27"], ["1.24", "latest"]],
      layers: [("rootfs", 700_000)], content: oldBusybox
    ) { $0.cmd = ["sh"] }
  }

  private static func testBusybox(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/e2e-test-images/busybox",
      versions: [["1.36.1-1", "latest"], ["1.29-4"], ["1.29-2"], ["1.29"]],
      layers: [("rootfs", 2_200_000)], content: ImageContent(base: .busybox)
    ) { $0.cmd = ["sh"] }
  }

  private static func testNginx(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/e2e-test-images/nginx",
      versions: [["1.15-4", "latest"], ["1.14-4", "1.14-2", "1.14-1"]],
      layers: [("base/alpine", 3_800_000), ("nginx", 18_300_000)],
      content: nginxContent(base: .alpine, isQuiet: true), configure: configureNginx)
  }

  private static func testWebserver(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/test-webserver", versions: [["e2e", "latest"]],
      layers: [("test-webserver", 2_100_000)],
      content: ImageContent(
        base: .scratch, programs: [ImageProgram("/test-webserver", "goproxy-80")])
    ) {
      $0.entrypoint = ["/test-webserver"]
      $0.exposedPorts = [80]
    }
  }

  /// From 2.45 on it has a user with a group of its own, to show what `supplementalGroupsPolicy`
  /// does.
  private static func agnhost(_ host: String) -> [CatalogueImage] {
    let member = ImageAccount(
      "user-defined-in-image", 1000, home: "/home/user-defined-in-image", shell: "/bin/sh",
      group: "group-defined-in-image", groupID: 50_000, isMainGroup: false)
    let versions = [
      ([["2.53", "latest"], ["2.52"], ["2.47"], ["2.45"]], [member]),
      ([["2.40"], ["2.39"], ["2.33"], ["2.32"], ["2.21"], ["2.10"], ["2.9"], ["2.8"]], []),
    ]
    return versions.map { tags, accounts in
      CatalogueImage(
        "\(host)/e2e-test-images/agnhost", versions: tags,
        layers: [("base/alpine", 3_800_000), ("agnhost", 46_500_000)],
        content: ImageContent(
          base: .alpine,
          programs: [ImageProgram("/agnhost", "agnhost"), ImageProgram("/usr/bin/curl", "curl")]
            + ["bash", "dig", "host", "ss"].map { ImageProgram("/usr/bin/\($0)", $0) }
            + [ImageProgram("/usr/bin/nslookup", "nslookup-bind")],
          accounts: accounts)
      ) {
        $0.entrypoint = ["/agnhost"]
        $0.cmd = ["pause"]
      }
    }
  }

  /// The image of the documentation's older probe pages: `/server` answers well for ten seconds.
  private static func liveness(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/liveness", versions: [["latest"]], layers: [("server", 2_400_000)],
      content: ImageContent(
        base: .busybox, programs: [ImageProgram("/server", "agnhost-liveness")])
    ) {
      $0.entrypoint = ["/server"]
      $0.exposedPorts = [8080]
    }
  }

  private static func etcd(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/etcd", versions: [["3.5.21-0", "latest"], ["3.5.1-0"]],
      layers: [("base/distroless", 800_000), ("etcd", 57_000_000)],
      content: ImageContent(
        base: .scratch, programs: [ImageProgram("/usr/local/bin/etcd", "etcd")])
    ) {
      $0.cmd = ["etcd"]
      $0.exposedPorts = [2379, 2380]
    }
  }

  private static func echoServer(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/echoserver", versions: [["1.10", "latest"], ["1.4"], ["1.5"], ["1.8"]],
      layers: [("base/debian", 48_500_000), ("echoserver", 3_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/run.sh", "echoserver")])
    ) {
      $0.cmd = ["/usr/local/bin/run.sh"]
      $0.exposedPorts = [8080]
    }
  }

  /// Its tags count the versions of nginx: 0.24 has nginx 1.24.
  private static func nginxSlim(_ host: String) -> [CatalogueImage] {
    let versions = [
      (["0.27", "latest"], "1.27.0"), (["0.26"], "1.26.1"), (["0.24"], "1.24.0"),
      (["0.21"], "1.21.6"), (["0.8"], "1.11.1"), (["0.7"], "1.9.11"),
    ]
    return versions.map { tags, version in
      CatalogueImage(
        "\(host)/nginx-slim", versions: [tags],
        layers: [("base/debian-slim", 28_200_000), ("nginx", 15_000_000)],
        content: nginxContent(
          base: .debian, version: version, isQuiet: version < "1.2"), configure: configureNginx)
    }
  }

  private static func dnsUtilities(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/e2e-test-images/jessie-dnsutils", versions: [["1.7", "latest"], ["1.3"]],
      layers: [("base/debian", 48_500_000), ("dnsutils", 60_000_000)],
      content: ImageContent(
        base: .debian,
        programs: ["dig", "host", "ping", "curl", "nc", "ps", "wget", "ip"].map {
          ImageProgram("/usr/bin/\($0)", $0)
        } + [ImageProgram("/usr/bin/nslookup", "nslookup-bind")])
    ) { $0.cmd = ["/bin/sh", "-c", "sleep infinity"] }
  }

  private static func hpaExample(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/hpa-example", versions: [["latest"]],
      layers: [("base/debian", 48_500_000), ("php-apache", 120_000_000)],
      content: ImageContent(
        base: .debian,
        programs: [ImageProgram("/usr/local/bin/apache2-foreground", "hpa-example")],
        files: [ImageFile("/var/www/html/index.php", loadingPage)])
    ) {
      $0.cmd = ["apache2-foreground"]
      $0.exposedPorts = [80]
    }
  }

  /// Takes the root a million times, to keep a processor busy.
  private static let loadingPage = """
    <?php
      $x = 0.0001;
      for ($i = 0; $i <= 1000000; $i++) {
        $x += sqrt($x);
      }
      echo "OK!";
    ?>

    """

  private static func goproxy(_ host: String) -> CatalogueImage {
    CatalogueImage(
      "\(host)/goproxy", versions: [["0.1", "latest"]], layers: [("goproxy", 2_100_000)],
      content: ImageContent(base: .scratch, programs: [ImageProgram("/goproxy", "goproxy")])
    ) {
      $0.entrypoint = ["/goproxy"]
      $0.exposedPorts = [8080]
    }
  }
}
