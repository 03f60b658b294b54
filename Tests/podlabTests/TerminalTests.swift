import Testing

@testable import podlab

@Suite struct TerminalTests {
  private static func terminal(
    _ variables: [String: String], colour: Terminal.ColourChoice = .auto, plain: Bool = false,
    terminals: Set<Int32> = [0, 1, 2]
  ) -> Terminal {
    Terminal(
      environment: Environment { variables[$0] }, colour: colour, plain: plain,
      isTerminal: terminals.contains)
  }

  @Test func `editing needs a terminal on both sides that can do more than print`() {
    #expect(Self.terminal(["TERM": "xterm"]).manner == .editing)
    #expect(Self.terminal(["TERM": "xterm"], plain: true).manner == .plain)
    #expect(Self.terminal(["TERM": "dumb"]).manner == .script)
    #expect(Self.terminal([:]).manner == .script)
    #expect(Self.terminal(["TERM": "xterm"], terminals: [1, 2]).manner == .script)
    #expect(Self.terminal(["TERM": "xterm"], terminals: [0, 2]).manner == .script)
  }

  @Test func `colour follows the option, then the environment, then the stream`() {
    let xterm = ["TERM": "xterm"]
    #expect(Self.terminal(xterm).errorColours)
    #expect(!Self.terminal(xterm, terminals: [0, 1]).errorColours)
    #expect(!Self.terminal(["TERM": "xterm", "NO_COLOR": "1"]).errorColours)
    #expect(Self.terminal(["TERM": "xterm", "NO_COLOR": ""]).errorColours)
    #expect(!Self.terminal(xterm, plain: true).outputColours)
    #expect(!Self.terminal(["TERM": "dumb"]).outputColours)
    #expect(Self.terminal(["NO_COLOR": "1"], colour: .always, terminals: []).outputColours)
    #expect(!Self.terminal(xterm, colour: .never).outputColours)
  }
}
