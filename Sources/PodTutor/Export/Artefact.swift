/// What can be made of a page. Each is a pure function of the page: made twice, it is the same byte
/// for byte, so that a test can hold what is published against the page.
package enum Artefact: Hashable, Sendable {
  case cast(version: Int)
  case svg(isAnimated: Bool)
  case html
  case text
  case chapters

  package var fileExtension: String {
    switch self {
    case .cast: "cast"
    case .svg: "svg"
    case .html: "html"
    case .text: "txt"
    case .chapters: "vtt"
    }
  }

  /// Everything that a file with such a name may hold.
  package static func candidates(fileExtension: String) -> [Artefact] {
    let all: [Artefact] = [
      .cast(version: 3), .cast(version: 2), .svg(isAnimated: false), .svg(isAnimated: true), .html,
      .text, .chapters,
    ]
    return all.filter { $0.fileExtension == fileExtension }
  }

  package func text(of page: PublishedPage, pace: PlaybackPace = PlaybackPace()) -> String {
    switch self {
    case .cast(let version): CastWriter.text(page, version: version, pace: pace)
    case .svg(let isAnimated): SVGWriter.text(page, isAnimated: isAnimated, pace: pace)
    case .html: HTMLWriter.text(page)
    case .text: TextWriter.text(page)
    case .chapters: ChapterWriter.text(page, pace: pace)
    }
  }
}
