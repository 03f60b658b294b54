import PodEngine
import Testing

/// Scripts whose output and exit status are the same in busybox 1.35, dash 0.5.12 and bash 5.2;
/// written down from the real programs.
@Suite struct SameInAllShellsTests {
  @Test(arguments: part1 + part2 + part3, RealShell.all)
  func printsWhatTheRealOneDoes(_ example: ShellCase, in shell: RealShell) throws {
    var bench = RuntimeBench()
    let id = try bench.start(shell.image, [shell.name, "-c", example.script]) {
      $0.workingDirectory = "/w"
    }
    bench.advance(seconds: 20)
    let record = try #require(bench.runtime.container(id))
    #expect(bench.output(id) == example.output)
    #expect(record.exitCode == example.exitCode)
  }

  static let part1 = [
    ShellCase(
      "echo hello world",
      "hello world\n"),
    ShellCase(
      "echo \"a  b\"   c",
      "a  b c\n"),
    ShellCase(
      "echo 'single $HOME `x`'",
      "single $HOME `x`\n"),
    ShellCase(
      "echo \"dq $((1+2)) $(echo sub) `echo bt` \\$x \\\" \\\\\"",
      "dq 3 sub bt $x \" \\\n"),
    ShellCase(
      "x=1; echo $x${x}x \"$x\"'$x'",
      "11x 1$x\n"),
    ShellCase(
      "echo ${undef:-default} ${undef-d2} ${undef:+alt}",
      "default d2\n"),
    ShellCase(
      "x=; echo \"[${x:-e}] [${x-e}] [${x+set}] [${x:+set}]\"",
      "[e] [] [set] []\n"),
    ShellCase(
      ": ${y:=hello}; echo $y",
      "hello\n"),
    ShellCase(
      "f=/usr/local/lib/file.tar.gz; echo ${f##*/} ${f#*/} ${f%.*} ${f%%.*} ${#f}",
      "file.tar.gz usr/local/lib/file.tar.gz /usr/local/lib/file.tar /usr/local/lib"
        + "/file 26\n"),
    ShellCase(
      "echo $((3+4*2)) $(((3+4)*2)) $((10/3)) $((10%3)) $((-7/2)) $((2<<3)) $((0xff"
        + ")) $((010))",
      "11 14 3 1 -3 16 255 8\n"),
    ShellCase(
      "echo $((1 ? 5 : 6)) $((0 || 3)) $((!0)) $((~5)) $((5&3)) $((5|3)) $((5^3))",
      "5 1 1 -6 1 7 6\n"),
    ShellCase(
      "x=5; echo $((x+1)) $((x*=2)) $x",
      "6 10 10\n"),
    ShellCase(
      "for i in 1 2 3; do echo $i; done",
      "1\n2\n3\n"),
    ShellCase(
      "for i in a b; do for j in 1 2; do echo $i$j; done; done",
      "a1\na2\nb1\nb2\n"),
    ShellCase(
      "i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done",
      "1\n2\n3\n"),
    ShellCase(
      "i=3; until [ $i -eq 0 ]; do echo $i; i=$((i-1)); done",
      "3\n2\n1\n"),
    ShellCase(
      "for i in 1 2 3 4 5; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done",
      "1\n3\n"),
    ShellCase(
      "case foo.txt in *.c) echo c;; *.txt|*.md) echo text;; *) echo other;; esac",
      "text\n"),
    ShellCase(
      "case \"$1\" in \"\") echo empty;; ?) echo one;; esac",
      "empty\n"),
    ShellCase(
      "case x in [a-w]) echo 1;; [!a-w]) echo 2;; esac",
      "2\n"),
    ShellCase(
      "f() { echo \"in $1 $# $*\"; return 3; }; f a b c; echo $?",
      "in a 3 a b c\n3\n"),
    ShellCase(
      "f() { local v=1; v=2; echo $v; }; v=9; f; echo $v",
      "2\n9\n"),
    ShellCase(
      "f() { g; }; g() { echo g; }; f",
      "g\n"),
    ShellCase(
      "fact() { if [ $1 -le 1 ]; then echo 1; else echo $(( $1 * $(fact $(($1-1))) "
        + ")); fi; }; fact 6",
      "720\n"),
    ShellCase(
      "trap 'echo bye' EXIT; echo hi",
      "hi\nbye\n"),
    ShellCase(
      "trap 'echo bye; exit 7' EXIT; exit 3",
      "bye\n", exit: 7),
    ShellCase(
      "trap 'echo got $?' EXIT; false",
      "got 1\n", exit: 1),
    ShellCase(
      "set -e; false; echo no",
      "", exit: 1),
    ShellCase(
      "set -e; false || true; echo yes",
      "yes\n"),
    ShellCase(
      "set -e; if false; then :; fi; echo ok; (exit 5); echo no",
      "ok\n", exit: 5),
    ShellCase(
      "set -u; echo ${undefined:-ok}",
      "ok\n"),
    ShellCase(
      "false | true; echo $?",
      "0\n"),
    ShellCase(
      "cat <<EOF\nhello $((1+1)) ${x:-d}\n\ttab \\$x \\\\ \"q\"\nEOF",
      "hello 2 d\n\ttab $x \\ \"q\"\n"),
    ShellCase(
      "cat <<'EOF'\nno $x `y`\nEOF",
      "no $x `y`\n"),
    ShellCase(
      "cat <<-EOF\n\tstripped\n\t\ttwo\n\tEOF",
      "stripped\ntwo\n"),
    ShellCase(
      "cat <<A <<B\na\nA\nb\nB",
      "b\n"),
    ShellCase(
      "echo a > f; echo b >> f; cat f",
      "a\nb\n"),
    ShellCase(
      "echo err >&2",
      "err\n"),
    ShellCase(
      "{ echo out; echo err >&2; } > f 2>&1; cat f",
      "out\nerr\n"),
    ShellCase(
      "exec 3> f; echo three >&3; exec 3>&-; cat f",
      "three\n"),
  ]

  static let part2 = [
    ShellCase(
      "exec 3< /dev/null; read x <&3; echo $?",
      "1\n"),
    ShellCase(
      "echo a | cat | cat",
      "a\n"),
    ShellCase(
      "echo \"a b c\" | while read x y; do echo \"$x-$y\"; done",
      "a-b c\n"),
    ShellCase(
      "printf 'a\\nb\\n' | while read l; do echo \"[$l]\"; done",
      "[a]\n[b]\n"),
    ShellCase(
      "read x < /dev/null; echo $?",
      "1\n"),
    ShellCase(
      "printf 'a\\\\b\\n' | { read x; echo \"$x\"; }",
      "ab\n"),
    ShellCase(
      "printf 'a:b:c\\n' | { IFS=: read x y; echo \"$x|$y\"; }",
      "a|b:c\n"),
    ShellCase(
      "printf '  lead trail  \\n' | { read x; echo \"[$x]\"; }",
      "[lead trail]\n"),
    ShellCase(
      "printf '  lead trail  \\n' | { IFS= read -r x; echo \"[$x]\"; }",
      "[  lead trail  ]\n"),
    ShellCase(
      "printf '%s\\n' a b c",
      "a\nb\nc\n"),
    ShellCase(
      "printf '%d %5d|%-5d|%05d\\n' 1 2 3 4",
      "1     2|3    |00004\n"),
    ShellCase(
      "printf '%s %s\\n' a",
      "a \n"),
    ShellCase(
      "printf '%x %o %X %c %%\\n' 255 8 255 abc",
      "ff 10 FF a %\n"),
    ShellCase(
      "printf '%.2f %5.1f %e\\n' 3.14159 2.5 1000",
      "3.14   2.5 1.000000e+03\n"),
    ShellCase(
      "printf '%b\\n' 'a\\tb\\n'",
      "a\tb\n\n"),
    ShellCase(
      "printf 'no newline'",
      "no newline"),
    ShellCase(
      "printf '%s'",
      ""),
    ShellCase(
      "echo -n no; echo newline",
      "nonewline\n"),
    ShellCase(
      "echo -x foo",
      "-x foo\n"),
    ShellCase(
      "[ -z \"\" ] && echo z; [ -n a ] && echo n; [ a = a ] && echo eq; [ a != b ] "
        + "&& echo ne",
      "z\nn\neq\nne\n"),
    ShellCase(
      "[ 1 -lt 2 -a 3 -gt 2 ] && echo and; [ 1 -eq 2 -o 1 -eq 1 ] && echo or",
      "and\nor\n"),
    ShellCase(
      "[ ! -e /nope ]; echo $?; [ ]; echo $?; [ x ]; echo $?",
      "0\n1\n0\n"),
    ShellCase(
      "[ \"a\" \\< \"b\" ] && echo less",
      "less\n"),
    ShellCase(
      "echo '#!/bin/sh\necho script $1 $0' > s.sh; chmod +x s.sh; ./s.sh arg",
      "script arg ./s.sh\n"),
    ShellCase(
      "cd /tmp; pwd; cd -; ",
      "/tmp\n/w\n"),
    ShellCase(
      "cd /usr/bin/..; pwd",
      "/usr\n"),
    ShellCase(
      "x=abc; unset x; echo \"[$x]\"",
      "[]\n"),
    ShellCase(
      "export A=1; sh -c 'echo $A'",
      "1\n"),
    ShellCase(
      "A=2 sh -c 'echo $A'; echo \"[$A]\"",
      "2\n[]\n"),
    ShellCase(
      "set -- \"a b\" c; for x; do echo \"[$x]\"; done; echo \"$*\"; IFS=,; echo \"$*\"",
      "[a b]\n[c]\na b c\na b,c\n"),
    ShellCase(
      "set -- a b c d e f g h i j k; echo $10 ${10} ${11}",
      "a0 j k\n"),
    ShellCase(
      "while getopts ab:c o -a -b val -c rest; do echo \"$o $OPTARG\"; done; echo $OPTIND",
      "a \nb val\nc \n5\n"),
    ShellCase(
      "set -- -b; while getopts :ab: o; do echo \"$o $OPTARG\"; done",
      ": b\n"),
    ShellCase(
      "eval 'echo evaled $((1+1))'",
      "evaled 2\n"),
    ShellCase(
      "eval \"x=5\"; echo $x",
      "5\n"),
    ShellCase(
      "x='echo hi'; $x",
      "hi\n"),
    ShellCase(
      "x='a   b'; echo $x; echo \"$x\"",
      "a b\na   b\n"),
    ShellCase(
      "echo *.nomatch",
      "*.nomatch\n"),
    ShellCase(
      "touch a1 a2 b1; echo a* ?1 [ab]1 *",
      "a1 a2 a1 b1 a1 b1 a1 a2 b1\n"),
    ShellCase(
      "set -f; echo *",
      "*\n"),
  ]

  static let part3 = [
    ShellCase(
      "echo ~ ~root",
      "/root /root\n"),
    ShellCase(
      "echo $?; false; echo $?",
      "0\n1\n"),
    ShellCase(
      "true && echo a || echo b; false && echo a || echo b",
      "a\nb\n"),
    ShellCase(
      "! true; echo $?",
      "1\n"),
    ShellCase(
      "{ echo a; echo b; } | cat",
      "a\nb\n"),
    ShellCase(
      "(x=5; echo $x); echo \"[$x]\"",
      "5\n[]\n"),
    ShellCase(
      "(cd /tmp; pwd); pwd",
      "/tmp\n/w\n"),
    ShellCase(
      "if true; then echo t; else echo f; fi",
      "t\n"),
    ShellCase(
      "if false; then echo 1; elif false; then echo 2; else echo 3; fi",
      "3\n"),
    ShellCase(
      "if [ -f /nope ]; then echo y; fi; echo $?",
      "0\n"),
    ShellCase(
      "while false; do :; done; echo $?",
      "0\n"),
    ShellCase(
      "command echo hi",
      "hi\n"),
    ShellCase(
      "umask",
      "0022\n"),
    ShellCase(
      "exec echo replaced; echo no",
      "replaced\n"),
    ShellCase(
      "exit 256",
      ""),
    ShellCase(
      "x=$(printf 'a\\n\\n\\n'); echo \"[$x]\"",
      "[a]\n"),
    ShellCase(
      "echo \"$(echo \"nested $(echo \"deep\")\")\"",
      "nested deep\n"),
    ShellCase(
      "echo `echo \\`echo bt\\``",
      "bt\n"),
    ShellCase(
      "echo $(( $(echo 3) + 1 ))",
      "4\n"),
    ShellCase(
      "echo a#b #comment",
      "a#b\n"),
  ]
}
