/// A repeated question to a container (`v1.Probe`). After defaulting the numbers are set: 10 s
/// period, 1 s timeout, 1 success, 3 failures.
package struct Probe: Hashable, Codable, Sendable {
  package var exec: ExecAction?
  package var httpGet: HTTPGetAction?
  package var tcpSocket: TCPSocketAction?
  package var grpc: GRPCAction?
  package var initialDelaySeconds: Int?
  package var timeoutSeconds: Int?
  package var periodSeconds: Int?
  package var successThreshold: Int?
  package var failureThreshold: Int?
  package var terminationGracePeriodSeconds: Int?
}

/// What a probe decides.
package enum ProbeKind: String, Hashable, Sendable, CaseIterable, Comparable {
  case liveness
  case readiness
  case startup

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Container {
  package func probe(_ kind: ProbeKind) -> Probe? {
    switch kind {
    case .liveness: livenessProbe
    case .readiness: readinessProbe
    case .startup: startupProbe
    }
  }
}
