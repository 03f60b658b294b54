import PodEngine
import Testing

/// Scripts, and what a real busybox 1.35 prints for them.
@Suite struct RealBusyboxTests {
  @Test(arguments: part1 + part2 + part3)
  func printsWhatTheRealOneDoes(_ example: ShellCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox:1.35", ["sh", "-c", example.script]) {
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
      "sh: nope: must be set\n", exit: 2),
    ShellCase(
      "echo ${nope?}; echo not",
      "sh: nope: parameter not set\n", exit: 2),
    ShellCase(
      "echo $((1/0)); echo after",
      "sh: divide by zero\n", exit: 2),
    ShellCase(
      "echo $((08))",
      "sh: arithmetic syntax error\n", exit: 2),
    ShellCase(
      "echo $((1+))",
      "sh: arithmetic syntax error\n", exit: 2),
    ShellCase(
      "trap 'echo int' INT TERM; trap",
      "trap -- 'echo int' INT\ntrap -- 'echo int' TERM\n"),
    ShellCase(
      "trap - TERM; trap \"\" HUP; trap",
      "trap -- '' HUP\n"),
    ShellCase(
      "set -u; echo $undefined; echo no",
      "sh: undefined: parameter not set\n", exit: 2),
    ShellCase(
      "set -x; x=1; echo $x \"a b\"; [ $x = 1 ]",
      "+ x=1\n+ echo 1 'a b'\n1 a b\n+ '[' 1 '=' 1 ]\n"),
    ShellCase(
      "set -x; for i in 1 2; do echo $i; done",
      "+ echo 1\n1\n+ echo 2\n2\n"),
    ShellCase(
      "set -o pipefail; false | true; echo $?",
      "1\n"),
    ShellCase(
      "ls nofile 2>/dev/null; echo $?",
      "1\n"),
    ShellCase(
      "cat < nofile; echo $?",
      "sh: can't open nofile: no such file\n1\n"),
    ShellCase(
      "echo x > /nodir/f; echo $?",
      "sh: can't create /nodir/f: nonexistent directory\n1\n"),
    ShellCase(
      "printf 'a\\\\b\\n' | { read -r x; echo \"$x\"; }",
      "a\\b\n"),
    ShellCase(
      "printf '%d\\n' abc",
      "sh: invalid number 'abc'\n0\n", exit: 1),
    ShellCase(
      "printf",
      "sh: usage: printf FORMAT [ARGUMENT...]\n", exit: 2),
    ShellCase(
      "echo -e 'a\\tb\\nc'",
      "a\tb\nc\n"),
    ShellCase(
      "echo -en 'x\\n'",
      "x\n"),
    ShellCase(
      "echo 'a\\tb'",
      "a\\tb\n"),
    ShellCase(
      "echo -E 'a\\tb'",
      "a\\tb\n"),
    ShellCase(
      "[ a -eq 1 ]; echo $?",
      "sh: a: bad number\n2\n"),
    ShellCase(
      "[ 1 -eq ]; echo $?",
      "sh: -eq: argument expected\n2\n"),
    ShellCase(
      "[ 1 = 1; echo $?",
      "sh: missing ]\n2\n"),
    ShellCase(
      "test 1 -foo 2; echo $?",
      "sh: -foo: unknown operand\n2\n"),
    ShellCase(
      "[ a = b c ]; echo $?",
      "sh: c: unknown operand\n2\n"),
    ShellCase(
      "nosuchcmd; echo $?",
      "sh: nosuchcmd: not found\n127\n"),
    ShellCase(
      "/bin/nosuch; echo $?",
      "sh: /bin/nosuch: not found\n127\n"),
    ShellCase(
      "./nofile; echo $?",
      "sh: ./nofile: not found\n127\n"),
    ShellCase(
      "echo 'echo x' > s.sh; ./s.sh; echo $?",
      "sh: ./s.sh: Permission denied\n126\n"),
    ShellCase(
      "/tmp; echo $?",
      "sh: /tmp: Permission denied\n126\n"),
    ShellCase(
      "cd /nope; echo $?",
      "sh: cd: line 0: can't cd to /nope: No such file or directory\n2\n"),
    ShellCase(
      "readonly R=1; R=2; echo after",
      "sh: R: is read only\n", exit: 2),
    ShellCase(
      "set -- a b c; echo $# $1 $3; shift; echo $1 $#; shift 5; echo $?",
      "3 a c\nb 2\n1\n"),
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
      "11\n"),
  ]

  static let part2 = [
    ShellCase(
      "exec nosuch; echo no",
      "sh: exec: line 0: nosuch: not found\n", exit: 127),
    ShellCase(
      "exit abc",
      "sh: exit: line 0: Illegal number: abc\n", exit: 2),
    ShellCase(
      "return 3; echo after",
      "", exit: 3),
    ShellCase(
      "break; echo ok",
      "ok\n"),
    ShellCase(
      "if",
      "sh: syntax error: unexpected end of file (expecting \"then\")\n", exit: 2),
    ShellCase(
      "echo \"unterminated",
      "sh: syntax error: unterminated quoted string\n", exit: 2),
    ShellCase(
      "echo )",
      "sh: syntax error: unexpected \")\"\n", exit: 2),
    ShellCase(
      "for in x; do echo; done",
      "sh: syntax error: unexpected word (expecting \"do\")\n", exit: 2),
    ShellCase(
      "case x in",
      "sh: syntax error: unexpected end of file (expecting \")\")\n", exit: 2),
    ShellCase(
      "echo $(",
      "sh: syntax error: unexpected end of file (expecting \")\")\n", exit: 2),
    ShellCase(
      "done",
      "sh: syntax error: unexpected \"done\"\n", exit: 2),
    ShellCase(
      "fi",
      "sh: syntax error: unexpected \"fi\"\n", exit: 2),
    ShellCase(
      "a b c d &&",
      "sh: syntax error: unexpected end of file\n", exit: 2),
    ShellCase(
      "echo a;; echo b",
      "sh: syntax error: unexpected \";;\"\n", exit: 2),
    ShellCase(
      ";",
      "sh: syntax error: unexpected \";\"\n", exit: 2),
    ShellCase(
      "| cat",
      "sh: syntax error: unexpected \"|\"\n", exit: 2),
    ShellCase(
      "echo ${x",
      "sh: syntax error: missing '}'\n", exit: 2),
    ShellCase(
      "echo ${}",
      "sh: syntax error: bad substitution\n", exit: 2),
    ShellCase(
      "cat <<EOF\nunterminated",
      "unterminated"),
    ShellCase(
      "x=abcdef; echo ${x:2} ${x:1:3}",
      "cdef bcd\n"),
    ShellCase(
      "x=aXbXc; echo ${x/X/-} ${x//X/-}",
      "a-bXc a-b-c\n"),
    ShellCase(
      "sh nosuchfile; echo $?",
      "sh: can't open 'nosuchfile': No such file or directory\n2\n"),
    ShellCase(
      ". ./nosuch; echo $?",
      "sh: .: line 0: can't open './nosuch': No such file or directory\n", exit: 2),
    ShellCase(
      "kill; echo $?",
      "sh: you need to specify whom to kill\n1\n"),
    ShellCase(
      "echo $- | grep -c . ",
      "1\n"),
    ShellCase(
      "set -o | head -3",
      "errexit         off\nnoglob          off\nignoreeof       off\n"),
    ShellCase(
      "set -o nosuch; echo $?",
      "sh: set: line 0: illegal option -o nosuch\n1\n"),
    ShellCase(
      "set -Z; echo $?",
      "sh: set: line 0: illegal option -Z\n", exit: 2),
    ShellCase(
      "echo $((i++)) $((++i)) $i",
      "0 2 2\n"),
    ShellCase(
      "[[ abc == a* ]] && echo m",
      "m\n"),
    ShellCase(
      "[[ 5 -gt 3 && -n x ]] && echo y",
      "y\n"),
    ShellCase(
      "function foo { echo foo; }; foo",
      "foo\n"),
    ShellCase(
      "a=(1 2 3); echo ${a[1]}",
      "sh: syntax error: unexpected \"(\"\n", exit: 2),
    ShellCase(
      "echo {1..3}",
      "{1..3}\n"),
    ShellCase(
      "cat <<< here",
      "sh: syntax error: unexpected redirection\n", exit: 2),
    ShellCase(
      "echo $'a\\tb'",
      "a\tb\n"),
    ShellCase(
      "((x=3)); echo $x",
      "\n"),
    ShellCase(
      "source ./nosuch; echo $?",
      "sh: source: line 0: can't open './nosuch': No such file or directory\n", exit: 2),
    ShellCase(
      "echo abc | { read -n 1 x; echo $x; }",
      "a\n"),
    ShellCase(
      "printf 'y\\n' | { read -t 1 x; echo $x; }",
      "y\n"),
  ]

  static let part3 = [
    ShellCase(
      "local x=1",
      "sh: local: line 0: not in a function\n", exit: 2),
    ShellCase(
      "unset 1x; echo $?",
      "sh: unset: line 0: 1x: bad variable name\n", exit: 2),
    ShellCase(
      "1x=5; echo $?",
      "sh: 1x=5: not found\n127\n"),
    ShellCase(
      "x =5; echo $?",
      "sh: x: not found\n127\n"),
    ShellCase(
      "export 1x=3; echo $?",
      "sh: export: line 0: 1x: bad variable name\n", exit: 2),
    ShellCase(
      "shift 3; echo $?",
      "1\n"),
    ShellCase(
      "echo a >&9; echo $?",
      "sh: 9: Bad file descriptor\n1\n"),
    ShellCase(
      "trap 'echo err' ERR 2>/dev/null; false; echo $?",
      "err\n1\n"),
    ShellCase(
      "echo \"$((2**10))\"",
      "1024\n"),
    ShellCase(
      "echo $((1,2))",
      "2\n"),
    ShellCase(
      "x=abc; echo $((x))",
      "0\n"),
    ShellCase(
      "x=1.5; echo $((x+1))",
      "sh: arithmetic syntax error\n", exit: 2),
    ShellCase(
      "printf 'a\\nb\\n' > f; wc f; wc -l f",
      "        2         2         4 f\n2 f\n"),
    ShellCase(
      "cat nofile; echo $?",
      "cat: can't open 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "ls nofile; echo $?",
      "ls: nofile: No such file or directory\n1\n"),
    ShellCase(
      "mkdir a; mkdir a; echo $?",
      "mkdir: can't create directory 'a': File exists\n1\n"),
    ShellCase(
      "mkdir -p a/b/c; ls a; rmdir a; echo $?",
      "b\nrmdir: 'a': Directory not empty\n1\n"),
    ShellCase(
      "rm nofile; echo $?",
      "rm: can't remove 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "mkdir d; rm d; echo $?",
      "rm: 'd' is a directory\n1\n"),
    ShellCase(
      "touch x; cp x y; ls; cp nofile z; echo $?",
      "x\ny\ncp: can't stat 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "touch x; mv x y; ls; mv nofile z; echo $?",
      "y\nmv: can't rename 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "touch /nodir/x; echo $?",
      "touch: /nodir/x: No such file or directory\n1\n"),
    ShellCase(
      "sleep abc; echo $?",
      "sleep: invalid number 'abc'\n1\n"),
    ShellCase(
      "echo nosuch | xargs nosuchprog; echo $?",
      "xargs: nosuchprog: No such file or directory\n127\n"),
    ShellCase(
      "find nodir; echo $?",
      "find: nodir: No such file or directory\n1\n"),
    ShellCase(
      "stat nofile; echo $?",
      "stat: can't stat 'nofile': No such file or directory\n1\n"),
    ShellCase(
      "du -s nofile; echo $?",
      "du: nofile: No such file or directory\n1\n"),
    ShellCase(
      "chmod 600 nofile; echo $?",
      "chmod: nofile: No such file or directory\n1\n"),
    ShellCase(
      "touch f; chmod 640 f; stat -c %a f; chmod u+x,g-r f; stat -c %a f; chmod abc"
        + " f; echo $?",
      "640\n700\nchmod: invalid mode 'abc'\n1\n"),
    ShellCase(
      "chown nosuchuser f; echo $?",
      "chown: unknown user nosuchuser\n1\n"),
    ShellCase(
      "echo \"$(cat nofile 2>&1)\"",
      "cat: can't open 'nofile': No such file or directory\n"),
    ShellCase(
      "head nofile; echo $?",
      "head: nofile: No such file or directory\n1\n"),
    ShellCase(
      "sort nofile; echo $?",
      "sort: nofile: No such file or directory\n2\n"),
  ]
}
