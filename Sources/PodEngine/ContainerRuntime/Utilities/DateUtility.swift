/// `date [-u] [+FORMAT]`, of virtual time.
enum DateUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let format = call.arguments.first { $0.hasPrefix("+") }
    call.print(
      DateText.format(
        String((format ?? "+%a %b %e %H:%M:%S UTC %Y").dropFirst()), call.kernel.now))
    return 0
  }
}

/// Dates in words.
enum DateText {
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `Jan  1 00:00`, as in `ls -l`.
  static func short(_ time: SimulatedTime) -> String { format("%b %e %H:%M", time) }

  /// `strftime` in UTC.
  static func format(_ format: String, _ time: SimulatedTime) -> String {
    let parts = time.components
    var result = ""
    var isField = false
    for letter in format {
      guard isField else {
        if letter == "%" { isField = true } else { result.append(letter) }
        continue
      }
      isField = false
      result += field(letter, parts, time)
    }
    return result
  }

  private static func field(
    _ letter: Character,
    _ parts: (date: CivilDate, hour: Int, minute: Int, second: Int, weekday: Int),
    _ time: SimulatedTime
  ) -> String {
    let day = parts.date.day
    switch letter {
    case "Y": return String(parts.date.year)
    case "y": return two(parts.date.year % 100)
    case "m": return two(parts.date.month)
    case "d": return two(day)
    case "e": return day < 10 ? " \(day)" : String(day)
    case "H": return two(parts.hour)
    case "M": return two(parts.minute)
    case "S": return two(parts.second)
    case "T": return "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
    case "F": return parts.date.description
    case "R": return "\(two(parts.hour)):\(two(parts.minute))"
    case "a": return String(days[parts.weekday].prefix(3))
    case "A": return days[parts.weekday]
    case "b", "h": return String(months[parts.date.month - 1].prefix(3))
    case "B": return months[parts.date.month - 1]
    case "s": return String(time.nanosecondsSince1970 / 1_000_000_000)
    case "N": return String(time.nanosecondsSince1970 % 1_000_000_000)
    case "Z": return "UTC"
    case "z": return "+0000"
    case "n": return "\n"
    case "t": return "\t"
    case "%": return "%"
    default: return "%\(letter)"
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
