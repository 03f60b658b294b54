import PodEngine

/// Makes containers that do all sorts of things.
enum ContainerMaker {
  private enum Conduct {
    case server, sleeper, deaf, polite, worker, failing, crashing, missing, broken
  }

  /// Healthy Pods have at most one server, in their first container: two would fight for the port.
  static func main(_ name: String, _ dice: inout Dice, isHealthy: Bool) -> APIValue {
    let conduct: Conduct =
      isHealthy
      ? (name == "c0" ? dice.of(.server, .sleeper, .polite) : dice.of(.sleeper, .polite))
      : dice.weighted([
        (25, .server), (15, .sleeper), (8, .deaf), (12, .polite), (14, .worker), (8, .failing),
        (8, .crashing), (5, .missing), (5, .broken),
      ]) ?? .server
    var container = base(name, conduct, &dice)
    if dice.chance(45) { container["resources"] = resources(&dice) }
    if conduct == .server, dice.chance(25) {
      container["ports"] = [["containerPort": 80, "hostPort": .integer(dice.of(8080, 8081))]]
    }
    if conduct != .missing, conduct != .broken {
      addProbes(&container, isServer: conduct == .server, isHealthy: isHealthy, &dice)
      if dice.chance(20) { container["lifecycle"] = lifecycle(isHealthy: isHealthy, &dice) }
    }
    if dice.chance(10) { container["imagePullPolicy"] = .string(dice.of("Always", "IfNotPresent")) }
    return container
  }

  static func initContainer(_ name: String, _ dice: inout Dice, isHealthy: Bool) -> APIValue {
    if dice.chance(45) {
      var sidecar = main(name, &dice, isHealthy: true)
      sidecar["restartPolicy"] = "Always"
      return sidecar
    }
    let command =
      isHealthy ? dice.of("true", "sleep 2") : dice.of("true", "sleep 2", "sleep 1; false")
    var container = shell(name, command)
    if dice.chance(30) { container["resources"] = resources(&dice) }
    return container
  }

  private static func base(_ name: String, _ conduct: Conduct, _ dice: inout Dice) -> APIValue {
    switch conduct {
    case .server: return ["name": .string(name), "image": "nginx:1.27-alpine"]
    case .sleeper: return shell(name, "sleep 100000")
    case .deaf: return shell(name, "trap '' TERM; while true; do sleep 60; done")
    case .polite: return shell(name, "trap 'exit 0' TERM; while true; do sleep 30; done")
    case .worker: return shell(name, "sleep \(dice.of(1, 5, 40))")
    case .failing: return shell(name, "sleep \(dice.of(1, 7)); exit \(dice.of(1, 3))")
    case .crashing: return shell(name, "exit \(dice.of(0, 1))")
    case .missing: return ["name": .string(name), "image": "nope:1"]
    case .broken: return ["name": .string(name), "image": "busybox:1.36", "command": ["/nope"]]
    }
  }

  private static func shell(_ name: String, _ script: String) -> APIValue {
    [
      "name": .string(name), "image": "busybox:1.36",
      "command": ["sh", "-c", .string(script)],
    ]
  }

  static func resources(_ dice: inout Dice) -> APIValue {
    let cpu: APIValue = .string(dice.of("50m", "300m", "700m", "1200m"))
    let memory: APIValue = .string(dice.of("32Mi", "256Mi", "1Gi", "3Gi"))
    switch dice.below(4) {
    case 0: return ["requests": ["cpu": cpu]]
    case 1: return ["requests": ["cpu": cpu, "memory": memory]]
    case 2: return ["requests": ["memory": memory], "limits": ["memory": memory]]
    default:
      return [
        "requests": ["cpu": cpu, "memory": memory], "limits": ["cpu": cpu, "memory": memory],
      ]
    }
  }

  private static func addProbes(
    _ container: inout APIValue, isServer: Bool, isHealthy: Bool, _ dice: inout Dice
  ) {
    for (name, percent) in [("livenessProbe", 18), ("readinessProbe", 30), ("startupProbe", 12)]
    where dice.chance(percent) {
      var probe: APIValue =
        isServer
        ? dice.of(["httpGet": ["port": 80, "path": "/"]], ["tcpSocket": ["port": 80]])
        : ["exec": ["command": [.string(isHealthy || dice.chance(70) ? "true" : "false")]]]
      probe["periodSeconds"] = .integer(dice.of(3, 10, 20))
      probe["failureThreshold"] = .integer(dice.of(1, 3))
      if dice.chance(30) { probe["initialDelaySeconds"] = .integer(dice.of(1, 6)) }
      if name == "readinessProbe", dice.chance(20) { probe["successThreshold"] = 2 }
      if name == "livenessProbe", dice.chance(15) { probe["terminationGracePeriodSeconds"] = 3 }
      container[name] = probe
    }
  }

  private static func lifecycle(isHealthy: Bool, _ dice: inout Dice) -> APIValue {
    var lifecycle = APIValue.emptyObject
    if dice.chance(50) {
      let script = isHealthy ? dice.of("true", "sleep 2") : dice.of("true", "sleep 4", "false")
      lifecycle["postStart"] = ["exec": ["command": ["sh", "-c", .string(script)]]]
    }
    if dice.chance(60) || lifecycle == .emptyObject {
      lifecycle["preStop"] = dice.of(
        ["exec": ["command": ["sh", "-c", "sleep 3"]]], ["sleep": ["seconds": 2]],
        ["exec": ["command": ["false"]]])
    }
    return lifecycle
  }
}
