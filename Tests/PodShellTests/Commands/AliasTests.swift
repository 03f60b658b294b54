import PodShell
import Testing

@Suite struct AliasTests {
  private static let session = WrittenSession(
    "aliases",
    """
    $ alias
    no aliases
    $ alias w='get pods -o name' settle='advance 30s'
    $ alias
    alias settle='advance 30s'
    alias w='get pods -o name'
    $ create pod web --image=nginx
    pod/web created
    $ w
    pod/web
    $ alias w
    alias w='get pods -o name'
    $ alias get='describe'
    error: get is a command already
    $ alias 'a b=get pods'
    error: "a b" cannot be an alias
    $ alias a='get &&'
    error: "get &&" is no whole command
    $ alias a=b b=a
    error: b would stand for itself
    $ unalias nope
    error: there is no alias "nope"
    $ unalias w
    $ w
    error: unknown command "w" for "podlab"
    """)

  @Test func `they are defined, listed, used and taken away`() {
    var lab = Laboratory()
    for step in Self.session.steps {
      #expect(lab.type(step.command) == step.expected, "\(step.command)")
    }
  }

  @Test func `a saved world has them`() {
    let files = FilesInMemory(texts: [:])
    var session = Session(configuration: SessionConfiguration(files: files))
    _ = session.submit("alias w='get nodes -o name'")
    _ = session.submit("save world")
    var other = Session(configuration: SessionConfiguration(files: files))
    _ = other.submit("load world")
    #expect(other.submit("w").standardOutput.hasPrefix("node/node-1\n"))
  }
}
