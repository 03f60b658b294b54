import PodEngine
import Testing

/// Scripts whose output and exit status are the same in busybox 1.35, dash 0.5.12 and bash 5.2;
/// written down from the real programs.
@Suite struct MoreInAllShellsTests {
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
      "echo \"a\nb\"",
      "a\nb\n"),
    ShellCase(
      "echo a\\\nb",
      "ab\n"),
    ShellCase(
      "x=\"a'b\"; echo \"$x\" 'c\"d'",
      "a'b c\"d\n"),
    ShellCase(
      "echo \"${x:-\"quoted default\"}\" ${x:-a b}",
      "quoted default a b\n"),
    ShellCase(
      "echo ${#} $#",
      "0 0\n"),
    ShellCase(
      "x=hello; echo ${x%l*} ${x#*l} ${x%%l*} ${x##*l}",
      "hel lo he o\n"),
    ShellCase(
      "echo \"[$@]\" \"[$*]\"",
      "[] []\n"),
    ShellCase(
      "sh -c 'echo $0 $1 $2' name a b",
      "name a b\n"),
    ShellCase(
      "echo 'echo from stdin $1' | sh -s arg",
      "from stdin arg\n"),
    ShellCase(
      "echo 'v=sourced' > lib; . ./lib; echo $v",
      "sourced\n"),
    ShellCase(
      "kill -l 15; kill -l 9",
      "TERM\nKILL\n"),
    ShellCase(
      "jobs; echo $?",
      "0\n"),
    ShellCase(
      "x=$((5 > 3 && 2 < 1)); echo $x",
      "0\n"),
    ShellCase(
      "echo \"a b\" | { read a; echo \"$a\"; }; echo \"[$a]\"",
      "a b\n[]\n"),
    ShellCase(
      "printf '%s\\n' \"$(seq 1 3)\"",
      "1\n2\n3\n"),
    ShellCase(
      "read -p 'prompt: ' x < /dev/null; echo $?",
      "1\n"),
    ShellCase(
      "unset -f nosuch; echo $?",
      "0\n"),
    ShellCase(
      "exec 9>&1; echo nine >&9",
      "nine\n"),
    ShellCase(
      "true | false; echo $?",
      "1\n"),
    ShellCase(
      "! false | true; echo $?",
      "1\n"),
    ShellCase(
      "until true; do :; done; echo $?",
      "0\n"),
    ShellCase(
      "for x in; do echo $x; done; echo $?",
      "0\n"),
    ShellCase(
      "x=1 y=2; echo $x$y",
      "12\n"),
    ShellCase(
      "x=$y$z; echo \"[$x]\"",
      "[]\n"),
    ShellCase(
      "echo \"tab\tx\" | tr '\\t' '_'",
      "tab_x\n"),
    ShellCase(
      "trap 'echo one' EXIT; (echo sub); echo main",
      "sub\nmain\none\n"),
    ShellCase(
      "true; echo \"${?}\"",
      "0\n"),
    ShellCase(
      "x=-5; echo $((x%3)) $((-x))",
      "-2 5\n"),
    ShellCase(
      "echo $((9223372036854775807+1))",
      "-9223372036854775808\n"),
    ShellCase(
      "echo ${HOME#/} \"${HOME%/*}\"",
      "root \n"),
    ShellCase(
      "printf 'b\\na\\nc\\na\\n' | sort",
      "a\na\nb\nc\n"),
    ShellCase(
      "printf '10\\n9\\n1\\n' | sort -n",
      "1\n9\n10\n"),
    ShellCase(
      "printf '10\\n9\\n1\\n' | sort -rn | head -1",
      "10\n"),
    ShellCase(
      "printf 'a\\na\\nb\\n' | uniq -c",
      "      2 a\n      1 b\n"),
    ShellCase(
      "printf 'x 2\\ny 1\\n' | sort -k2 -n",
      "y 1\nx 2\n"),
    ShellCase(
      "printf 'a:3\\nb:1\\n' | sort -t: -k2",
      "b:1\na:3\n"),
    ShellCase(
      "printf 'a,b,c\\n' | cut -d, -f2",
      "b\n"),
    ShellCase(
      "printf 'abcdef\\n' | cut -c2-4",
      "bcd\n"),
    ShellCase(
      "echo hello | tr a-z A-Z",
      "HELLO\n"),
    ShellCase(
      "echo 'a  b' | tr -s ' '",
      "a b\n"),
  ]

  static let part2 = [
    ShellCase(
      "echo hello | sed 's/l/L/g'",
      "heLLo\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | sed -n 2p",
      "2\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | sed 2d",
      "1\n3\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | sed -n '2,3p'",
      "2\n3\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | sed '$d'",
      "1\n2\n"),
    ShellCase(
      "echo 'foo bar' | sed -E 's/(\\w+) (\\w+)/\\2 \\1/'",
      "bar foo\n"),
    ShellCase(
      "printf '1\\n2\\n' | sed 's/^/> /'",
      "> 1\n> 2\n"),
    ShellCase(
      "printf 'one\\ntwo\\n' | grep o",
      "one\ntwo\n"),
    ShellCase(
      "printf 'one\\ntwo\\n' | grep -c o; printf 'one\\n' | grep -v one; echo $?",
      "2\n1\n"),
    ShellCase(
      "printf 'one\\ntwo\\n' | grep -n two",
      "2:two\n"),
    ShellCase(
      "printf 'One\\n' | grep -i one; printf 'a.b\\n' | grep -F a.b",
      "One\na.b\n"),
    ShellCase(
      "echo abc > f; grep x f; echo $?; grep -q abc f && echo found",
      "1\nfound\n"),
    ShellCase(
      "grep x nofile; echo $?",
      "grep: nofile: No such file or directory\n2\n"),
    ShellCase(
      "printf 'a b c\\n' | wc -w; printf 'abc' | wc -c; printf 'a\\nb\\n' | wc -l",
      "3\n3\n2\n"),
    ShellCase(
      "seq 3; seq 2 4; seq 1 2 5; seq 3 -1 1",
      "1\n2\n3\n2\n3\n4\n1\n3\n5\n3\n2\n1\n"),
    ShellCase(
      "seq -s, 3",
      "1,2,3\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n4\\n' | head -n 2; printf '1\\n2\\n3\\n' | tail -n 1",
      "1\n2\n3\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | head -n -1",
      "1\n2\n"),
    ShellCase(
      "printf '1\\n2\\n3\\n' | tail -n +2",
      "2\n3\n"),
    ShellCase(
      "rm -f nofile; echo $?",
      "0\n"),
    ShellCase(
      "echo hi > a; ln -s a b; cat b; readlink b",
      "hi\na\n"),
    ShellCase(
      "ln -s x; echo $?",
      "0\n"),
    ShellCase(
      "basename /a/b/c.txt .txt; dirname /a/b/c",
      "c\n/a/b\n"),
    ShellCase(
      "expr 1 + 2; expr 5 \\* 3; expr 1 = 2; echo $?",
      "3\n15\n0\n1\n"),
    ShellCase(
      "timeout 5 echo fast",
      "fast\n"),
    ShellCase(
      "printf 'a b\\nc\\n' | xargs echo",
      "a b c\n"),
    ShellCase(
      "printf '1 2 3\\n' | xargs -n1 echo x",
      "x 1\nx 2\nx 3\n"),
    ShellCase(
      "printf 'a\\nb\\n' | xargs -I{} echo [{}]",
      "[a]\n[b]\n"),
    ShellCase(
      "mkdir -p d/e; touch d/f.txt d/e/g.txt; find d -name '*.txt' | sort",
      "d/e/g.txt\nd/f.txt\n"),
    ShellCase(
      "echo hello | md5sum; echo hello | sha256sum",
      "b1946ac92492d2347c6235b4d2611184  -\n5891b5b522d5df086d0ff0b110fbd9d21bb4fc7"
        + "163af34d08286a2e846f6be03  -\n"),
    ShellCase(
      "echo hello > f; md5sum f; sha1sum f",
      "b1946ac92492d2347c6235b4d2611184  f\nf572d396fae9206628714fb2ce00f72e94f2258f  f\n"),
    ShellCase(
      "echo hello | base64; echo aGVsbG8K | base64 -d",
      "aGVsbG8K\nhello\n"),
    ShellCase(
      "printf 'hello' | od -c",
      "0000000   h   e   l   l   o\n0000005\n"),
    ShellCase(
      "printf 'hello\\n' | od -An -tx1",
      " 68 65 6c 6c 6f 0a\n"),
    ShellCase(
      "printf 'a\\nb\\nc\\n' | tac",
      "c\nb\na\n"),
    ShellCase(
      "printf 'a\\n\\nb\\n' | nl",
      "     1\ta\n       \n     2\tb\n"),
    ShellCase(
      "printf '1\\n2\\n' > a; printf 'x\\ny\\n' > b; paste a b; paste -d, a b",
      "1\tx\n2\ty\n1,x\n2,y\n"),
    ShellCase(
      "printf 'a\\nb\\n' > x; cp x y; diff x y; echo $?",
      "0\n"),
    ShellCase(
      "printf 'a\\nb\\n' > x; printf 'a\\nc\\n' > y; cmp x y; echo $?",
      "x y differ: char 3, line 2\n1\n"),
    ShellCase(
      "echo x | tee f; cat f",
      "x\nx\n"),
  ]

  static let part3 = [
    ShellCase(
      "env -i A=1 env",
      "A=1\n"),
    ShellCase(
      "env FOO=bar sh -c 'echo $FOO'",
      "bar\n"),
    ShellCase(
      "printf 'abc\\n' | rev",
      "cba\n"),
    ShellCase(
      "realpath .; realpath nofile/x; echo $?",
      "/w\nrealpath: nofile/x: No such file or directory\n1\n"),
    ShellCase(
      "printf 'x\\0y' | tr '\\0' '\\n'",
      "x\ny"),
    ShellCase(
      "head -c 5 /dev/zero | od -c",
      "0000000  \\0  \\0  \\0  \\0  \\0\n0000005\n"),
    ShellCase(
      "dd if=/dev/zero of=f bs=1k count=2 2>/dev/null; wc -c f",
      "2048 f\n"),
    ShellCase(
      "which sh >/dev/null; echo $?; which nosuch; echo $?",
      "0\n1\n"),
    ShellCase(
      "yes | head -n 2",
      "y\ny\n"),
    ShellCase(
      "true | xargs echo none",
      "none\n"),
    ShellCase(
      "printf '%s\\n' a b | while read x; do echo \"<$x>\"; done",
      "<a>\n<b>\n"),
    ShellCase(
      "cat <<E | grep b\nabc\nxyz\nE",
      "abc\n"),
    ShellCase(
      "cut -f1 nofile; echo $?",
      "cut: nofile: No such file or directory\n1\n"),
    ShellCase(
      "uniq -d <<E\na\na\nb\nE",
      "a\n"),
    ShellCase(
      "printf 'a\\tb\\n' | cat -A; printf 'a\\n' | cat -n",
      "a^Ib$\n     1\ta\n"),
    ShellCase(
      "printf 'one two\\n' | sed 's/\\(one\\) \\(two\\)/\\2-\\1/'",
      "two-one\n"),
    ShellCase(
      "printf 'a/b\\n' | sed 's|/|-|'",
      "a-b\n"),
    ShellCase(
      "printf 'x\\ny\\n' | sed '/x/s/$/!/'",
      "x!\ny\n"),
    ShellCase(
      "echo abcdefg | fold -w 3",
      "abc\ndef\ng\n"),
    ShellCase(
      "test -f nofile; echo $?",
      "1\n"),
    ShellCase(
      "printf 'a  b\\n' | tr -d ' '; echo abc | tr -d b; echo abc | tr abc xyz",
      "ab\nac\nxyz\n"),
  ]
}
