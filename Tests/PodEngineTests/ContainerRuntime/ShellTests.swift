import PodEngine
import Testing

/// A script, and what it must print, how it must end, and when.
struct ShellCase: Sendable, CustomTestStringConvertible {
  let script: String
  let output: String
  let exitCode: Int
  let endsAt: Int

  init(_ script: String, _ output: String, exit exitCode: Int = 0, endsAt: Int = 0) {
    self.script = script
    self.output = output
    self.exitCode = exitCode
    self.endsAt = endsAt
  }

  var testDescription: String { script }
}

@Suite struct ShellTests {
  @Test(arguments: expansions + controls + redirections + processes + builtins + utilities)
  func runs(_ example: ShellCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox:1.35", ["sh", "-c", example.script])
    bench.advance(seconds: 100)
    let record = try #require(bench.runtime.container(id))
    #expect(bench.output(id) == example.output)
    #expect(record.exitCode == example.exitCode)
    #expect(record.finishedAt?.milliseconds == example.endsAt)
  }

  static let expansions = [
    ShellCase("echo hello", "hello\n"),
    ShellCase("x=5; echo $x ${x} \"$x\" '$x' \\$x", "5 5 5 $x $x\n"),
    ShellCase("echo ${a:-d} ${a-e} ${a:+f} ${#x}", "d e 0\n"),
    ShellCase("x=abc; echo ${#x} ${x:+set} ${x#a} ${x%c} ${x:1:1} ${x/b/B}", "3 set bc ab b aBc\n"),
    ShellCase("p=/a/b/c.txt; echo ${p##*/} ${p%/*} ${p%.txt}", "c.txt /a/b /a/b/c\n"),
    ShellCase(": ${a:=v}; echo $a", "v\n"),
    ShellCase("echo ${a:?missing}; echo no", "sh: a: missing\n", exit: 2),
    ShellCase("echo $((1 + 2 * 3)) $(( (1+2)*3 )) $((7/2)) $((7%3)) $((1<2))", "7 9 3 1 1\n"),
    ShellCase("i=1; i=$((i+1)); echo $i $((i++)) $i $((i+=5)) $i", "2 2 3 8 8\n"),
    ShellCase("echo $((1/0))", "sh: divide by zero\n", exit: 2),
    ShellCase("echo $(echo a; echo b)", "a b\n"),
    ShellCase("echo \"$(echo a; echo b)\"", "a\nb\n"),
    ShellCase("echo `echo x` $(echo $(echo deep))", "x deep\n"),
    ShellCase("x=' a  b '; echo $x; echo \"$x\"", "a b\n a  b \n"),
    ShellCase(
      "set -- 'a b' c; for i in \"$@\"; do echo [$i]; done; echo $# $1", "[a b]\n[c]\n2 a b\n"),
    ShellCase("set -- a b; for i in \"$*\"; do echo [$i]; done", "[a b]\n"),
    ShellCase("IFS=:; x=a:b::c; set -- $x; echo $#", "4\n"),
    ShellCase("cd /tmp; touch b1 a1 c2; echo *1 [ab]1 z*", "a1 b1 a1 b1 z*\n"),
    ShellCase("echo $$; (echo $$)", "1\n1\n"),
    ShellCase("echo ~ $HOME $HOSTNAME", "/root /root web\n"),
    ShellCase("x=$(false); echo $?; x=$(exit 3); echo $?", "1\n3\n"),
    ShellCase("cat <<E\na $((1+1)) $(echo b)\nE\necho end", "a 2 b\nend\n"),
    ShellCase("cat <<'E'\n$x\nE", "$x\n"),
    ShellCase("echo a;# comment\necho b # c", "a\nb\n"),
  ]

  static let controls = [
    ShellCase("exit 3", "", exit: 3),
    ShellCase("exit 300", "", exit: 44),
    ShellCase("false", "", exit: 1),
    ShellCase("sleep 2; exit 0", "", endsAt: 2000),
    ShellCase("sleep 0.25 && sleep .5", "", endsAt: 750),
    ShellCase("if true; then echo a; elif true; then echo b; else echo c; fi", "a\n"),
    ShellCase("if false; then echo a; elif true; then echo b; else echo c; fi", "b\n"),
    ShellCase("if false; then echo a; fi; echo $?", "0\n"),
    ShellCase("i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done", "0\n1\n2\n"),
    ShellCase(
      "i=0; until [ $i -ge 2 ]; do sleep 1; i=$((i+1)); done; echo $i", "2\n", endsAt: 2000),
    ShellCase("for i in a b c; do [ $i = b ] && continue; echo $i; done", "a\nc\n"),
    ShellCase(
      "for i in 1 2 3; do for j in 1 2; do [ $j = 2 ] && break 2; echo $i$j; done; done", "11\n"),
    ShellCase("case abc in x) echo x;; a*|b) echo yes;; *) echo no;; esac", "yes\n"),
    ShellCase("case a in b) echo b;; esac; echo $?", "0\n"),
    ShellCase("true && echo a || echo b; false && echo c || echo d", "a\nd\n"),
    ShellCase("! true; echo $?; ! false; echo $?", "1\n0\n"),
    ShellCase("f() { echo $1 $#; return 4; }; f x y; echo $?", "x 2\n4\n"),
    ShellCase("f() { local v=in; echo $v; }; v=out; f; echo $v", "in\nout\n"),
    ShellCase("set -e; false; echo no", "", exit: 1),
    ShellCase("set -e; false || true; if false; then :; fi; echo yes", "yes\n"),
    ShellCase("set -x; echo a b", "+ echo a b\na b\n"),
    ShellCase("{ echo a; echo b; } > /tmp/f; cat /tmp/f", "a\nb\n"),
    ShellCase("(exit 5); echo $?", "5\n"),
    ShellCase("x=1; (x=2; echo $x); echo $x", "2\n1\n"),
    ShellCase("foo", "sh: foo: not found\n", exit: 127),
    ShellCase("/no/such", "sh: /no/such: not found\n", exit: 127),
    ShellCase("/tmp", "sh: /tmp: Permission denied\n", exit: 126),
    ShellCase("echo a; fi", "sh: syntax error: unexpected \"fi\"\n", exit: 2),
    ShellCase("echo a\nfi", "a\nsh: syntax error: unexpected \"fi\"\n", exit: 2),
    ShellCase("echo 'a", "sh: syntax error: unterminated quoted string\n", exit: 2),
    ShellCase(
      "while true; do echo", "sh: syntax error: unexpected end of file (expecting \"done\")\n",
      exit: 2),
    ShellCase("items=(a b)", "sh: syntax error: unexpected \"(\"\n", exit: 2),
  ]

  static let redirections = [
    ShellCase("echo a > /tmp/x; echo b >> /tmp/x; cat < /tmp/x", "a\nb\n"),
    ShellCase("ls /nope 2> /tmp/e; cat /tmp/e", "ls: /nope: No such file or directory\n"),
    ShellCase("x=$(ls /nope 2>&1); echo \"[$x]\"", "[ls: /nope: No such file or directory]\n"),
    ShellCase("echo err >&2; echo gone >/dev/null", "err\n"),
    ShellCase(
      "echo a > /no/dir/f; echo $?",
      "sh: can't create /no/dir/f: nonexistent directory\n1\n"),
    ShellCase("cat < /nope; echo $?", "sh: can't open /nope: no such file\n1\n"),
    ShellCase(
      "cat /tmp/healthy", "cat: can't open '/tmp/healthy': No such file or directory\n", exit: 1),
    ShellCase("exec > /tmp/f; echo a; cat /tmp/f >&2", "a\n"),
    ShellCase("while read a b; do echo $b-$a; done <<E\n1 2\n3 4 5\nE", "2-1\n4 5-3\n"),
    ShellCase("printf 'a\\nb\\n' | while read x; do echo [$x]; done", "[a]\n[b]\n"),
    ShellCase("echo hook > /proc/1/fd/1", "hook\n"),
  ]

  static let processes = [
    ShellCase("sleep 2 & wait; echo done", "done\n", endsAt: 2000),
    ShellCase("sleep 3 & sleep 1; wait $!; echo $?", "0\n", endsAt: 3000),
    ShellCase("(exit 7) & wait $!; echo $?", "7\n"),
    ShellCase("sleep 10 & kill $!; wait $!; echo $?", "Terminated\n143\n"),
    ShellCase("sh -c 'kill -9 $$'; echo $?", "Killed\n137\n"),
    ShellCase("trap 'echo bye' EXIT; echo a; exit 3", "a\nbye\n", exit: 3),
    ShellCase("trap 'echo got' USR1; kill -USR1 $$; echo after", "got\nafter\n"),
    ShellCase("echo b | tr b c | cat", "c\n"),
    ShellCase("yes | head -n 2", "y\ny\n"),
    ShellCase("sleep 1 | sleep 3; echo x", "x\n", endsAt: 3000),
    ShellCase("exit 3 | true; echo $?; true | exit 4; echo $?", "0\n4\n"),
    ShellCase("set -o pipefail; exit 3 | true; echo $?", "3\n"),
    ShellCase("exec sleep 2", "", endsAt: 2000),
    ShellCase("timeout 1 sleep 5; echo $?", "143\n", endsAt: 1000),
    ShellCase(
      "sleep 100 & sleep 1; ps",
      "PID   USER     TIME  COMMAND\n    1 root      0:00 ps\n    2 root      0:00 sleep 100\n",
      endsAt: 1000),
  ]

  static let builtins = [
    ShellCase(
      "[ -f /etc/passwd ] && [ ! -e /nope ] && [ -d /tmp ] && test 1 -eq 1 && echo ok", "ok\n"),
    ShellCase("[ a = a -a b != c ] && echo ok; [ 1 -gt 2 -o 2 -gt 1 ] && echo ok2", "ok\nok2\n"),
    ShellCase("[ x -eq 1 ]; echo $?", "sh: x: bad number\n2\n"),
    ShellCase("[ a", "sh: missing ]\n", exit: 2),
    ShellCase("echo -n a; echo -e 'b\\tc'; echo -en '\\n'", "ab\tc\n\n"),
    ShellCase("printf '%s-%d %5.2f|%-3s|%03d\\n' a 5 3.14159 x 7", "a-5  3.14|x  |007\n"),
    ShellCase("printf '%s\\n' a b c", "a\nb\nc\n"),
    ShellCase(
      "cd /tmp; pwd; cd /nope; echo $?",
      "/tmp\nsh: cd: line 0: can't cd to /nope: No such file or directory\n2\n"),
    ShellCase("export A=1; env | grep ^A=; B=2 sh -c 'echo $A$B'; echo [$B]", "A=1\n12\n[]\n"),
    ShellCase("readonly r=1; r=2; echo no", "sh: r: is read only\n", exit: 2),
    ShellCase("eval 'x=3; echo $x'", "3\n"),
    ShellCase("set -- a b c; shift; echo $1 $#", "b 2\n"),
    ShellCase(
      "command -v ls; command -v nope || echo none; type cd",
      "/bin/ls\nnone\ncd is a shell builtin\n"),
    ShellCase("echo 'echo sourced' > /tmp/s; . /tmp/s", "sourced\n"),
    ShellCase("printf '#!/bin/sh\\necho run $1\\n' > /tmp/r; chmod +x /tmp/r; /tmp/r z", "run z\n"),
    ShellCase("while getopts ab: o -a -b v; do echo $o$OPTARG; done", "a\nbv\n"),
  ]

  static let utilities = [
    ShellCase("touch /tmp/a; ls /tmp; rm /tmp/a; ls /tmp", "a\n"),
    ShellCase(
      "rm /nope; rm -f /nope; echo $?", "rm: can't remove '/nope': No such file or directory\n0\n"),
    ShellCase(
      "mkdir /d /d/e && ls /d; mkdir /d; mkdir -p /d/x/y; ls /d",
      "e\nmkdir: can't create directory '/d': File exists\ne\nx\n"),
    ShellCase("dd if=/dev/zero of=/f bs=1M count=60 2>/dev/null; wc -c /f", "62914560 /f\n"),
    ShellCase(
      "dd if=/dev/zero of=/f bs=1M count=2",
      "2+0 records in\n2+0 records out\n2097152 bytes (2.0MB) copied, 0.000000 seconds\n"),
    ShellCase("head -c 5 /dev/zero | tr '\\0' a", "aaaaa"),
    ShellCase("seq 3 | wc -l; seq 2 4 | tail -n 1; seq 5 -2 1 | head -n 2", "3\n4\n5\n3\n"),
    ShellCase("printf 'b\\na\\nb\\n' | sort | uniq -c", "      1 a\n      2 b\n"),
    ShellCase("echo a:b:c | cut -d: -f2,3; echo abc | rev", "b:c\ncba\n"),
    ShellCase("echo hello | sed 's/l\\+/L/; s/o$/0/'; echo a-b-c | sed 's/-/_/g'", "heL0\na_b_c\n"),
    ShellCase(
      "printf 'a1\\nb2\\n' | grep -c '[0-9]'; printf 'A\\nb\\n' | grep -iv a; echo x | grep -q y; echo $?",
      "2\nb\n1\n"),
    ShellCase(
      "date; date +%s; date -u +%Y-%m-%dT%H:%M:%SZ",
      "Thu Jan  1 00:00:00 UTC 2026\n1767225600\n2026-01-01T00:00:00Z\n"),
    ShellCase("hostname; hostname -i; whoami; id -u; uname", "web\n10.244.1.2\nroot\n0\nLinux\n"),
    ShellCase("id", "uid=0(root) gid=0(root) groups=0(root),10(wheel)\n"),
    ShellCase("basename /a/b.c .c; dirname /a/b; expr 2 + 3; which sh", "b\n/a\n5\n/bin/sh\n"),
    ShellCase("sleep x", "sleep: invalid number 'x'\n", exit: 1),
    ShellCase(
      "echo a | tee /tmp/t; cat /tmp/t; cp /tmp/t /tmp/u; mv /tmp/u /tmp/v; cat /tmp/v", "a\na\na\n"
    ),
    ShellCase(
      "ln -s /etc/passwd /tmp/l; head -n 1 /tmp/l; ls -l /tmp | cut -c1",
      "root:x:0:0:root:/root:/bin/sh\nt\nl\n"),
    ShellCase("nc -z localhost 80; echo $?", "1\n"),
    ShellCase(
      "wget -qO- http://localhost:81/",
      "wget: can't connect to remote host (127.0.0.1): Connection refused\n", exit: 1),
    ShellCase(
      "(sleep 1; echo x >> /l; sleep 1) & touch /l; timeout 3 tail -f /l", "x\n", exit: 143,
      endsAt: 3000),
  ]
}
