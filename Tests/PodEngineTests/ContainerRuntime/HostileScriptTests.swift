import PodEngine
import Testing

@Suite struct HostileScriptTests {
  /// Nothing that stands in a script may crash, hang, or take long; three times over its budget of
  /// an instant is enough to see that.
  @Test(arguments: scripts)
  func survives(_ script: String) throws { try outlive(script, milliseconds: 3) }

  /// What such a script holds grows from instant to instant, which must not make the later ones
  /// slower and slower.
  @Test(arguments: growing)
  func survivesGrowth(_ script: String) throws { try outlive(script, milliseconds: 15) }

  /// Without a limit of memory as well, a variable that cannot be held as a repetition must not take
  /// the memory of the real machine.
  @Test func aWordHasALimit() throws {
    var bench = RuntimeBench()
    let id = try bench.start(
      "busybox", ["sh", "-c", "while :; do x=$x$x/x/usr/bin/which$x.; done; echo not here"])
    bench.advance(seconds: 1)
    #expect(
      bench.output(id) == "sh: a word of more than 4194304 bytes (podlab's limit wordWeight)\n")
    #expect(bench.runtime.container(id)?.exitCode == 2)
  }

  private func outlive(_ script: String, milliseconds: Int) throws {
    var bench = RuntimeBench()
    let clock = ContinuousClock()
    var start = clock.now
    let id = try bench.start("busybox", ["sh", "-c", script]) { $0.memoryLimitBytes = 64 << 20 }
    while true {
      let instant = clock.now - start
      #expect(instant < Self.limit, "the instant at \(bench.now) took \(instant)")
      guard let next = bench.runtime.nextWakeUp, next.milliseconds <= milliseconds else { break }
      start = clock.now
      bench.advance(toMilliseconds: next.milliseconds, wakeUps: 1)
    }
    #expect(bench.runtime.container(id) != nil)
    bench.runtime.removeContainer(id)
    bench.run()
    #expect(bench.runtime.container(id) == nil)
  }

  /// Tells a script that hangs from one that a busy machine keeps waiting.
  static let limit = Duration.seconds(30)

  @Test(arguments: [
    "while true; do :; done", "while :; do x=1; done", "until false; do true; done",
    "f() { f; }; while :; do true; done", "for i in 1; do while [ 1 ]; do :; done; done",
  ])
  func anEndlessLoopIsSlowedDown(_ script: String) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", script])
    #expect(bench.runtime.container(id)?.state == .running)
    let wakeUp = try #require(bench.runtime.nextWakeUp)
    #expect(wakeUp.milliseconds == 1)
    guard case .limitReached(let container, let limit)? = bench.occurrences.first else {
      Issue.record("the limit is not reported")
      return
    }
    #expect(container == id)
    #expect(limit.contains("instructionsPerInstant"))
    bench.advance(toMilliseconds: 7)
    #expect(bench.runtime.nextWakeUp?.milliseconds == 15)
    let exec = try bench.exec(id, ["echo", "alive"])
    #expect(exec?.stdout == "alive\n")
    bench.signal(id, .kill)
    #expect(bench.runtime.container(id)?.exitCode == 137)
  }

  @Test func aForkBombMeetsItsLimit() throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", "f() { f | f & }; f; sleep 5"])
    bench.advance(toMilliseconds: 500)
    let named = bench.occurrences.contains { occurrence in
      if case .limitReached(_, let limit) = occurrence {
        limit.contains("processesPerContainer") || limit.contains("instructionsPerInstant")
      } else {
        false
      }
    }
    #expect(named)
    #expect(bench.runtime.container(id) != nil)
  }

  @Test(arguments: [
    ("f() { f; }; f", "shellDepth"), (String(repeating: "(", count: 500), "syntaxDepth"),
    (
      "echo $(( " + String(repeating: "(", count: 400) + "1" + String(repeating: ")", count: 400)
        + " ))", "syntaxDepth"
    ),
    (
      "echo " + String(repeating: "$(echo ", count: 100) + String(repeating: ")", count: 100),
      "syntaxDepth"
    ),
  ])
  func limitsAreNamed(_ script: String, _ limit: String) throws {
    var bench = RuntimeBench()
    let id = try bench.start("busybox", ["sh", "-c", script])
    bench.advance(toMilliseconds: 100)
    #expect(bench.output(id).contains("podlab's limit \(limit)"))
    #expect(bench.runtime.container(id)?.exitCode == 2)
  }

  static let fragments = [
    "'", "\"", "`", "$(", "${", "$((", "((", "{", "}", "(", ")", ";;", "&&", "||", "|", "&", "<<",
    "<<<", ">", "<", ">&", "2>&", "if", "then", "fi", "for", "for x", "for x in", "do", "done",
    "while", "case", "case x in", "esac", "f()", "f() {", "!", "! !", "#", "\\", "$", "${}", "${x",
    "${x:", "${x:-", "${#", "${#}", "${x##", "${x/", "${!x}", "$[1]", "*", "[", "]", "[!", "~", "=",
    "1=2", "a=", "$((1+", "$((1/0))", "$((08))", "$((9999999999999999999))", "$((1?))", "$((a=))",
    "\u{0}", "\u{1B}[31m", "\u{202E}", "😀", "\r\n", "\t\t", "\n\n;", ";", "; ;", "&;", "| |",
    "cat <<E\n$(", "cat <<'", "cat <<E", "<<E cat\nx", "trap", "trap x", "trap '(' EXIT; exit",
    "eval '('", "eval eval eval", ". /nope", ". /dev/zero", "exec /nope", "exec 99>&1",
    "exec >&-; echo x",
    "exec <&-; read x", "kill", "kill -9 1", "kill -STOP 1", "kill -STOP $$; echo x", "kill 0",
    "kill -- -1",
    "kill 99999999999999999999", "wait 1", "wait %", "wait x", "shift 99", "set -o nope", "set -Z",
    "break 99", "continue", "return", "exit x", "exit 99999999999999999999", "unset 1",
    "export 1=2",
    "local x", "readonly", "getopts", "getopts a", "read", "read -n", "printf", "printf %",
    "printf %99999999999s x",
    "printf %z", "printf '%*d' 99999999 1", "printf '\\x' ", "echo -e '\\0\\x\\c'", "test (",
    "test -f", "[ ( ]",
    "test ! ! ! !", "[ a -eq ]", "[ 1 -eq 99999999999999999999 ]", "seq 1 0 5", "seq 1 999999999",
    "seq x",
    "head -c -1", "head -c 99999999999999999999 /dev/zero", "head -n x", "tail -n",
    "tail -c +0 /dev/null",
    "cut", "cut -f 0", "cut -d", "tr", "tr a", "tr z-a b", "tr '\\' b", "grep", "grep '['",
    "grep -E '('", "grep '*'",
    "echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | grep -E '(a*)*b'", "sed", "sed s", "sed 's/a'",
    "sed 's/[/x/'", "dd", "dd bs=0",
    "dd if=/dev/zero bs=999G count=9", "dd if=/dev/zero of=/f bs=1G", "dd count=x", "sleep",
    "sleep -1", "sleep 1e9",
    "sleep 99999999999999999999", "sleep 0.0000000001", "date +%", "date +%Q%%", "expr",
    "expr 1 /  0", "expr 1 +",
    "timeout", "timeout x y", "timeout 1 nope", "wget", "wget http://", "wget http://:80",
    "wget http://a:b/", "nc",
    "nc -l", "nc -l -p 0", "nc -l -p 99999", "nc a b", "nslookup", "httpd -f -p x",
    "httpd -f -p 99999", "mkdir", "mkdir -p ''",
    "ls ''", "ls /../../..", "rm", "rm -rf /", "rm -rf /; ls", "mv / /x", "cp -r / /x",
    "ln -s l l; cat l", "ln -s", "chmod", "chmod 9 /",
    "cd ''", "cd ../../..; pwd", "cat /", "cat /dev/zero", "cat /dev/zero | head -c 5",
    "cat /dev/urandom | tr -dc a-z | head -c 5",
    "yes", "yes | yes", "yes > /f", "yes | sort", "yes | tail", "tail -f /dev/zero",
    "tee /f < /dev/zero", "wc < /dev/zero",
  ]

  static let growing = [
    "while :; do echo x >> /f; done", "while :; do x=$x$x$x.; done",
    "while :; do cat /f /f > /g; cat /g > /f; echo x >> /f; done",
    "i=0; while :; do i=$((i+1)); touch /tmp/$i; done",
    "i=0; while :; do i=$((i+1)); mkdir $i; cd $i; done",
    "i=0; while :; do i=$((i+1)); eval x$i=$i; done",
    "i=0; while :; do i=$((i+1)); eval \"f$i() { f$((i-1)); }\"; done",
    "while :; do set -- \"$@\" \"$@\" x; done", "while :; do set -- \"$D\" \"$@\" x; done",
    "while :; do set -- $@ x y; for i; do :; done; done",
    "while :; do trap \"$(trap) :\" USR1; done",
    "while :; do exec 3<<E\n$x\nE\nx=$x$x..; done", "while :; do x=\"echo $x\"; y=`$x`; done",
    "x='while :; do :; done'; while :; do eval \"x='$x;$x'\"; done",
  ]

  static let scripts =
    fragments
    + [
      String(repeating: "'", count: 1001), String(repeating: "{ ", count: 2000),
      String(repeating: "if true; then ", count: 1000), String(repeating: "$(", count: 3000),
      String(repeating: "${x:-", count: 3000), String(repeating: "`", count: 3001),
      String(repeating: "$((", count: 3000), String(repeating: "a=1;", count: 5_000),
      String(repeating: "!", count: 5000), String(repeating: "! ", count: 5000) + "true",
      String(repeating: "true | ", count: 2000) + "true", String(repeating: "true & ", count: 2000),
      String(repeating: "true && ", count: 3_000) + "true",
      "echo " + String(repeating: "*", count: 5000),
      "cd /bin; echo " + String(repeating: "[a-z]*", count: 300),
      "x=" + String(repeating: "a", count: 100_000) + "; echo ${x%a*b}",
      "x=$(yes); echo $x",
      "x=$(yes | head -c 30000); for i in $x; do for j in $x; do :; done; done",
      ":(){ :|:& };:", "f() { f & f; }; f", "while :; do sleep 0; done", "while :; do date; done",
      "while :; do sleep 0 & done",
      "exec sh -c 'exec sh -c \"while :; do :; done\"'",
      "trap 'kill -TERM $$' TERM; kill -TERM $$", "trap 'exit' EXIT; trap 'trap x EXIT' EXIT; exit",
      "echo 'sh /s' > /s; sh /s", "echo '. /s' > /s; . /s",
      "printf '#!/s\\n' > /s; chmod +x /s; /s",
      "cat /dev/zero > /dev/null", "dd if=/dev/zero of=/dev/null", "cat <&1", "cat /proc/1/fd/0",
      "echo x > /proc/1/fd/9",
      "httpd -f -p 80 & httpd -f -p 80", "f() { trap f EXIT; exit; }; f", "alias a=b; a",
      "$(exit 1) && :", "\"\"", "''", "$x", "\"$@\"",
    ]
}
