extension FactTexts {
  static let english = FactTexts(
    exists: { "\($0) exists" },
    doesNotExist: { "\($0) does not exist" },
    noneOf: { "there are no \($0)" },
    allAsWanted: { "all \($0) are as wanted" },
    numberOf: { "the number of \($0)" },
    ageOf: { "the age of \($0)" },
    event: { reason, object in
      ["event", reason, object.map { "on \($0)" }].compactMap(\.self).joined(separator: " ")
    },
    countOf: { "the count of \($0)" },
    messageOf: { "the message of \($0)" },
    thereIs: { "there is \($0.hasPrefix("event") ? "an" : "a") \($0)" },
    thereIsNo: { "there is no \($0)" },
    thereIsNoYet: { "there is no \($0) yet" },
    process: { pod, node in "process of \(pod)" + (node.map { " on node/\($0)" } ?? "") },
    log: { pod, container in
      "the log of \(container.map { "container \($0) of " } ?? "")\(pod)"
    },
    quizRight: { "quiz \($0) is answered right" },
    quizNotRight: { "quiz \($0) is not answered right yet" },
    isSet: { "\($0) is set" },
    isNotSet: { "\($0) is not set" },
    isValue: { "\($0) is \($1)" },
    isEmpty: { "\($0) is empty" },
    lacks: { "\($0) does not say \"\($1)\"" },
    has: { "\($0) says \"\($1)\"" },
    condition: { name, type, status, since in
      "\(name) condition \(type) is \(status)" + (since.map { " since \($0)" } ?? "")
    },
    noCondition: { "\($0) has no condition \($1) yet" },
    otherReason: { "\($0), but its reason is \($1)" },
    notSetWord: "not set",
    wish: { comparison, value in
      switch comparison {
      case .equal: ", expected \(value)"
      case .notEqual: ", expected anything but \(value)"
      case .less: ", expected less than \(value)"
      case .lessOrEqual: ", expected at most \(value)"
      case .greater: ", expected more than \(value)"
      case .greaterOrEqual: ", expected at least \(value)"
      case .isIn: ", expected one of \(value)"
      case .contains: ", expected \"\(value)\" in it"
      }
    },
    wishAnother: ", expected another one",
    atMoment: { "at \($1), \($0)" },
    notSinceStart: {
      "\($0), but that was so before this step began: `undo` goes back behind it"
    },
    notSoFar: { "so far, \($0)" },
    quoted: { "\"\($0)\"" },
    heldSoFar: { "\($0), for \($1) so far" },
    momentNotReached: { "this step is \($0) old, and is judged when it is \($1)" },
    withSeed: { "with seed \($0) \($1)" },
    withNoSeed: { "with none of the seeds \($0) to \($1) it is so; with seed \($0) \($2)" },
    withAllSeeds: { "it is so with each of the seeds \($0) to \($1)" },
    seedsLater: { "the seeds \($0) to \($1) are tried when the rest is met" })
}
