internal import PodEngine

/// The columns of `-o wide` that everything with a pod template has.
private enum TemplateColumns {
  static let columns: [Table.Column] = [.wide("Containers"), .wide("Images"), .wide("Selector")]

  static func cells(of object: APIValue) -> [APIValue] {
    let containers = object.list("spec", "template", "spec", "containers")
    return [
      .string(containers.map { $0.text("name") }.joined(separator: ",")),
      .string(containers.map { $0.text("image") }.joined(separator: ",")),
      .string(LabelSelectorText.text(object.field("spec", "selector"))),
    ]
  }
}

/// `get replicasets`.
enum ReplicaSetTable {
  static let columns: [Table.Column] =
    [.name, .integer("Desired"), .integer("Current"), .integer("Ready"), .age]
    + TemplateColumns.columns

  static func cells(of set: APIValue, now: SimulatedTime) -> [APIValue] {
    [
      .string(set.name), .integer(set.integer("spec", "replicas")),
      .integer(set.integer("status", "replicas")),
      .integer(set.integer("status", "readyReplicas")), set.age(now: now),
    ] + TemplateColumns.cells(of: set)
  }
}

/// `get deployments`.
enum DeploymentTable {
  static let columns: [Table.Column] =
    [
      .name, Table.Column("Ready"), Table.Column("Up-to-date"), Table.Column("Available"), .age,
    ] + TemplateColumns.columns

  static func cells(of deployment: APIValue, now: SimulatedTime) -> [APIValue] {
    let ready = deployment.integer("status", "readyReplicas")
    return [
      .string(deployment.name), .string("\(ready)/\(deployment.integer("spec", "replicas"))"),
      .integer(deployment.integer("status", "updatedReplicas")),
      .integer(deployment.integer("status", "availableReplicas")), deployment.age(now: now),
    ] + TemplateColumns.cells(of: deployment)
  }
}

/// `get jobs`.
enum JobTable {
  static let columns: [Table.Column] =
    [
      .name, Table.Column("Status"), Table.Column("Completions"), Table.Column("Duration"), .age,
    ] + TemplateColumns.columns

  static func cells(of job: APIValue, now: SimulatedTime) -> [APIValue] {
    [
      .string(job.name), .string(status(of: job)), .string(completions(of: job)),
      .string(duration(of: job, now: now)), job.age(now: now),
    ] + TemplateColumns.cells(of: job)
  }

  private static func status(of job: APIValue) -> String {
    func holds(_ condition: String) -> Bool { job.condition(condition) == "True" }
    if holds("Complete") { return "Complete" }
    if holds("Failed") { return "Failed" }
    if job.field("metadata", "deletionTimestamp") != nil { return "Terminating" }
    if holds("Suspended") { return "Suspended" }
    if holds("FailureTarget") { return "FailureTarget" }
    if holds("SuccessCriteriaMet") { return "SuccessCriteriaMet" }
    return "Running"
  }

  private static func completions(of job: APIValue) -> String {
    let succeeded = job.integer("status", "succeeded")
    if let wanted = job.optionalInteger("spec", "completions") { return "\(succeeded)/\(wanted)" }
    let parallelism = job.integer("spec", "parallelism")
    return parallelism > 1 ? "\(succeeded)/1 of \(parallelism)" : "\(succeeded)/1"
  }

  private static func duration(of job: APIValue, now: SimulatedTime) -> String {
    guard let start = job.time("status", "startTime") else { return "" }
    return HumanDuration.text((job.time("status", "completionTime") ?? now) - start)
  }
}
