/// The images that exist in the simulated world.
///
/// Sizes are rounded from the real ones; digests are made up, and the same on every machine.
package enum ImageCatalogue {
  package static let images: [CatalogueImage] =
    toolImages + languageImages + nginxImages + serverImages + databaseImages + kubernetesImages
    + exampleImages + applicationImages

  /// Registries that exist, whether or not the catalogue has an image there.
  package static let knownHosts = [
    "docker.io", "gcr.io", "ghcr.io", "k8s.gcr.io", "mcr.microsoft.com", "public.ecr.aws",
    "quay.io", "registry.k8s.io", "us-docker.pkg.dev",
  ]

  static let defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  /// A digest that depends on nothing but the name.
  package static func digest(of name: String) -> String {
    var source = RandomSource(seed: 0x1a6e, name: name)
    return "sha256:" + source.nextHex(length: 64)
  }

  /// busybox up to 1.28, with its older nslookup.
  static let oldBusybox = ImageContent(
    base: .busybox, programs: [ImageProgram("/bin/nslookup", "nslookup-old")])

  /// Images that one uses for their shell.
  private static let toolImages = [
    CatalogueImage(
      "docker.io/library/busybox",
      versions: [
        ["1.37.0", "latest", "1.37", "stable", "musl", "glibc"], ["1.36.1", "1.36"],
        ["1.35.0", "1.35"], ["1.34.1", "1.34"], ["1.33.1", "1.33"], ["1.32.1", "1.32"],
        ["1.31.1", "1.31"], ["1.30.1", "1.30"], ["1.29.3", "1.29"],
      ],
      layers: [("base/busybox", 2_210_000)], content: ImageContent(base: .busybox)
    ) { $0.cmd = ["sh"] },
    CatalogueImage(
      "docker.io/library/busybox",
      versions: [
        ["1.28.4", "1.28"], ["1.27.2", "1.27"], ["1.26.2", "1.26"], ["1.25.1", "1.25"],
        ["1.24.2", "1.24"],
      ],
      layers: [("base/busybox", 2_210_000)], content: oldBusybox
    ) { $0.cmd = ["sh"] },
    CatalogueImage(
      "docker.io/library/alpine",
      versions: [["3.22.1", "latest", "3.22", "3"], ["3.21.4", "3.21"], ["3.20.7", "3.20"]],
      layers: [("base/alpine", 3_800_000)], content: ImageContent(base: .alpine)
    ) { $0.cmd = ["/bin/sh"] },
    CatalogueImage(
      "docker.io/library/debian",
      versions: [["12.11", "latest", "12", "bookworm", "bookworm-slim", "stable"]],
      layers: [("base/debian", 48_500_000)], content: ImageContent(base: .debian)
    ) { $0.cmd = ["bash"] },
    CatalogueImage(
      "docker.io/library/ubuntu",
      versions: [["24.04", "latest", "noble"], ["22.04", "jammy"]],
      layers: [("rootfs", 29_700_000)], content: ImageContent(base: .debian)
    ) { $0.cmd = ["/bin/bash"] },
    CatalogueImage(
      "docker.io/library/bash", versions: [["5.2.37", "latest", "5", "5.2"]],
      layers: [("base/alpine", 3_800_000), ("bash", 3_000_000)],
      content: ImageContent(
        base: .alpine,
        programs: [
          ImageProgram("/usr/local/bin/bash", "bash"),
          ImageProgram("/usr/local/bin/docker-entrypoint.sh", "bash-entrypoint"),
        ])
    ) {
      $0.entrypoint = ["docker-entrypoint.sh"]
      $0.cmd = ["bash"]
    },
    CatalogueImage(
      "docker.io/library/hello-world", versions: [["latest", "linux"]],
      layers: [("hello", 2_400)],
      content: ImageContent(base: .scratch, programs: [ImageProgram("/hello", "hello-world")])
    ) { $0.cmd = ["/hello"] },
  ]

  /// Servers that people run.
  private static let serverImages = [
    CatalogueImage(
      "docker.io/library/httpd",
      versions: [
        ["2.4.65", "latest", "2.4", "2"], ["2.4.65-alpine", "alpine", "2.4-alpine", "2-alpine"],
      ],
      layers: [("base/debian-slim", 28_200_000), ("httpd", 30_300_000)],
      content: ImageContent(
        base: .debian,
        programs: [
          ImageProgram("/usr/local/bin/httpd-foreground", "apache"),
          ImageProgram("/usr/local/apache2/bin/httpd", "apache"),
        ],
        files: [
          ImageFile(
            "/usr/local/apache2/htdocs/index.html",
            "<html><body><h1>It works!</h1></body></html>\n")
        ])
    ) {
      $0.cmd = ["httpd-foreground"]
      $0.exposedPorts = [80]
      $0.stopSignal = .winch
      $0.workingDirectory = "/usr/local/apache2"
    },
    CatalogueImage(
      "docker.io/library/redis",
      versions: [
        ["8.0.3", "latest", "8", "8.0"], ["8.0.2"], ["7.4.5", "7", "7.4"], ["6.2.18", "6", "6.2"],
        ["6.0.5"],
        ["5.0.14", "5", "5.0"], ["5.0.4"],
      ],
      layers: [("base/debian-slim", 28_200_000), ("redis", 21_900_000)],
      content: ImageContent(
        base: .debian,
        programs: [
          ImageProgram("/usr/local/bin/docker-entrypoint.sh", "redis-entrypoint"),
          ImageProgram("/usr/local/bin/redis-server", "redis-server"),
          ImageProgram("/usr/local/bin/redis-cli", "redis-cli"),
        ], accounts: [ImageAccount("redis", 999, home: "/home/redis", shell: "/bin/sh")])
    ) {
      $0.entrypoint = ["docker-entrypoint.sh"]
      $0.cmd = ["redis-server"]
      $0.exposedPorts = [6379]
      $0.workingDirectory = "/data"
    },
  ]
}
