extension ImageCatalogue {
  /// nginx of Docker Hub. What it logs and how many workers it has is in its nginx.conf, which
  /// changed with the versions.
  static let nginxImages = [
    CatalogueImage(
      "docker.io/library/nginx",
      versions: [
        ["1.29.0", "latest", "1.29", "1", "mainline", "stable"], ["1.28.0", "1.28"],
        ["1.27.5", "1.27"], ["1.26.3", "1.26"], ["1.25.5", "1.25"], ["1.24.0", "1.24"],
        ["1.23.4", "1.23"], ["1.22.1", "1.22"], ["1.21.6", "1.21"], ["1.20.2", "1.20"],
      ],
      layers: [
        ("base/debian-slim", 28_200_000), ("nginx", 43_900_000), ("entrypoint", 9_456),
      ],
      content: nginxContent(base: .debian), configure: configureNginx),
    CatalogueImage(
      "docker.io/library/nginx",
      versions: [
        ["1.19.10", "1.19"], ["1.18.0", "1.18"], ["1.17.10", "1.17"], ["1.16.1", "1.16"],
        ["1.15.12", "1.15"], ["1.14.2", "1.14"], ["1.13.12", "1.13"], ["1.12.2", "1.12"],
        ["1.11.13", "1.11"], ["1.10.3", "1.10"], ["1.9.15", "1.9"], ["1.9.1"], ["1.8.1", "1.8"],
        ["1.7.9", "1.7"],
      ],
      layers: [
        ("base/debian-slim", 28_200_000), ("nginx", 43_900_000), ("entrypoint", 9_456),
      ],
      content: nginxContent(base: .debian, isQuiet: true), configure: configureNginx),
    CatalogueImage(
      "docker.io/library/nginx",
      versions: [["1.29.0-alpine", "alpine", "1.29-alpine"], ["1.27.5-alpine", "1.27-alpine"]],
      layers: [("base/alpine", 3_800_000), ("nginx", 18_300_000), ("entrypoint", 9_456)],
      content: nginxContent(base: .alpine), configure: configureNginx),
  ]

  static func configureNginx(_ configuration: inout ImageConfiguration) {
    configuration.entrypoint = ["/docker-entrypoint.sh"]
    configuration.cmd = ["nginx", "-g", "daemon off;"]
    configuration.exposedPorts = [80]
    configuration.stopSignal = .quit
  }

  /// What is in an image with nginx. One that `isQuiet` logs warnings only and has one worker, as
  /// before 1.20. The site is a file of conf.d with its text; the default page where it is nil.
  static func nginxContent(
    base: BaseFilesystem, version: String = "{version}", isQuiet: Bool = false,
    site: (name: String, text: String)? = nil
  ) -> ImageContent {
    let (name, text) = site ?? ("default.conf", nginxConfiguration)
    return ImageContent(
      base: base,
      programs: [
        ImageProgram("/docker-entrypoint.sh", "nginx-entrypoint"),
        ImageProgram("/usr/sbin/nginx", "nginx"), ImageProgram("/usr/bin/curl", "curl"),
      ],
      files: [
        ImageFile("/usr/share/nginx/html/index.html", nginxPage),
        ImageFile("/etc/nginx/nginx.conf", nginxMainConfiguration(isQuiet: isQuiet)),
        ImageFile("/etc/nginx/conf.d/\(name)", text),
        ImageFile("/usr/share/nginx/VERSION", "\(version)\n"),
      ],
      accounts: [ImageAccount("nginx", 101, home: "/nonexistent")])
  }

  /// As long as the page that nginx comes with: 615 bytes, which is what access logs show.
  private static let nginxPage = """
    <!DOCTYPE html>
    <html>
    <head>
    <title>Welcome to nginx!</title>
    <style>
    html { color-scheme: light dark; }
    body { width: 35em; margin: 0 auto;
    font-family: Tahoma, Verdana, Arial, sans-serif; }
    </style>
    </head>
    <body>
    <h1>Welcome to nginx!</h1>
    <p>This page says that the web server in this simulated container runs, and that
    nobody has told it yet what else it should show. Its folder is
    <code>/usr/share/nginx/html</code>.</p>

    <p>Put a volume there, or change the file with <code>kubectl exec</code>; what the
    server does is written in <code>/etc/nginx</code>.</p>

    <p><em>Have fun here.</em></p>
    </body>
    </html>

    """

  private static func nginxMainConfiguration(isQuiet: Bool) -> String {
    """
    user  nginx;
    worker_processes  \(isQuiet ? "1" : "auto");

    error_log  /var/log/nginx/error.log \(isQuiet ? "warn" : "notice");
    pid        \(isQuiet ? "/var/run/nginx.pid" : "/run/nginx.pid");

    events {
        worker_connections  1024;
    }

    http {
        include       /etc/nginx/mime.types;
        keepalive_timeout  65;
        include /etc/nginx/conf.d/*.conf;
    }

    """
  }

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
