/// One status of a Pod as the API server published it.
struct PodState: Equatable, Sendable {
  /// Seconds after the first action.
  var time: Double
  var phase: String
  var reason: String?
  var deleting: Bool
  var qosClass: String?
  /// Whether the status names an IP address of the Pod.
  var hasAddress: Bool
  /// Sorted by type.
  var conditions: [PodCondition]
  var initContainers: [ContainerStatus]
  var containers: [ContainerStatus]

  subscript(group: ContainerGroup) -> [ContainerStatus] {
    switch group {
    case .initContainers: initContainers
    case .containers: containers
    }
  }

  func condition(_ type: String) -> PodCondition? { conditions.first { $0.type == type } }
}

/// The two lists of containers that a Pod has.
enum ContainerGroup: String, CaseIterable, Sendable {
  case initContainers = "init"
  case containers
}

struct PodCondition: Equatable, Sendable {
  let type: String
  var status: String
  var reason: String?
  var message: String?

  init(type: String, _ fields: JSONFields) throws {
    self.type = type
    status = try fields.required("status", fields.text("status"))
    reason = fields.text("reason")
    message = fields.text("message")
  }
}
