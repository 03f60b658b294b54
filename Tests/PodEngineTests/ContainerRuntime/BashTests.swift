import PodEngine
import Testing

/// What bash has beyond POSIX; outputs as of a real bash 5.2.
@Suite struct BashTests {
  @Test(arguments: arrays + conditions + words)
  func runs(_ example: ShellCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("bash:5.2", ["bash", "-c", example.script])
    bench.advance(seconds: 10)
    let record = try #require(bench.runtime.container(id))
    #expect(bench.output(id) == example.output)
    #expect(record.exitCode == example.exitCode)
  }

  static let arrays = [
    ShellCase(
      "items=(foo bar baz)\necho ${items[1]} ${items[-1]} ${#items[@]} $items", "bar baz 3 foo\n"),
    ShellCase(
      "a=(1 2); a+=(3 'four five'); for x in \"${a[@]}\"; do echo \"<$x>\"; done",
      "<1>\n<2>\n<3>\n<four five>\n"),
    ShellCase("a[5]=x; a[2]=y; echo ${a[@]} ${!a[@]}; unset 'a[2]'; echo ${a[@]}", "y x 2 5\nx\n"),
    ShellCase(
      "a=(a b c d); i=2; echo ${a[i]} ${a[i+1]} ${a[@]:1:2} \"${a[*]}\"", "c d b c a b c d\n"),
    ShellCase(
      "a=(); echo ${#a[@]} ${a[@]:-none}; for x in \"${a[@]}\"; do echo x; done", "0 none\n"),
    ShellCase("a=(x1 x2); echo ${a[@]/x/y} ${a[@]#x}", "y1 y2 1 2\n"),
    ShellCase("read -ra a <<< 'x y z'; echo ${a[1]} ${#a[@]}", "y 3\n"),
  ]

  static let conditions = [
    ShellCase("[[ -n abc && abc == a* ]] && echo yes", "yes\n"),
    ShellCase("x='a b'; [[ $x == 'a b' ]] && [[ ! -e /nope ]] && echo ok", "ok\n"),
    ShellCase("[[ abc =~ ^a(b)c$ ]] && echo ${BASH_REMATCH[0]}", "abc\n"),
    ShellCase("[[ 3 -gt 2 || 1 -gt 2 ]] && echo gt; [[ a < b ]] && echo less", "gt\nless\n"),
    ShellCase("[[ ( 1 == 1 ) && 2 != 3 ]]; echo $?; [[ x == y ]]; echo $?", "0\n1\n"),
    ShellCase("for ((i=0;i<3;i++)); do echo $i; done", "0\n1\n2\n"),
    ShellCase(
      "x=3; while ((x>0)); do ((x--)); if ((x==1)); then continue; fi; echo $x; done", "2\n0\n"),
    ShellCase("((0)) || echo zero; ((x=5*3)); echo $x", "zero\n15\n"),
  ]

  static let words = [
    ShellCase(
      "echo {1..3} {a,b}{x,y} pre{1,2}post {08..10} {c..a}",
      "1 2 3 ax ay bx by pre1post pre2post 08 09 10 c b a\n"),
    ShellCase("echo 'b{1,2}' \"c{1,2}\" {x} {}", "b{1,2} c{1,2} {x} {}\n"),
    ShellCase("echo $'a\\tb'; x=abc; x+=def; echo $x ${x^^} ${x^}", "a\tb\nabcdef ABCDEF Abcdef\n"),
    ShellCase("cat <<< \"hello $((1+1))\"", "hello 2\n"),
    ShellCase("ls /nope &> /tmp/o; wc -l < /tmp/o", "1\n"),
    ShellCase("function f { echo \"f $1\"; }; f 3", "f 3\n"),
    ShellCase("n=NAME; NAME=v; echo ${!n}", "v\n"),
    ShellCase("declare -r R=1; R=2; echo after", "bash: line 1: R: readonly variable\n", exit: 1),
  ]

  /// The same words mean nothing to the shells of busybox and Debian.
  @Test(arguments: [
    ("busybox:1.35", "sh", "a=(1 2)", "sh: syntax error: unexpected \"(\"\n"),
    ("busybox:1.35", "sh", "[[ -e /bin ]] && echo ash knows it", "ash knows it\n"),
    ("debian:12", "sh", "[[ -e /bin ]] || echo no", "sh: 1: [[: not found\nno\n"),
    ("busybox:1.35", "sh", "echo {1..3}", "{1..3}\n"),
  ])
  func isBashOnly(_ image: String, _ shell: String, _ script: String, _ output: String) throws {
    var bench = RuntimeBench()
    let id = try bench.start(image, [shell, "-c", script])
    bench.advance(seconds: 1)
    #expect(bench.output(id) == output)
  }
}
