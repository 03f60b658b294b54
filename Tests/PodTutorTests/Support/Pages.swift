import PodShell
import PodTutor

/// A page with this body.
func page(_ body: String, header: String = "v1 seed=1 size=80x24") -> TextFile {
  TextFile(path: "t.md", text: "<!-- podlab-transcript: \(header) -->\n# T\n\n\(body)")
}

/// A fence with these lines.
func console(_ lines: String...) -> String {
  "```console\n" + lines.map { $0 + "\n" }.joined() + "```\n"
}

/// A page whose output is filled in.
func truePage(_ body: String) throws -> TextFile {
  let draft = page(body)
  return TextFile(
    path: draft.path, text: try TranscriptUpdater.update(draft, acceptErrors: true).text)
}
