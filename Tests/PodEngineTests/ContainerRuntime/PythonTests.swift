import PodEngine
import Testing

/// Programs whose output, errors and exit status are those of python 3.11, written down from the
/// real one.
@Suite struct PythonTests {
  struct PythonCase: Sendable, CustomTestStringConvertible {
    let program: String
    let output: String
    let error: String
    let exitCode: Int
    var testDescription: String { program }

    init(_ program: String, _ output: String, _ error: String, _ exitCode: Int) {
      (self.program, self.output, self.error, self.exitCode) = (program, output, error, exitCode)
    }
  }

  @Test(arguments: programs)
  func printsWhatTheRealOneDoes(_ example: PythonCase) throws {
    var bench = RuntimeBench()
    let id = try bench.start("python:3.11", ["python3", "-c", example.program])
    bench.advance(seconds: 20)
    let record = try #require(bench.runtime.container(id))
    #expect(bench.output(id, .stdout) == example.output)
    #expect(bench.output(id, .stderr) == example.error)
    #expect(record.exitCode == example.exitCode)
  }

  /// What the Job pages of the Kubernetes documentation run, with the index of the Pod.
  @Test(arguments: [("2", 0), ("1", 1), ("0", 1)])
  func jobOfTheSuccessPolicy(_ index: String, _ exitCode: Int) throws {
    let program = """
      import os, sys
      if os.environ.get("JOB_COMPLETION_INDEX") == "2":
        sys.exit(0)
      else:
        sys.exit(1)
      """
    var bench = RuntimeBench()
    let id = try bench.start("python", ["python3", "-c", program]) {
      $0.environment = [EnvironmentVariable(name: "JOB_COMPLETION_INDEX", value: index)]
    }
    #expect(bench.runtime.container(id)?.exitCode == exitCode)
  }

  /// Standard output is written when python ends, standard error at once; `-u` changes that.
  @Test(arguments: [
    (["python3", "-c"], ["err", "out"]), (["python3", "-u", "-c"], ["out", "err"]),
  ])
  func outputIsHeldBack(_ start: [String], _ lines: [String]) throws {
    var bench = RuntimeBench()
    let program = "import sys\nprint('out')\nprint('err', file=sys.stderr)"
    let id = try bench.start("python", start + [program])
    #expect(bench.output(id) == lines.map { $0 + "\n" }.joined())
  }

  @Test func sleepsInVirtualTimeAndDealsWithSignals() throws {
    var bench = RuntimeBench()
    let program = """
      import signal, sys, time
      def stop(number, frame):
          print('got', number, flush=True)
          sys.exit(7)
      signal.signal(signal.SIGTERM, stop)
      print('start', flush=True)
      while True:
          time.sleep(10)
          print('tick', flush=True)
      """
    let id = try bench.start("python", ["python3", "-c", program])
    bench.advance(seconds: 25)
    bench.signal(id, .term)
    #expect(bench.output(id) == "start\ntick\ntick\ngot 15\n")
    #expect(bench.runtime.container(id)?.exitCode == 7)
  }

  /// A program on the command line is shown in the traceback from 3.13 on, with what failed.
  @Test func tracebackOfANewerPython() throws {
    var bench = RuntimeBench()
    let id = try bench.start("python:3.13", ["python3", "-c", "x = {}\nprint(x['a'] + 1)"])
    #expect(
      bench.output(id, .stderr) == """
        Traceback (most recent call last):
          File "<string>", line 2, in <module>
            print(x['a'] + 1)
                  ~^^^^^
        KeyError: 'a'

        """)
  }

  static let programs = [
    PythonCase(
      "print('a', 1, True, None, sep='-', end='!\\n')",
      "a-1-True-None!\n",
      "", 0),
    PythonCase(
      "import os, sys\nprint(os.environ.get('NOPE'), os.environ.get('NOPE', 'x'), os.getenv('NOPE'))\nsys.exit(3)",
      "None x None\n",
      "", 3),
    PythonCase(
      "import sys\nsys.exit()",
      "",
      "", 0),
    PythonCase(
      "import sys\nsys.exit('bad luck')",
      "",
      "bad luck\n", 1),
    PythonCase(
      "import os\nprint('before')\nprint(os.environ['NOPE'])",
      "before\n",
      "Traceback (most recent call last):\n  File \"<string>\", line 3, in <module>\n  File \"<frozen os>\", line 679, in __getitem__\nKeyError: 'NOPE'\n",
      1),
    PythonCase(
      "print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2, 2 ** 10, 2 ** -1)",
      "3 -4 1 2 3.5 1024 0.5\n",
      "", 0),
    PythonCase(
      "x = 5\nif x > 3 and not x == 4:\n    print('big')\nelif x == 3 or x == 4:\n    print('mid')\nelse:\n    print('small')",
      "big\n",
      "", 0),
    PythonCase(
      "for i in range(3):\n  for j in range(i):\n    if j == 1: continue\n    print(i, j)\nelse_ = 1",
      "1 0\n2 0\n",
      "", 0),
    PythonCase(
      "n = 0\nwhile True:\n  n += 1\n  if n > 4: break\nprint(n)",
      "5\n",
      "", 0),
    PythonCase(
      "def f(a, b=2):\n    if a == 0: return b\n    return f(a - 1, b * 2)\nprint(f(3), f(1, b=5))",
      "16 10\n",
      "", 0),
    PythonCase(
      "try:\n    int('x')\nexcept ValueError as e:\n    print('caught', e)\nfinally:\n    print('end')",
      "caught invalid literal for int() with base 10: 'x'\nend\n",
      "", 0),
    PythonCase(
      "try:\n    try:\n        1 / 0\n    finally:\n        print('inner')\nexcept (KeyError, ZeroDivisionError) as e:\n    print(e)",
      "inner\ndivision by zero\n",
      "", 0),
    PythonCase(
      "raise ValueError('no good')",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nValueError: no good\n",
      1),
    PythonCase(
      "int(None)",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nTypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'\n",
      1),
    PythonCase(
      "print(undefined)",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nNameError: name 'undefined' is not defined\n",
      1),
    PythonCase(
      "print('a' + 1)",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nTypeError: can only concatenate str (not \"int\") to str\n",
      1),
    PythonCase(
      "x = [1, 2, 3]\nx.append(4)\nprint(x, x[-1], x[1:3], len(x), sum(x), max(x))",
      "[1, 2, 3, 4] 4 [2, 3] 4 10 4\n",
      "", 0),
    PythonCase(
      "d = {'a': 1, 'b': [2, 3]}\nd['c'] = (1,)\nfor k, v in d.items():\n    print(k, v)\nprint('a' in d, 'z' not in d, d.get('z', 0))",
      "a 1\nb [2, 3]\nc (1,)\nTrue True 0\n",
      "", 0),
    PythonCase(
      "print('%s has %d of %5.2f%%' % ('pod', 3, 1.5))",
      "pod has 3 of  1.50%\n",
      "", 0),
    PythonCase(
      "name = 'web'; n = 7\nprint(f'{name}-{n:03d} {n!r} {n * 2} {{x}} {1.5:.2f} {name:>5}|')",
      "web-007 7 14 {x} 1.50   web|\n",
      "", 0),
    PythonCase(
      "print('{} and {0}'.format('a') if False else '{} and {}'.format('a', 'b'))",
      "a and b\n",
      "", 0),
    PythonCase(
      "print(' a b '.strip().upper().split(), 'a,b,,c'.split(','), '-'.join(['x', 'y']))",
      "['A', 'B'] ['a', 'b', '', 'c'] x-y\n",
      "", 0),
    PythonCase(
      "print('hello'[1], 'hello'[1:3], 'hello'.replace('l', 'L'), 'ell' in 'hello')",
      "e el heLLo True\n",
      "", 0),
    PythonCase(
      "a, b = 1, 2\na, b = b, a\nprint(a, b)",
      "2 1\n",
      "", 0),
    PythonCase(
      "print([1, 'a', None, True, 1.0, (1, 2), {'k': 'v'}])",
      "[1, 'a', None, True, 1.0, (1, 2), {'k': 'v'}]\n",
      "", 0),
    PythonCase(
      "print(1 < 2 < 3, 1 < 2 > 5, 1 == 1.0, 'a' < 'b', [1, 2] < [1, 3])",
      "True False True True True\n",
      "", 0),
    PythonCase(
      "print(0.1 + 0.2, 1e3, 10 / 5, round(2.5), round(3.14159, 2), abs(-3))",
      "0.30000000000000004 1000.0 2.0 2 3.14 3\n",
      "", 0),
    PythonCase(
      "print(sorted([3, 1, 2], reverse=True), list(range(0, 10, 3)), list(enumerate(['a'])), list(zip([1, 2], 'ab')))",
      "[3, 2, 1] [0, 3, 6, 9] [(0, 'a')] [(1, 'a'), (2, 'b')]\n",
      "", 0),
    PythonCase(
      "import sys\nprint('to stderr', file=sys.stderr)\nsys.stdout.write('out\\n')",
      "out\n",
      "to stderr\n", 0),
    PythonCase(
      "if True:\nprint('x')",
      "",
      "  File \"<string>\", line 2\n    print('x')\n    ^\nIndentationError: expected an indented block after 'if' statement on line 1\n",
      1),
    PythonCase(
      "x = = 1",
      "",
      "  File \"<string>\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n", 1),
    PythonCase(
      "print('a'",
      "",
      "  File \"<string>\", line 1\n    print('a'\n         ^\nSyntaxError: '(' was never closed\n",
      1),
    PythonCase(
      "assert 1 == 2, 'nope'",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nAssertionError: nope\n",
      1),
    PythonCase(
      "def f():\n    raise KeyError('k')\ndef g():\n    f()\ng()",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 5, in <module>\n  File \"<string>\", line 4, in g\n  File \"<string>\", line 2, in f\nKeyError: 'k'\n",
      1),
    PythonCase(
      "x = 1 if False else 2\nprint(x or 3, 0 or 'z', None and 1)",
      "2 z None\n",
      "", 0),
    PythonCase(
      "import nosuchmodule",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nModuleNotFoundError: No module named 'nosuchmodule'\n",
      1),
    PythonCase(
      "d = {}\nd['x'] += 1",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\nKeyError: 'x'\n",
      1),
    PythonCase(
      "print([1, 2][5])",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nIndexError: list index out of range\n",
      1),
    PythonCase(
      "for i in range(3):\n    try:\n        if i == 1: continue\n        print(i)\n    finally:\n        print('f', i)",
      "0\nf 0\nf 1\n2\nf 2\n",
      "", 0),
    PythonCase(
      "print(int('12') + int(3.9), float('1.5'), str(5) + 'x', bool(''), int('ff', 16))",
      "15 1.5 5x False 255\n",
      "", 0),
    PythonCase(
      "with open('/tmp/t.txt', 'w') as f:\n    f.write('one\\ntwo\\n')\nprint(open('/tmp/t.txt').read())",
      "one\ntwo\n\n",
      "", 0),
    PythonCase(
      "open('/nonexistent')",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nFileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'\n",
      1),
    PythonCase(
      "import sys\ntry:\n    sys.exit(4)\nexcept SystemExit as e:\n    print('code', e.code)\n",
      "code 4\n",
      "", 0),
    PythonCase(
      "def div(a, b):\n    return a / b\n\nprint(div(1, 0))",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 4, in <module>\n  File \"<string>\", line 2, in div\nZeroDivisionError: division by zero\n",
      1),
    PythonCase(
      "x = 10\nprint(x.nope)",
      "",
      "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\nAttributeError: 'int' object has no attribute 'nope'\n",
      1),
    PythonCase(
      "print('multi' \n  'line', \"it's\", '''a\nb''')",
      "multiline it's a\nb\n",
      "", 0),
    PythonCase(
      "while False: pass\nprint(type(1).__name__ if False else 'ok')",
      "ok\n",
      "", 0),
  ]
}
