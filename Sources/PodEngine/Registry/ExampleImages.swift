extension ImageCatalogue {
  /// podlab's own images, and the small example programs of the Kubernetes documentation.
  static let exampleImages = [
    CatalogueImage(
      "docker.io/podlab/web", versions: [["2.0", "latest"], ["1.0"]],
      layers: [("base/busybox", 2_210_000), ("www", 412)],
      content: ImageContent(
        base: .busybox,
        files: [
          ImageFile(
            "/www/index.html", "<html><body><h1>podlab/web {version}</h1></body></html>\n")
        ])
    ) {
      $0.cmd = ["httpd", "-f", "-p", "80", "-h", "/www"]
      $0.exposedPorts = [80]
    },
    CatalogueImage(
      "gcr.io/google-samples/hello-app", versions: [["2.0", "latest"], ["1.0"]],
      layers: [("base/alpine", 3_800_000), ("hello-app", 10_700_000)],
      content: ImageContent(
        base: .alpine, programs: [ImageProgram("/hello-app", "hello-app")],
        files: [ImageFile("/VERSION", "{version}\n")])
    ) {
      $0.entrypoint = ["/hello-app"]
      $0.exposedPorts = [8080]
    },
    CatalogueImage(
      "gcr.io/google-samples/hello-frontend", versions: [["1.0", "latest"]],
      layers: [("base/debian-slim", 28_200_000), ("nginx", 43_900_000), ("hello", 900)],
      content: ImageCatalogue.nginxContent(base: .debian),
      configure: ImageCatalogue.configureNginx),
    CatalogueImage(
      "docker.io/radial/busyboxplus", versions: [["curl", "latest"]],
      layers: [("base/busybox", 2_210_000), ("curl", 2_100_000)],
      content: ImageContent(
        base: .busybox, programs: [ImageProgram("/usr/bin/curl", "curl")])
    ) { $0.cmd = ["/bin/sh"] },
    CatalogueImage(
      "docker.io/polinux/stress", versions: [["1.0.4", "latest"]],
      layers: [("base/alpine", 3_800_000), ("stress", 40_000)],
      content: ImageContent(
        base: .alpine, programs: [ImageProgram("/usr/local/bin/stress", "stress")])
    ) { $0.cmd = ["stress"] },
    CatalogueImage(
      "docker.io/vish/stress", versions: [["latest"]], layers: [("stress", 1_800_000)],
      content: ImageContent(base: .scratch, programs: [ImageProgram("/stress", "vish-stress")])
    ) { $0.entrypoint = ["/stress", "-logtostderr"] },
    CatalogueImage(
      "gcr.io/google-samples/node-hello", versions: [["1.0", "latest"]],
      layers: [("base/debian", 48_500_000), ("node-hello", 190_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/node", "node-hello")])
    ) {
      $0.cmd = ["node", "server.js"]
      $0.exposedPorts = [8080]
    },
    CatalogueImage(
      "docker.io/hashicorp/http-echo", versions: [["1.0", "latest"], ["0.2.3"]],
      layers: [("http-echo", 3_000_000)],
      content: ImageContent(
        base: .scratch, programs: [ImageProgram("/http-echo", "http-echo")])
    ) {
      $0.entrypoint = ["/http-echo"]
      $0.exposedPorts = [5678]
      $0.user = "65532"
    },
    CatalogueImage(
      "docker.io/library/ghost", versions: [["5.130.0", "latest", "5"]],
      layers: [("base/debian-slim", 28_200_000), ("node", 41_000_000), ("ghost", 98_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/node", "ghost")])
    ) {
      $0.cmd = ["node", "current/index.js"]
      $0.exposedPorts = [2368]
    },
  ]
}
