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
      content: ImageCatalogue.nginxContent(
        base: .debian, version: "1.9.14", site: ("frontend.conf", helloFrontend)),
      configure: ImageCatalogue.configureNginx),
    CatalogueImage(
      "gcr.io/google-samples/hello-go-gke", versions: [["1.0", "latest"]],
      layers: [("base/debian", 48_500_000), ("hello-go-gke", 6_200_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/go/bin/hello-go-gke", "hello-go-gke")])
    ) {
      $0.entrypoint = ["/go/bin/hello-go-gke"]
      $0.exposedPorts = [80]
    },
    CatalogueImage(
      "docker.io/bprashanth/nginxhttps", versions: [["1.0", "latest"]],
      layers: [("base/debian-slim", 28_200_000), ("nginx", 43_900_000), ("reload", 1_200_000)],
      content: ImageCatalogue.nginxContent(base: .debian, version: "1.9.11").adding(
        files: [ImageFile("/home/auto-reload-nginx.sh", reloadScript, mode: 0o755)])
    ) {
      $0.cmd = ["/home/auto-reload-nginx.sh"]
      $0.exposedPorts = [80, 443]
    },
    CatalogueImage(
      "docker.io/radial/busyboxplus", versions: [["curl", "latest"]],
      layers: [("base/busybox", 2_210_000), ("curl", 2_100_000)],
      content: ImageContent(
        base: .busybox,
        programs: [
          ImageProgram("/usr/bin/curl", "curl"), ImageProgram("/bin/nslookup", "nslookup-old"),
        ])
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
        base: .debian,
        programs: [ImageProgram("/usr/local/bin/node", "node-hello")]
          + ["curl", "free", "killall", "pgrep", "pidof", "ps", "top", "uptime", "watch", "wget"]
          .map { ImageProgram("/usr/bin/\($0)", $0) },
        files: [ImageFile("/server.js", helloServer)])
    ) {
      $0.environment += [
        EnvironmentVariable(name: "NPM_CONFIG_LOGLEVEL", value: "info"),
        EnvironmentVariable(name: "NODE_VERSION", value: "4.4.2"),
      ]
      $0.cmd = ["/bin/sh", "-c", "node server.js"]
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

  /// Sends all it is asked to the Service `hello`.
  private static let helloFrontend = """
    # The servers behind the name "backend"
    upstream Backend {
        # a Service of the cluster, found by its name
        server hello;
    }

    server {
        listen 80;

        location / {
            proxy_pass http://Backend;
        }
    }

    """

  /// Starts nginx, and has it read its configuration again when that changes.
  private static let reloadScript = """
    #!/bin/sh
    file=/etc/nginx/conf.d/default.conf
    nginx "$@"
    before=$(md5sum $file)
    while sleep 5; do
      after=$(md5sum $file)
      if [ "$before" != "$after" ]; then
        echo "$(date '+At %H:%M on %d/%m/%y'), config file update detected."
        before=$after
        nginx -s reload
      fi
    done

    """

  private static let helloServer = """
    var http = require('http');

    http.createServer(function (request, response) {
      console.log('Received request for URL: ' + request.url);
      response.writeHead(200);
      response.end('Hello Kubernetes!');
    }).listen(8080);

    """
}
