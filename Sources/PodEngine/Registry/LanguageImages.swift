extension ImageCatalogue {
  /// Distributions and languages that one starts for their shell or their interpreter.
  static let languageImages = [
    CatalogueImage(
      "docker.io/library/perl",
      versions: [["5.42.0", "latest", "5", "5.42"], ["5.34.0", "5.34"], ["5.40"]],
      layers: [("base/debian", 48_500_000), ("build-tools", 211_000_000), ("perl", 16_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/perl", "perl")])
    ) { $0.cmd = ["perl", "-de0"] },
    CatalogueImage(
      "docker.io/library/python",
      versions: [
        ["3.13.5", "latest", "3", "3.13"], ["3.12.11", "3.12"], ["3.11.13", "3.11"],
        ["3.10.18", "3.10"], ["3.9.23", "3.9"], ["3.13.5-slim", "slim", "3-slim", "3.13-slim"],
        ["3.13.5-alpine", "alpine", "3-alpine"],
      ],
      layers: [("base/debian", 48_500_000), ("build-tools", 211_000_000), ("python", 26_000_000)],
      content: ImageContent(
        base: .debian,
        programs: [
          ImageProgram("/usr/local/bin/python", "python"),
          ImageProgram("/usr/local/bin/python3", "python"),
        ])
    ) { $0.cmd = ["python3"] },
    CatalogueImage(
      "docker.io/library/node",
      versions: [
        ["24.3.0", "latest", "24", "current"], ["22.17.0", "22", "lts"],
        ["22.17.0-alpine", "alpine", "22-alpine", "lts-alpine"], ["18-alpine", "18"],
      ],
      layers: [("base/debian", 48_500_000), ("build-tools", 211_000_000), ("node", 57_000_000)],
      content: ImageContent(
        base: .debian, programs: [ImageProgram("/usr/local/bin/node", "node")])
    ) { $0.cmd = ["node"] },
    CatalogueImage(
      "docker.io/library/fedora", versions: [["42", "latest"], ["41"], ["40"]],
      layers: [("rootfs", 61_000_000)], content: ImageContent(base: .debian)
    ) { $0.cmd = ["/bin/bash"] },
    CatalogueImage(
      "docker.io/library/centos", versions: [["centos7.9.2009", "7", "latest", "8", "centos7"]],
      layers: [("rootfs", 76_000_000)], content: ImageContent(base: .debian)
    ) { $0.cmd = ["/bin/bash"] },
    CatalogueImage(
      "docker.io/curlimages/curl",
      versions: [["8.18.0", "latest"], ["8.14.1"], ["8.12.1"], ["8.00.1"]],
      layers: [("base/alpine", 3_800_000), ("curl", 6_100_000)],
      content: ImageContent(
        base: .alpine,
        programs: [
          ImageProgram("/usr/bin/curl", "curl"), ImageProgram("/entrypoint.sh", "exec:curl"),
        ])
    ) {
      $0.entrypoint = ["/entrypoint.sh"]
      $0.cmd = ["curl"]
      $0.user = "100"
      $0.workingDirectory = "/home/curl_user"
    },
    CatalogueImage(
      "docker.io/alpine/socat", versions: [["1.8.0.3", "latest"], ["1.8.0.0"]],
      layers: [("base/alpine", 3_800_000), ("socat", 400_000)],
      content: ImageContent(
        base: .alpine, programs: [ImageProgram("/usr/bin/socat", "socat")])
    ) { $0.entrypoint = ["socat"] },
  ]
}
