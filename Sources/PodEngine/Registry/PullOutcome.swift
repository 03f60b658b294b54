/// How a pull went.
package enum PullOutcome: Hashable, Sendable {
  /// The image, the compressed bytes that the node lacks, and how fast they come.
  case manifest(ImageManifest, bytesToDownload: Int, bytesPerSecond: Int)
  case failure(PullFailure)

  /// How long the download takes: bytes ÷ speed, rounded to a millisecond; nil for a failure.
  package var duration: SimulatedDuration? {
    switch self {
    case .manifest(_, let bytes, let speed):
      .milliseconds((bytes * 1000 + speed / 2) / max(1, speed))
    case .failure: nil
    }
  }
}

/// Why a pull failed, in containerd's words.
package struct PullFailure: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The repository is there, the tag or digest is not.
    case tagNotFound
    /// Docker Hub does not say whether the repository is missing or private.
    case repositoryNotFound
    /// No such host.
    case unknownHost
    /// `registry down`.
    case registryDown
    /// `registry unauthorized`.
    case unauthorized
    /// `registry rate-limited`.
    case rateLimited
    /// `pull fail IMAGE`.
    case serverError
    /// The kubelet's own limit: nobody was asked.
    case rateExceeded
  }
  package let kind: Kind
  package let reference: ImageReference

  /// The whole text that the kubelet shows: `rpc error: code = … desc = …`.
  package var message: String {
    if kind == .rateExceeded { return detail }
    let name = reference.canonical
    let code = kind == .tagNotFound ? "NotFound" : "Unknown"
    let start = "rpc error: code = \(code) desc = failed to pull and unpack image \"\(name)\": "
    // The registry answers what a tag means, and refuses what it is asked for next.
    return kind == .rateLimited
      ? start + detail : start + "failed to resolve reference \"\(name)\": \(detail)"
  }

  private var detail: String {
    switch kind {
    case .tagNotFound: "\(reference.canonical): not found"
    case .repositoryNotFound:
      "pull access denied, repository does not exist or may require authorization: "
        + "server message: insufficient_scope: authorization failed"
    case .unknownHost: "\(request): dial tcp: lookup \(hostWithoutPort): no such host"
    case .registryDown: "\(request): dial tcp 198.51.100.7:443: connect: connection refused"
    case .unauthorized:
      "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to "
        + "https://\(authorizer)/token?scope=repository%3A\(escapedPath)%3Apull&service="
        + "\(service): 401 Unauthorized"
    case .rateLimited:
      "failed to copy: httpReadSeeker: failed open: unexpected status code \(url): "
        + "429 Too Many Requests - Server message: toomanyrequests: You have reached your pull "
        + "rate limit. You may increase the limit by authenticating and upgrading: "
        + "https://www.docker.com/increase-rate-limit"
    case .rateExceeded: "pull QPS exceeded"
    case .serverError:
      "unexpected status from HEAD request to \(url): 503 Service Unavailable"
    }
  }

  private var url: String {
    "https://\(reference.host)/v2/\(reference.path)/manifests/\(reference.selector)"
  }

  private var request: String { "failed to do request: Head \"\(url)\"" }

  private var escapedPath: String { reference.path.replacing("/", with: "%2F") }

  /// Who gives out tokens, and for what: Docker Hub has hosts of its own for that.
  private var authorizer: String { isHub ? "auth.docker.io" : reference.host }
  private var service: String { isHub ? "registry.docker.io" : reference.host }
  private var isHub: Bool { reference.domain == "docker.io" }

  private var hostWithoutPort: Substring { reference.host.prefix { $0 != ":" } }
}
