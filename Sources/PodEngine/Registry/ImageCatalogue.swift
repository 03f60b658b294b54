/// The images that exist in the simulated world.
///
/// Sizes are rounded from the real ones; digests are made up, and the same on every machine.
package enum ImageCatalogue {
  package static let images: [CatalogueImage] =
    toolImages + languageImages + serverImages + databaseImages + kubernetesImages
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

  /// Images that one uses for their shell.
  private static let toolImages = [
    CatalogueImage(
      "docker.io/library/busybox",
      versions: [
        ["1.37.0", "latest", "1.37", "stable", "musl", "glibc"], ["1.36.1", "1.36"],
        ["1.35.0", "1.35"], ["1.34.1", "1.34"], ["1.28.4", "1.28"], ["1.27.2", "1.27"],
      ],
      layers: [("base/busybox", 2_210_000)], content: ImageContent(base: .busybox)
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
      "docker.io/library/nginx",
      versions: [
        ["1.29.0", "latest", "1.29", "1", "mainline", "stable"], ["1.28.0", "1.28"],
        ["1.27.5", "1.27"], ["1.26.3", "1.26"], ["1.25.5", "1.25"], ["1.24.0", "1.24"],
        ["1.21.6", "1.21"], ["1.19.10", "1.19"], ["1.17.10", "1.17"], ["1.16.1", "1.16"],
        ["1.15.12", "1.15"], ["1.14.2", "1.14"], ["1.7.9", "1.7"],
      ],
      layers: [
        ("base/debian-slim", 28_200_000), ("nginx", 43_900_000), ("entrypoint", 9_456),
      ],
      content: nginxContent(base: .debian), configure: configureNginx),
    CatalogueImage(
      "docker.io/library/nginx",
      versions: [["1.29.0-alpine", "alpine", "1.29-alpine"], ["1.27.5-alpine", "1.27-alpine"]],
      layers: [("base/alpine", 3_800_000), ("nginx", 18_300_000), ("entrypoint", 9_456)],
      content: nginxContent(base: .alpine), configure: configureNginx),
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
        ])
    ) {
      $0.entrypoint = ["docker-entrypoint.sh"]
      $0.cmd = ["redis-server"]
      $0.exposedPorts = [6379]
      $0.workingDirectory = "/data"
    },
  ]

  static func configureNginx(_ configuration: inout ImageConfiguration) {
    configuration.entrypoint = ["/docker-entrypoint.sh"]
    configuration.cmd = ["nginx", "-g", "daemon off;"]
    configuration.exposedPorts = [80]
    configuration.stopSignal = .quit
  }

  static func nginxContent(base: BaseFilesystem) -> ImageContent {
    ImageContent(
      base: base,
      programs: [
        ImageProgram("/docker-entrypoint.sh", "nginx-entrypoint"),
        ImageProgram("/usr/sbin/nginx", "nginx"), ImageProgram("/usr/bin/curl", "curl"),
      ],
      files: [
        ImageFile("/usr/share/nginx/html/index.html", nginxPage),
        ImageFile("/etc/nginx/nginx.conf", nginxMainConfiguration),
        ImageFile("/etc/nginx/conf.d/default.conf", nginxConfiguration),
        ImageFile("/usr/share/nginx/VERSION", "{version}\n"),
      ])
  }

  private static let nginxPage = """
    <!DOCTYPE html>
    <html>
    <head>
    <title>Welcome to nginx!</title>
    </head>
    <body>
    <h1>Welcome to nginx!</h1>
    <p>This page comes from the nginx of a simulated container.</p>
    </body>
    </html>

    """

  private static let nginxMainConfiguration = """
    user  nginx;
    worker_processes  auto;

    error_log  /var/log/nginx/error.log notice;
    pid        /run/nginx.pid;

    events {
        worker_connections  1024;
    }

    http {
        include       /etc/nginx/mime.types;
        keepalive_timeout  65;
        include /etc/nginx/conf.d/*.conf;
    }

    """

  private static let nginxConfiguration = """
    server {
        listen       80;
        listen  [::]:80;
        server_name  localhost;

        location / {
            root   /usr/share/nginx/html;
            index  index.html index.htm;
        }
    }

    """
}
