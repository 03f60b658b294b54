import PodEngine
import Testing

/// Scripts, and what a real bash 5.2 with GNU coreutils prints for them.
@Suite struct RealBashTests {
  @Test(arguments: part1 + part2 + part3)
  func printsWhatTheRealOneDoes(_ example: ShellCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("debian:12", ["bash", "-c", example.script]) {
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
      "bash: line 1: nope: must be set\n", exit: 127),
    ShellCase(
      "echo ${nope?}; echo not",
      "bash: line 1: nope: parameter not set\n", exit: 127),
    ShellCase(
      "echo $((1/0)); echo after",
      "bash: line 1: 1/0: division by 0 (error token is \"0\")\n", exit: 1),
    ShellCase(
      "echo $((08))",
      "bash: line 1: 08: value too great for base (error token is \"08\")\n", exit: 1),
    ShellCase(
      "echo $((1+))",
      "bash: line 1: 1+: syntax error: operand expected (error token is \"+\")\n", exit: 1),
    ShellCase(
      "trap 'echo int' INT TERM; trap",
      "trap -- 'echo int' SIGINT\ntrap -- 'echo int' SIGTERM\n"),
    ShellCase(
      "trap - TERM; trap \"\" HUP; trap",
      "trap -- '' SIGHUP\n"),
    ShellCase(
      "set -u; echo $undefined; echo no",
      "bash: line 1: undefined: unbound variable\n", exit: 127),
    ShellCase(
      "set -x; x=1; echo $x \"a b\"; [ $x = 1 ]",
      "+ x=1\n+ echo 1 'a b'\n1 a b\n+ '[' 1 = 1 ']'\n"),
    ShellCase(
      "set -x; for i in 1 2; do echo $i; done",
      "+ for i in 1 2\n+ echo 1\n1\n+ for i in 1 2\n+ echo 2\n2\n"),
    ShellCase(
      "set -o pipefail; false | true; echo $?",
      "1\n"),
    ShellCase(
      "ls nofile 2>/dev/null; echo $?",
      "2\n"),
    ShellCase(
      "cat < nofile; echo $?",
      "bash: line 1: nofile: No such file or directory\n1\n"),
    ShellCase(
      "echo x > /nodir/f; echo $?",
      "bash: line 1: /nodir/f: No such file or directory\n1\n"),
    ShellCase(
      "printf 'a\\\\b\\n' | { read -r x; echo \"$x\"; }",
      "a\\b\n"),
    ShellCase(
      "printf '%d\\n' abc",
      "bash: line 1: printf: abc: invalid number\n0\n", exit: 1),
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
      "bash: line 1: [: a: integer expression expected\n2\n"),
    ShellCase(
      "[ 1 -eq ]; echo $?",
      "bash: line 1: [: 1: unary operator expected\n2\n"),
    ShellCase(
      "[ 1 = 1; echo $?",
      "bash: line 1: [: missing `]'\n2\n"),
    ShellCase(
      "test 1 -foo 2; echo $?",
      "bash: line 1: test: -foo: binary operator expected\n2\n"),
    ShellCase(
      "[ a = b c ]; echo $?",
      "bash: line 1: [: too many arguments\n2\n"),
    ShellCase(
      "nosuchcmd; echo $?",
      "bash: line 1: nosuchcmd: command not found\n127\n"),
    ShellCase(
      "/bin/nosuch; echo $?",
      "bash: line 1: /bin/nosuch: No such file or directory\n127\n"),
    ShellCase(
      "./nofile; echo $?",
      "bash: line 1: ./nofile: No such file or directory\n127\n"),
    ShellCase(
      "echo 'echo x' > s.sh; ./s.sh; echo $?",
      "bash: line 1: ./s.sh: Permission denied\n126\n"),
    ShellCase(
      "/tmp; echo $?",
      "bash: line 1: /tmp: Is a directory\n126\n"),
    ShellCase(
      "cd /nope; echo $?",
      "bash: line 1: cd: /nope: No such file or directory\n1\n"),
    ShellCase(
      "readonly R=1; R=2; echo after",
      "bash: line 1: R: readonly variable\n", exit: 1),
    ShellCase(
      "set -- a b c; echo $# $1 $3; shift; echo $1 $#; shift 5; echo $?",
      "3 a c\nb 2\n1\n"),
    ShellCase(
      "set -- -x; while getopts ab: o; do echo \"$o\"; done",
      "bash: illegal option -- x\n?\n"),
    ShellCase(
      "set -- -b; while getopts ab: o; do echo \"$o\"; done",
      "bash: option requires an argument -- b\n?\n"),
    ShellCase(
      "mkdir d; touch d/x d/.h; echo d/*; echo d/.*",
      "d/x\nd/.h\n"),
    ShellCase(
      "echo $0",
      "bash\n"),
    ShellCase(
      "command -v echo; command -v nosuch; echo $?",
      "echo\n1\n"),
    ShellCase(
      "x=10; let x=x+1 2>/dev/null; echo $x",
      "11\n"),
    ShellCase(
      "exec nosuch; echo no",
      "bash: line 1: exec: nosuch: not found\n", exit: 127),
  ]

  static let part2 = [
    ShellCase(
      "exit abc",
      "bash: line 1: exit: abc: numeric argument required\n", exit: 2),
    ShellCase(
      "return 3; echo after",
      "bash: line 1: return: can only `return' from a function or sourced script\nafter\n"),
    ShellCase(
      "break; echo ok",
      "bash: line 1: break: only meaningful in a `for', `while', or `until' loop\nok\n"),
    ShellCase(
      "if",
      "bash: -c: line 2: syntax error: unexpected end of file\n", exit: 2),
    ShellCase(
      "echo \"unterminated",
      "bash: -c: line 1: unexpected EOF while looking for matching `\"'\n", exit: 2),
    ShellCase(
      "echo )",
      "bash: -c: line 1: syntax error near unexpected token `)'\nbash: -c: line 1: "
        + "`echo )'\n", exit: 2),
    ShellCase(
      "case x in",
      "bash: -c: line 2: syntax error: unexpected end of file\n", exit: 2),
    ShellCase(
      "done",
      "bash: -c: line 1: syntax error near unexpected token `done'\nbash: -c: line "
        + "1: `done'\n", exit: 2),
    ShellCase(
      "fi",
      "bash: -c: line 1: syntax error near unexpected token `fi'\nbash: -c: line 1: `fi'\n", exit: 2
    ),
    ShellCase(
      "a b c d &&",
      "bash: -c: line 2: syntax error: unexpected end of file\n", exit: 2),
    ShellCase(
      "echo a;; echo b",
      "bash: -c: line 1: syntax error near unexpected token `;;'\nbash: -c: line 1:"
        + " `echo a;; echo b'\n", exit: 2),
    ShellCase(
      ";",
      "bash: -c: line 1: syntax error near unexpected token `;'\nbash: -c: line 1: `;'\n", exit: 2),
    ShellCase(
      "| cat",
      "bash: -c: line 1: syntax error near unexpected token `|'\nbash: -c: line 1: "
        + "`| cat'\n", exit: 2),
    ShellCase(
      "echo ${x",
      "bash: -c: line 1: unexpected EOF while looking for matching `}'\n", exit: 2),
    ShellCase(
      "x=abcdef; echo ${x:2} ${x:1:3}",
      "cdef bcd\n"),
    ShellCase(
      "x=aXbXc; echo ${x/X/-} ${x//X/-}",
      "a-bXc a-b-c\n"),
    ShellCase(
      "sh nosuchfile; echo $?",
      "sh: 0: cannot open nosuchfile: No such file\n2\n"),
    ShellCase(
      ". ./nosuch; echo $?",
      "bash: line 1: ./nosuch: No such file or directory\n1\n"),
    ShellCase(
      "kill; echo $?",
      "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or k"
        + "ill -l [sigspec]\n2\n"),
    ShellCase(
      "echo $- | grep -c . ",
      "1\n"),
    ShellCase(
      "set -o nosuch; echo $?",
      "bash: line 1: set: nosuch: invalid option name\n2\n"),
    ShellCase(
      "set -Z; echo $?",
      "bash: line 1: set: -Z: invalid option\nset: usage: set [-abefhkmnptuvxBCEHPT"
        + "] [-o option-name] [--] [-] [arg ...]\n2\n"),
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
      "2\n"),
    ShellCase(
      "echo {1..3}",
      "1 2 3\n"),
    ShellCase(
      "cat <<< here",
      "here\n"),
    ShellCase(
      "echo $'a\\tb'",
      "a\tb\n"),
    ShellCase(
      "((x=3)); echo $x",
      "3\n"),
    ShellCase(
      "source ./nosuch; echo $?",
      "bash: line 1: ./nosuch: No such file or directory\n1\n"),
    ShellCase(
      "echo abc | { read -n 1 x; echo $x; }",
      "a\n"),
    ShellCase(
      "printf 'y\\n' | { read -t 1 x; echo $x; }",
      "y\n"),
    ShellCase(
      "local x=1",
      "bash: line 1: local: can only be used in a function\n", exit: 1),
    ShellCase(
      "unset 1x; echo $?",
      "0\n"),
    ShellCase(
      "1x=5; echo $?",
      "bash: line 1: 1x=5: command not found\n127\n"),
    ShellCase(
      "x =5; echo $?",
      "bash: line 1: x: command not found\n127\n"),
    ShellCase(
      "export 1x=3; echo $?",
      "bash: line 1: export: `1x=3': not a valid identifier\n1\n"),
    ShellCase(
      "shift 3; echo $?",
      "1\n"),
  ]

  static let part3 = [
    ShellCase(
      "echo a >&9; echo $?",
      "bash: line 1: 9: Bad file descriptor\n1\n"),
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
      "bash: line 1: 1.5: syntax error: invalid arithmetic operator (error token is"
        + " \".5\")\n", exit: 1),
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
