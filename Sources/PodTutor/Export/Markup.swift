internal import PodShell

/// What SVG and HTML have in common.
enum Markup {
  /// A text that is nothing but text in both, as content and as attribute.
  static func escaped(_ text: some StringProtocol) -> String {
    text.withVisibleControls.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  /// The class of a style; nil for plain text.
  static func cssClass(of style: TerminalStyle) -> String? {
    switch style {
    case .plain: nil
    case .prompt: "p"
    case .error: "e"
    case .warning: "w"
    }
  }

  /// The colours of both schemes; every one has a contrast of more than 4.5 on its background.
  static func colours(_ selector: String) -> String {
    """
    \(selector){--back:#ffffff;--edge:#d0d7de;--text:#1f2328;--mute:#59636e;--p:#116329;--e:#b3261e;--w:#7d4e00}
    @media (prefers-color-scheme:dark){\(selector){--back:#0d1117;--edge:#3d444d;--text:#e6edf3;\
    --mute:#9198a1;--p:#56d364;--e:#ff7b72;--w:#e3b341}}
    """
  }
}
