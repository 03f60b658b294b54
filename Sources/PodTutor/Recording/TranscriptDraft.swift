/// The beginning of a page that somebody writes by hand.
package enum TranscriptDraft {
  /// A page with one paragraph and one command; it verifies after an update.
  package static func text(path: String, title: String) -> String {
    let title = title.isEmpty ? Recording.title(of: path) : title.withVisibleControls
    return RecordedPage(settings: TranscriptSettings(), title: title).heading + """

      What this page shows, and why somebody would want to know it.

      ```console
      pod@lab> run web --image=nginx
      pod@lab> advance 5s
      pod@lab> get pods
      ```

      """
  }
}
