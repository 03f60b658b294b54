import PodEngine
import Testing

/// What `redis-cli` prints without a terminal.
@Suite struct RedisTests {
  static let commands: [(commands: [String], output: String)] = [
    (["ping"], "PONG\n"), (["set a 1", "get a"], "OK\n1\n"), (["get none"], "\n"),
    (["incr n", "incrby n 5", "decr n"], "1\n6\n5\n"),
    (["rpush l x y", "lpush l w", "lrange l 0 -1", "llen l"], "2\n3\nw\nx\ny\n3\n"),
    (["rpush l x y", "lpop l", "rpop l", "exists l"], "2\nx\ny\n0\n"),
    (
      ["set b 1", "set a 2", "keys *", "keys b*", "del a b c", "dbsize"], "OK\nOK\na\nb\nb\n2\n0\n"
    ),
    (
      ["config get maxmemory", "config set maxmemory 2mb", "config get maxmemory"],
      "maxmemory\n0\nOK\nmaxmemory\n2097152\n"
    ),
    (["sadd s 1 2 2", "smembers s"], "2\n1\n2\n"),
    (["hset h f v g w", "hget h g", "hgetall h"], "2\nw\nf\nv\ng\nw\n"),
    (
      ["rpush l x", "get l"],
      "1\nWRONGTYPE Operation against a key holding the wrong kind of value\n\n"
    ),
    (["nope x"], "ERR unknown command 'nope', with args beginning with: 'x' \n\n"),
    (["get"], "ERR wrong number of arguments for 'get' command\n\n"),
  ]

  @Test(arguments: commands)
  func keepsWhatItIsTold(_ example: (commands: [String], output: String)) throws {
    var bench = RuntimeBench()
    let id = try bench.start("redis:7")
    var output = ""
    for command in example.commands {
      let words = command.split(separator: " ").map(String.init)
      output += try #require(try bench.exec(id, ["redis-cli"] + words)).stdout
    }
    #expect(output == example.output)
  }

  @Test(arguments: [
    ("redis:6.0.5", "# Server initialized", "Ready to accept connections\n"),
    ("redis:8", "* Server initialized", "Ready to accept connections tcp\n"),
  ])
  func logsAsItsVersionDoes(_ image: String, _ line: String, _ end: String) throws {
    var bench = RuntimeBench()
    let id = try bench.start(image)
    #expect(bench.output(id).contains(line))
    #expect(bench.output(id).hasSuffix(end))
  }

  @Test func aConfigurationFileCounts() throws {
    var bench = RuntimeBench()
    let id = try bench.start(
      "redis:7",
      ["sh", "-c", "printf 'maxmemory 1mb\\nport 7000\\n' > /c; exec redis-server /c"])
    let result = try bench.exec(id, ["redis-cli", "-p", "7000", "config", "get", "maxmemory"])
    #expect(try #require(result).stdout == "maxmemory\n1048576\n")
  }
}
