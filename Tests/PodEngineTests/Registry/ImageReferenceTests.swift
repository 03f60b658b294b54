import PodEngine
import Testing

@Suite struct ImageReferenceTests {
  private static let digest = "sha256:" + String(repeating: "a1", count: 32)

  @Test(arguments: [
    ("nginx", "docker.io/library/nginx:latest"), ("nginx:1.27", "docker.io/library/nginx:1.27"),
    ("podlab/web:1.0", "docker.io/podlab/web:1.0"),
    ("docker.io/nginx", "docker.io/library/nginx:latest"),
    ("index.docker.io/library/nginx", "docker.io/library/nginx:latest"),
    ("registry.k8s.io/pause:3.10", "registry.k8s.io/pause:3.10"),
    ("localhost/x", "localhost/x:latest"), ("localhost:5000/a/b_c:v1", "localhost:5000/a/b_c:v1"),
    ("host.example:5999/app:1", "host.example:5999/app:1"),
    ("a/b--c/d__e.f", "docker.io/a/b--c/d__e.f:latest"),
    ("UPPER.example/x", "UPPER.example/x:latest"),
    ("nginx@\(digest)", "docker.io/library/nginx@\(digest)"),
    ("nginx:1.27@\(digest)", "docker.io/library/nginx:1.27@\(digest)"),
  ])
  func reads(_ text: String, _ canonical: String) {
    #expect(ImageReference(text)?.canonical == canonical)
  }

  @Test(arguments: [
    "", " ", "a b", "nginx:", "nginx:-x", "nginx@sha256:12", "-nginx", "nginx-", "a//b", "/a", "a/",
    "a..b", "a___b",
    "http://url", "nginx:1:2", "nginx:" + String(repeating: "x", count: 129), "a\n", "nginx@",
    "host:port/x", "ä",
    String(repeating: "a", count: 300),
  ])
  func refuses(_ text: String) {
    #expect(throws: ImageReferenceError.self) { try ImageReference(parsing: text) }
  }

  @Test(arguments: [
    (
      "Bad Image!!",
      "invalid reference format: repository name (library/Bad Image!!) must be lowercase"
    ),
    (
      "FAILED_IMAGE",
      "invalid reference format: repository name (library/FAILED_IMAGE) must be lowercase"
    ),
    ("bad image", "invalid reference format"),
  ])
  func saysWhy(_ text: String, _ reason: String) {
    let error = #expect(throws: ImageReferenceError.self) { try ImageReference(parsing: text) }
    #expect(
      error?.kubeletMessage
        == "Failed to apply default image tag \"\(text)\": couldn't parse image name \"\(text)\": \(reason)"
    )
  }
}
