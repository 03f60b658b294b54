/// A set of words of the API, such as `Always`, `OnFailure`, `Never`.
///
/// Validation refuses unknown words before they reach a typed structure; a missing one decodes to
/// the default that Kubernetes' defaulting would have written.
package protocol WireEnum: RawRepresentable, Codable, Hashable, Sendable, CaseIterable
where RawValue == String {
  static var defaultWord: Self { get }
}

extension WireEnum {
  package init(from decoder: any Decoder) throws {
    let word = try decoder.singleValueContainer().decode(String.self)
    self = Self(rawValue: word) ?? Self.defaultWord
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// What happens to the containers of a Pod when they end.
package enum RestartPolicy: String, WireEnum {
  case always = "Always"
  case onFailure = "OnFailure"
  case never = "Never"
  package static let defaultWord = RestartPolicy.always
}

/// When the kubelet asks the registry for an image.
package enum PullPolicy: String, WireEnum {
  case always = "Always"
  case ifNotPresent = "IfNotPresent"
  case never = "Never"
  package static let defaultWord = PullPolicy.ifNotPresent
}

/// Where a Pod is in its life, in one word (`status.phase`).
package enum PodPhase: String, WireEnum {
  case pending = "Pending"
  case running = "Running"
  case succeeded = "Succeeded"
  case failed = "Failed"
  case unknown = "Unknown"
  package static let defaultWord = PodPhase.pending

  /// Succeeded and Failed are for ever.
  package var isTerminal: Bool { self == .succeeded || self == .failed }
}

/// The status of a condition.
package enum ConditionStatus: String, WireEnum {
  case `true` = "True"
  case `false` = "False"
  case unknown = "Unknown"
  package static let defaultWord = ConditionStatus.unknown

  package init(_ holds: Bool) { self = holds ? .true : .false }
}

/// Quality of service, from requests and limits.
package enum QOSClass: String, WireEnum {
  case guaranteed = "Guaranteed"
  case burstable = "Burstable"
  case bestEffort = "BestEffort"
  package static let defaultWord = QOSClass.bestEffort
}

/// What a taint does to Pods that do not tolerate it.
package enum TaintEffect: String, WireEnum {
  case noSchedule = "NoSchedule"
  case preferNoSchedule = "PreferNoSchedule"
  case noExecute = "NoExecute"
  package static let defaultWord = TaintEffect.noSchedule
}

/// Whether a termination message falls back to the end of the log.
package enum TerminationMessagePolicy: String, WireEnum {
  case file = "File"
  case fallbackToLogsOnError = "FallbackToLogsOnError"
  package static let defaultWord = TerminationMessagePolicy.file
}
