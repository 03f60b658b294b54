import PodEngine
import Testing

/// Scripts, and what a real dash 0.5.12 with GNU coreutils prints for them.
@Suite struct RealDashTests {
  @Test(arguments: part1 + part2 + part3)
  func printsWhatTheRealOneDoes(_ example: ShellCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("debian:12", ["sh", "-c", example.script]) {
      $0.workingDirectory = "/w"
    }
    bench.advance(seconds: 20)
    let record = try #require(bench.runtime.container(id))
    #expect(bench.output(id) == example.output)
    #expect(record.exitCode == example.exitCode)
  }

  static let part1 = [
    ShellCase(
      "echo ${nope:?must be set}; echo not",
      "sh: 1: nope: must be set\n", exit: 2),
    ShellCase(
      "echo ${nope?}; echo not",
      "sh: 1: nope: parameter not set\n", exit: 2),
    ShellCase(
      "echo $((1/0)); echo after",
      "sh: 1: arithmetic expression: division by zero: \"1/0\"\n", exit: 2),
    ShellCase(
      "echo $((08))",
      "sh: 1: arithmetic expression: expecting EOF: \"08\"\n", exit: 2),
    ShellCase(
      "echo $((1+))",
      "sh: 1: arithmetic expression: expecting primary: \"1+\"\n", exit: 2),
    ShellCase(
      "trap 'echo int' INT TERM; trap",
      "trap -- 'echo int' INT\ntrap -- 'echo int' TERM\n"),
    ShellCase(
      "trap - TERM; trap \"\" HUP; trap",
      "trap -- '' HUP\n"),
    ShellCase(
      "set -u; echo $undefined; echo no",
      "sh: 1: undefined: parameter not set\n", exit: 2),
    ShellCase(
      "set -x; x=1; echo $x \"a b\"; [ $x = 1 ]",
      "+ x=1\n+ echo 1 a b\n1 a b\n+ [ 1 = 1 ]\n"),
    ShellCase(
      "set -x; for i in 1 2; do echo $i; done",
      "+ echo 1\n1\n+ echo 2\n2\n"),
    ShellCase(
      "set -o pipefail; false | true; echo $?",
      "sh: 1: set: Illegal option -o pipefail\n", exit: 2),
    ShellCase(
      "ls nofile 2>/dev/null; echo $?",
      "2\n"),
    ShellCase(
      "cat < nofile; echo $?",
      "sh: 1: cannot open nofile: No such file\n2\n"),
    ShellCase(
      "echo x > /nodir/f; echo $?",
      "sh: 1: cannot create /nodir/f: Directory nonexistent\n2\n"),
    ShellCase(
      "printf '%d\\n' abc",
      "sh: 1: printf: abc: expected numeric value\n0\n", exit: 1),
    ShellCase(
      "printf",
      "sh: 1: printf: usage: printf format [arg ...]\n", exit: 2),
    ShellCase(
      "echo -e 'a\\tb\\nc'",
      "-e a\tb\nc\n"),
    ShellCase(
      "echo -en 'x\\n'",
      "-en x\n\n"),
    ShellCase(
      "echo 'a\\tb'",
      "a\tb\n"),
    ShellCase(
      "echo -E 'a\\tb'",
      "-E a\tb\n"),
    ShellCase(
      "[ a -eq 1 ]; echo $?",
      "sh: 1: [: Illegal number: a\n2\n"),
    ShellCase(
      "[ 1 -eq ]; echo $?",
      "sh: 1: [: -eq: argument expected\n2\n"),
    ShellCase(
      "[ 1 = 1; echo $?",
      "sh: 1: [: missing ]\n2\n"),
    ShellCase(
      "test 1 -foo 2; echo $?",
      "sh: 1: test: 1: unexpected operator\n2\n"),
    ShellCase(
      "[ a = b c ]; echo $?",
      "sh: 1: [: b: unexpected operator\n2\n"),
    ShellCase(
      "nosuchcmd; echo $?",
      "sh: 1: nosuchcmd: not found\n127\n"),
    ShellCase(
      "/bin/nosuch; echo $?",
      "sh: 1: /bin/nosuch: not found\n127\n"),
    ShellCase(
      "./nofile; echo $?",
      "sh: 1: ./nofile: not found\n127\n"),
    ShellCase(
      "echo 'echo x' > s.sh; ./s.sh; echo $?",
      "sh: 1: ./s.sh: Permission denied\n126\n"),
    ShellCase(
      "/tmp; echo $?",
      "sh: 1: /tmp: Permission denied\n126\n"),
    ShellCase(
      "cd /nope; echo $?",
      "sh: 1: cd: can't cd to /nope\n2\n"),
    ShellCase(
      "readonly R=1; R=2; echo after",
      "sh: 1: R: is read only\n", exit: 2),
    ShellCase(
      "set -- a b c; echo $# $1 $3; shift; echo $1 $#; shift 5; echo $?",
      "3 a c\nb 2\nsh: 1: shift: can't shift that many\n", exit: 2),
    ShellCase(
      "set -- -x; while getopts ab: o; do echo \"$o\"; done",
      "Illegal option -x\n?\n"),
    ShellCase(
      "set -- -b; while getopts ab: o; do echo \"$o\"; done",
      "No arg for -b option\n?\n"),
    ShellCase(
      "mkdir d; touch d/x d/.h; echo d/*; echo d/.*",
      "d/x\nd/. d/.. d/.h\n"),
    ShellCase(
      "echo $0",
      "sh\n"),
    ShellCase(
      "command -v echo; command -v nosuch; echo $?",
      "echo\n127\n"),
    ShellCase(
      "x=10; let x=x+1 2>/dev/null; echo $x",
      "10\n"),
    ShellCase(
      "exec nosuch; echo no",
      "sh: 1: exec: nosuch: not found\n", exit: 127),
  ]

  static let part2 = [
    ShellCase(
      "exit abc",
      "sh: 1: exit: Illegal number: abc\n", exit: 2),
    ShellCase(
      "return 3; echo after",
      "", exit: 3),
    ShellCase(
      "break; echo ok",
      "ok\n"),
    ShellCase(
      "if",
      "sh: 1: Syntax error: end of file unexpected (expecting \"then\")\n", exit: 2),
    ShellCase(
      "echo \"unterminated",
      "sh: 1: Syntax error: Unterminated quoted string\n", exit: 2),
    ShellCase(
      "echo )",
      "sh: 1: Syntax error: \")\" unexpected\n", exit: 2),
    ShellCase(
      "for in x; do echo; done",
      "sh: 1: Syntax error: word unexpected (expecting \"do\")\n", exit: 2),
    ShellCase(
      "case x in",
      "sh: 1: Syntax error: end of file unexpected (expecting \")\")\n", exit: 2),
    ShellCase(
      "echo $(",
      "sh: 1: Syntax error: end of file unexpected (expecting \")\")\n", exit: 2),
    ShellCase(
      "done",
      "sh: 1: Syntax error: \"done\" unexpected\n", exit: 2),
    ShellCase(
      "fi",
      "sh: 1: Syntax error: \"fi\" unexpected\n", exit: 2),
    ShellCase(
      "a b c d &&",
      "sh: 1: Syntax error: end of file unexpected\n", exit: 2),
    ShellCase(
      "echo a;; echo b",
      "sh: 1: Syntax error: \";;\" unexpected\n", exit: 2),
    ShellCase(
      ";",
      "sh: 1: Syntax error: \";\" unexpected\n", exit: 2),
    ShellCase(
      "| cat",
      "sh: 1: Syntax error: \"|\" unexpected\n", exit: 2),
    ShellCase(
      "echo ${x",
      "sh: 1: Syntax error: Missing '}'\n", exit: 2),
    ShellCase(
      "cat <<EOF\nunterminated",
      "unterminated"),
    ShellCase(
      "sh nosuchfile; echo $?",
      "sh: 0: cannot open nosuchfile: No such file\n2\n"),
    ShellCase(
      ". ./nosuch; echo $?",
      "sh: 1: .: cannot open ./nosuch: No such file\n", exit: 2),
    ShellCase(
      "kill; echo $?",
      "sh: 1: kill: Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or"
        + "\nkill -l [exitstatus]\n2\n"),
    ShellCase(
      "echo $- | grep -c . ",
      "0\n", exit: 1),
    ShellCase(
      "set -o | head -3",
      "Current option settings\nerrexit         off\nnoglob          off\n"),
    ShellCase(
      "set -o nosuch; echo $?",
      "sh: 1: set: Illegal option -o nosuch\n", exit: 2),
    ShellCase(
      "set -Z; echo $?",
      "sh: 1: set: Illegal option -Z\n", exit: 2),
    ShellCase(
      "echo $((i++)) $((++i)) $i",
      "sh: 1: arithmetic expression: expecting primary: \"i++\"\n", exit: 2),
    ShellCase(
      "[[ abc == a* ]] && echo m",
      "sh: 1: [[: not found\n", exit: 127),
    ShellCase(
      "[[ 5 -gt 3 && -n x ]] && echo y",
      "sh: 1: [[: not found\n", exit: 127),
    ShellCase(
      "function foo { echo foo; }; foo",
      "sh: 1: Syntax error: \"}\" unexpected\n", exit: 2),
    ShellCase(
      "a=(1 2 3); echo ${a[1]}",
      "sh: 1: Syntax error: \"(\" unexpected\n", exit: 2),
    ShellCase(
      "echo {1..3}",
      "{1..3}\n"),
    ShellCase(
      "cat <<< here",
      "sh: 1: Syntax error: redirection unexpected\n", exit: 2),
    ShellCase(
      "echo $'a\\tb'",
      "$a\tb\n"),
    ShellCase(
      "((x=3)); echo $x",
      "\n"),
    ShellCase(
      "source ./nosuch; echo $?",
      "sh: 1: source: not found\n127\n"),
    ShellCase(
      "echo abc | { read -n 1 x; echo $x; }",
      "sh: 1: read: Illegal option -n\n\n"),
    ShellCase(
      "printf 'y\\n' | { read -t 1 x; echo $x; }",
      "sh: 1: read: Illegal option -t\n\n"),
    ShellCase(
      "local x=1",
      "sh: 1: local: not in a function\n", exit: 2),
    ShellCase(
      "unset 1x; echo $?",
      "sh: 1: unset: 1x: bad variable name\n", exit: 2),
    ShellCase(
      "1x=5; echo $?",
      "sh: 1: 1x=5: not found\n127\n"),
    ShellCase(
      "x =5; echo $?",
      "sh: 1: x: not found\n127\n"),
  ]

  static let part3 = [
    ShellCase(
      "export 1x=3; echo $?",
      "sh: 1: export: 1x: bad variable name\n", exit: 2),
    ShellCase(
      "shift 3; echo $?",
      "sh: 1: shift: can't shift that many\n", exit: 2),
    ShellCase(
      "echo a >&9; echo $?",
      "sh: 1: 9: Bad file descriptor\n2\n"),
    ShellCase(
      "trap 'echo err' ERR 2>/dev/null; false; echo $?",
      "1\n"),
    ShellCase(
      "echo \"$((2**10))\"",
      "sh: 1: arithmetic expression: expecting primary: \"2**10\"\n", exit: 2),
    ShellCase(
      "echo $((1,2))",
      "sh: 1: arithmetic expression: expecting EOF: \"1,2\"\n", exit: 2),
    ShellCase(
      "x=abc; echo $((x))",
      "sh: 1: Illegal number: abc\n", exit: 2),
    ShellCase(
      "x=1.5; echo $((x+1))",
      "sh: 1: Illegal number: 1.5\n", exit: 2),
    ShellCase(
      "cat nofile; echo $?",
      "cat: nofile: No such file or directory\n1\n"),
    ShellCase(
      "ls nofile; echo $?",
      "ls: cannot access 'nofile': No such file or directory\n2\n"),
    ShellCase(
      "mkdir -p a/b/c; ls a; rmdir a; echo $?",
      "b\nrmdir: failed to remove 'a': Directory not empty\n1\n"),
    ShellCase(
      "rm nofile; echo $?",
      "rm: cannot remove 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "mkdir d; rm d; echo $?",
      "rm: cannot remove 'd': Is a directory\n1\n"),
    ShellCase(
      "touch x; cp x y; ls; cp nofile z; echo $?",
      "x\ny\ncp: cannot stat 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "touch x; mv x y; ls; mv nofile z; echo $?",
      "y\nmv: cannot stat 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "touch /nodir/x; echo $?",
      "touch: cannot touch '/nodir/x': No such file or directory\n1\n"),
    ShellCase(
      "find nodir; echo $?",
      "find: 'nodir': No such file or directory\n1\n"),
    ShellCase(
      "printf 'a\\nb\\n' > x; printf 'a\\nc\\n' > y; comm x y",
      "\t\ta\nb\n\tc\n"),
    ShellCase(
      "stat nofile; echo $?",
      "stat: cannot statx 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "nohup echo hi 2>/dev/null",
      "hi\n"),
    ShellCase(
      "nice echo nice",
      "nice\n"),
    ShellCase(
      "du -s nofile; echo $?",
      "du: cannot access 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "chown nosuchuser f; echo $?",
      "chown: invalid user: 'nosuchuser'\n1\n"),
    ShellCase(
      "echo \"$(cat nofile 2>&1)\"",
      "cat: nofile: No such file or directory\n"),
    ShellCase(
      "head nofile; echo $?",
      "head: cannot open 'nofile' for reading: No such file or directory\n1\n"),
    ShellCase(
      "sort nofile; echo $?",
      "sort: cannot read: nofile: No such file or directory\n2\n"),
  ]
}
