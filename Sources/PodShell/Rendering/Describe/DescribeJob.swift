internal import PodEngine

extension DescribeWriter {
  mutating func job(_ job: APIValue, _ context: DescribeContext) {
    field(0, "Name", job.name)
    field(0, "Namespace", job.namespace)
    field(0, "Selector", LabelSelectorText.bareText(job.field("spec", "selector")))
    labelsAndAnnotations(of: job)
    controlledBy(job)
    jobSpec(job)
    jobTimes(job)
    jobPods(job)
    podTemplate(job.field("spec", "template"))
    events(context)
  }

  private mutating func jobSpec(_ job: APIValue) {
    optionalField(0, "Parallelism", job.optionalText("spec", "parallelism"))
    field(0, "Completions", job.optionalText("spec", "completions") ?? "<unset>")
    optionalField(0, "Completion Mode", job.optionalText("spec", "completionMode"))
    optionalField(0, "Suspend", job.optionalText("spec", "suspend"))
    optionalField(0, "Backoff Limit", job.optionalText("spec", "backoffLimit"))
    optionalField(
      0, "TTL Seconds After Finished", job.optionalText("spec", "ttlSecondsAfterFinished"))
  }

  private mutating func jobTimes(_ job: APIValue) {
    let start = job.time("status", "startTime")
    let end = job.time("status", "completionTime")
    optionalField(0, "Start Time", start?.describeText)
    optionalField(0, "Completed At", end?.describeText)
    if let start, let end { field(0, "Duration", HumanDuration.text(end - start)) }
    if let deadline = job.optionalInteger("spec", "activeDeadlineSeconds") {
      field(0, "Active Deadline Seconds", "\(deadline)s")
    }
  }

  private mutating func jobPods(_ job: APIValue) {
    let active = job.integer("status", "active")
    let ready = job.optionalInteger("status", "ready").map { " (\($0) Ready)" } ?? ""
    let (succeeded, failed) = (job.integer("status", "succeeded"), job.integer("status", "failed"))
    field(
      0, "Pods Statuses",
      "\(active) Active\(ready) / \(succeeded) Succeeded / \(failed) Failed")
    if job.text("spec", "completionMode") == "Indexed" {
      field(
        0, "Completed Indexes", Self.shortenedIndexes(job.text("status", "completedIndexes")))
    }
  }

  /// At least 50 characters of the list of indexes, up to the next comma.
  private static func shortenedIndexes(_ indexes: String) -> String {
    if indexes.isEmpty { return "<none>" }
    let shown = 50
    let bytes = Array(indexes.utf8)
    guard bytes.count > shown,
      let comma = bytes[shown...].firstIndex(of: UInt8(ascii: ","))
    else { return indexes }
    return String(decoding: bytes[...comma], as: UTF8.self) + "..."
  }
}
