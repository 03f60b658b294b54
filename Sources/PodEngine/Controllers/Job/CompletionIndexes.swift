/// The indexes of an Indexed Job that are done, as its status writes them: `0-2,4`
/// (pkg/controller/job/indexed_job_utils.go).
package struct CompletionIndexes: Hashable, Sendable {
  package private(set) var numbers: [Int] = []

  package init(_ numbers: [Int]) {
    for number in numbers.sorted() where number != self.numbers.last { self.numbers.append(number) }
  }

  /// Parts that cannot be read are left out, as in Kubernetes.
  package init(text: String, completions: Int) {
    let ranges = text.split(separator: ",").compactMap { part -> ClosedRange<Int>? in
      let ends = part.split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
        first >= 0, last < completions
      else { return nil }
      return first...last
    }
    self.init(ranges.flatMap { Array($0) })
  }

  package var text: String {
    var runs: [(first: Int, last: Int)] = []
    for number in numbers {
      if let run = runs.last, run.last + 1 == number {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return runs.map { run in
      switch run.last - run.first {
      case 0: "\(run.first)"
      case 1: "\(run.first),\(run.last)"
      default: "\(run.first)-\(run.last)"
      }
    }.joined(separator: ",")
  }

  package func contains(_ number: Int) -> Bool {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  package static let key = "batch.kubernetes.io/job-completion-index"

  /// The index of a Pod; nil where it has none.
  package static func index(of pod: Pod) -> Int? {
    pod.metadata.annotations[key].flatMap { Int($0) }
  }
}
