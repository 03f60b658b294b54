extension ImageCatalogue {
  /// Databases, queues and caches that people run, and what they store.
  static let databaseImages = [
    CatalogueImage(
      "docker.io/library/mysql",
      versions: [
        ["9.3.0", "latest", "9"], ["8.4.5", "8.4", "8", "lts"], ["8.0.42", "8.0"],
        ["5.7.44", "5.7", "5"], ["5.6.51", "5.6"],
      ],
      layers: [("base/oraclelinux", 43_000_000), ("mysql", 199_000_000)],
      content: entrypoint(.debian, "mysql", "/usr/sbin/mysqld")
    ) { runs("mysqld", port: 3306, &$0) },
    CatalogueImage(
      "docker.io/library/mariadb",
      versions: [["11.8.2", "latest", "11", "lts"], ["10.11", "10"]],
      layers: [("base/debian", 48_500_000), ("mariadb", 75_000_000)],
      content: entrypoint(.debian, "mysql", "/usr/sbin/mariadbd")
    ) { runs("mariadbd", port: 3306, &$0) },
    CatalogueImage(
      "docker.io/library/postgres",
      versions: [["17.5", "latest", "17"], ["16.9", "16"], ["15.13", "15"], ["9.6.24", "9.6"]],
      layers: [("base/debian", 48_500_000), ("postgres", 103_000_000)],
      content: entrypoint(.debian, "postgres", "/usr/lib/postgresql/bin/postgres")
    ) {
      runs("postgres", port: 5432, &$0)
      $0.stopSignal = .int
    },
    CatalogueImage(
      "docker.io/library/mongo",
      versions: [
        ["8.0.11", "latest", "8", "8.0"], ["7.0.21", "7.0", "7"], ["6.0.24", "6.0", "6"],
        ["5.0.31", "5.0", "5"], ["4.4.29", "4.4"], ["4.2.24", "4.2", "4"], ["4.0.28", "4.0"],
        ["3.6.23", "3.6", "3"],
      ],
      layers: [("base/debian", 48_500_000), ("mongo", 230_000_000)],
      content: entrypoint(.debian, "mongod", "/usr/bin/mongod")
    ) { runs("mongod", port: 27017, &$0) },
    CatalogueImage(
      "docker.io/library/memcached",
      versions: [["1.6.38", "latest", "1.6", "1"], ["1.6.38-alpine", "alpine"]],
      layers: [("base/debian-slim", 28_200_000), ("memcached", 5_000_000)],
      content: entrypoint(.debian, "memcached", "/usr/local/bin/memcached")
    ) {
      runs("memcached", port: 11211, &$0)
      $0.user = "11211"
    },
    CatalogueImage(
      "docker.io/library/rabbitmq", versions: [["4.1.1", "latest", "4"], ["3.13", "3"]],
      layers: [("base/debian", 48_500_000), ("rabbitmq", 67_000_000)],
      content: entrypoint(.debian, "rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server")
    ) { runs("rabbitmq-server", port: 5672, &$0) },
    CatalogueImage(
      "docker.io/library/wordpress",
      versions: [["6.8.1", "latest", "6"], ["6.2.1-apache"], ["4.8-apache", "4.8"]],
      layers: [("base/debian", 48_500_000), ("wordpress", 180_000_000)],
      content: entrypoint(.debian, "wordpress", "/usr/local/bin/apache2-foreground")
    ) { runs("apache2-foreground", port: 80, &$0) },
  ]

  /// A server whose entry point is the usual script that becomes what it is given.
  private static func entrypoint(
    _ base: BaseFilesystem, _ program: String, _ path: String
  ) -> ImageContent {
    let name = String(path.split(separator: "/").last ?? "")
    return ImageContent(
      base: base,
      programs: [
        ImageProgram("/usr/local/bin/docker-entrypoint.sh", "exec:\(name)"),
        ImageProgram(path, program), ImageProgram("/usr/local/bin/\(name)", program),
      ])
  }

  private static func runs(
    _ command: String, port: Int, _ configuration: inout ImageConfiguration
  ) {
    configuration.entrypoint = ["docker-entrypoint.sh"]
    configuration.cmd = [command]
    configuration.exposedPorts = [port]
  }
}
