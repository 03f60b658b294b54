/// Writes WebVTT chapters: the place of each command in the recording, for players of videos.
enum ChapterWriter {
  static func text(_ page: PublishedPage, pace: PlaybackPace) -> String {
    let playback = Playback(page, pace: pace)
    let markers = playback.events.compactMap { time, event -> (time: Int, label: String)? in
      switch event {
      case .output: nil
      case .marker(let label): (time, label)
      }
    }
    var text = "WEBVTT\n"
    for (index, marker) in markers.enumerated() {
      let end = index + 1 < markers.count ? markers[index + 1].time : playback.end
      // A chapter's title and its first command stand at the same moment; a cue must last.
      guard end > marker.time else { continue }
      let label = marker.label.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing("-->", with: "--&gt;")
      text += "\n\(stamp(marker.time)) --> \(stamp(end))\n\(label)\n"
    }
    return text
  }

  private static func stamp(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let fraction = CastWriter.seconds(milliseconds).suffix(3)
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(fraction)"
  }
}
