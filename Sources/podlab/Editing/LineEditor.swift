internal import CLibedit
internal import PodShell

/// The line editor of a terminal: libedit with history, completion and paste.
@safe final class LineEditor: LineSource {
  var assistant: (any TypingAssistant)?

  private let editor: OpaquePointer
  private let history: HistoryFile?
  private var recall: HistoryRecall
  private let output: Output
  private let colours: Bool
  /// Whether anything may be drawn behind the text.
  private let draws: Bool
  private var purpose: LinePurpose = .command

  /// Nil when libedit cannot work with this terminal. `PODLAB_PLAIN_EDITOR=1` leaves reading keys
  /// to libedit itself.
  init?(history: HistoryFile?, output: Output, colours: Bool, environment: Environment) {
    let isBuiltin = environment.nonEmpty("PODLAB_PLAIN_EDITOR") != nil
    guard let editor = unsafe pl_editor_open("podlab", isBuiltin ? 1 : 0) else { return nil }
    unsafe self.editor = unsafe editor
    self.history = history
    self.output = output
    self.colours = colours
    draws = colours && !isBuiltin
    let entries = history?.load() ?? []
    recall = HistoryRecall(entries: entries)
    for entry in entries { unsafe pl_editor_remember(editor, entry) }
    unsafe pl_editor_set_key_handler(
      editor,
      { context, key in
        unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().handle(key)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { unsafe pl_editor_close(editor) }

  func nextLine(_ purpose: LinePurpose) -> LineEvent {
    self.purpose = purpose
    let prompt = Prompt(purpose)
    unsafe pl_editor_set_tick(editor, Int32(assistant?.tickMilliseconds ?? 0))
    unsafe pl_editor_set_prompt(editor, prompt.escaped(colours: colours), Int32(prompt.text.count))
    var text: UnsafePointer<CChar>?
    var length = 0
    switch unsafe pl_editor_read(editor, &text, &length) {
    case pl_result_line: return .line(unsafe Self.string(text, length))
    case pl_result_interrupted: return .interrupted(onEmptyLine: length == 0)
    case pl_result_terminated: return .terminated(signal: pl_signal_terminating())
    default: return .end
    }
  }

  func remember(_ command: String) {
    guard HistoryFile.keeps(command) else { return }
    recall.add(command)
    unsafe pl_editor_remember(editor, command)
    history?.append(command)
  }

  private static func string(_ text: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }
}

// MARK: Keys

extension LineEditor {
  private func handle(_ key: pl_key) -> pl_answer {
    let edited = editedText()
    switch key {
    case pl_key_tab: return tab(edited)
    case pl_key_up:
      return apply(
        edited.rowAbove() ?? recall.older(than: edited.text).map(EditedText.Change.replaceAll))
    case pl_key_down:
      return apply(
        edited.rowBelow() ?? recall.newer(than: edited.text).map(EditedText.Change.replaceAll))
    case pl_key_right:
      return take(\.text, of: edited, or: edited.afterCursor.isEmpty ? nil : .move(1))
    case pl_key_end: return take(\.text, of: edited, or: edited.endOfRow)
    case pl_key_word_right: return take(\.firstWord, of: edited, or: edited.wordRight())
    case pl_key_help: return help(edited)
    case pl_key_question:
      return edited.isQuestion && isCommand ? help(edited) : apply(.replace(count: 0, with: "?"))
    case pl_key_waiting: draw(edited)
    case pl_key_tick: tick()
    default: break
    }
    return pl_answer_refresh
  }

  private var isCommand: Bool { purpose == .command }

  private func editedText() -> EditedText {
    var length = 0
    var cursor = 0
    let text = unsafe pl_editor_text(editor, &length, &cursor)
    return EditedText(text: unsafe Self.string(text, length), cursor: cursor)
  }

  private func tab(_ edited: EditedText) -> pl_answer {
    if case .continuation(.heredoc) = purpose {
      return apply(TabKey.indentation(at: edited.beforeCursor.unicodeScalars.count))
    }
    let offers =
      assistant?.completions(for: edited.text, cursor: edited.cursor)
      ?? Completions(replacing: edited.cursor, candidates: [])
    switch TabKey.action(for: edited, offers: offers) {
    case .change(let change): return apply(change)
    case .list(let candidates):
      return showPaged(
        CompletionList(candidates: candidates, columns: Terminal.size().columns).lines())
    case .nothing(let word): return show(["no completions for \"\(visible(word))\""])
    }
  }

  /// Takes the suggestion, or what the key means otherwise.
  private func take(
    _ part: (Suggested) -> String, of edited: EditedText, or change: EditedText.Change?
  ) -> pl_answer {
    let taken = part(suggested(for: edited))
    return apply(taken.isEmpty ? change : .replace(count: 0, with: taken))
  }

  private func suggested(for edited: EditedText) -> Suggested {
    // In plain sight only: where nothing is drawn, nothing can be taken.
    let grammar: (String) -> String = { [assistant] in assistant?.suggestion(for: $0) ?? "" }
    let isShown = draws && isCommand
    return Suggested(
      for: isShown ? edited : EditedText(text: "", cursor: 0), recall: recall, grammar: grammar)
  }

  private func help(_ edited: EditedText) -> pl_answer {
    let lines = assistant?.help(for: edited.text, cursor: edited.cursor) ?? []
    let size = Terminal.size()
    let shown = lines.count > size.rows - 2 ? Array(lines.prefix(size.rows - 3)) + ["..."] : lines
    return show(shown.map { visible($0) })
  }

  private func apply(_ change: EditedText.Change?) -> pl_answer {
    switch change {
    case .replace(let count, let text): unsafe pl_editor_replace(editor, Int32(count), text)
    case .replaceAll(let text):
      let length = Int32(editedText().text.unicodeScalars.count)
      unsafe pl_editor_move(editor, length)
      unsafe pl_editor_replace(editor, length, text)
    case .move(let distance): unsafe pl_editor_move(editor, Int32(distance))
    case nil: return pl_answer_beep
    }
    return pl_answer_refresh
  }

  private func show(_ lines: [String]) -> pl_answer {
    unsafe pl_editor_go_below(editor)
    output.write(lines.map { $0 + "\r\n" }.joined())
    return pl_answer_redraw
  }

  /// More lines than the screen has are shown by the screenful.
  private func showPaged(_ lines: [String]) -> pl_answer {
    unsafe pl_editor_go_below(editor)
    var pages = MorePages(lines, rows: Terminal.size().rows)
    output.write(pages.next().map { $0 + "\r\n" }.joined())
    while !pages.isDone {
      output.write(MorePages.question)
      let key = unsafe pl_editor_wait_key(editor)
      output.write("\r\u{1B}[K")
      output.write(pages.next(after: Int(key)).map { $0 + "\r\n" }.joined())
    }
    return pl_answer_redraw
  }
}

// MARK: Between keys

extension LineEditor {
  private func draw(_ edited: EditedText) {
    guard draws else { return }
    let overlay = Overlay(
      edited: edited, verbs: isCommand ? assistant?.verbs(in: edited.text) ?? [] : [],
      suggestion: suggested(for: edited).text, status: isCommand ? assistant?.status ?? "" : "")
    let sequences = overlay.sequences(
      promptColumns: Prompt(purpose).text.count, columns: Terminal.size().columns)
    unsafe pl_editor_set_overlay(editor, sequences?.draw ?? "", sequences?.erase ?? "")
  }

  private func tick() {
    guard let lines = assistant?.tick(), !lines.isEmpty else { return }
    unsafe pl_editor_print_above(editor, lines)
  }
}
