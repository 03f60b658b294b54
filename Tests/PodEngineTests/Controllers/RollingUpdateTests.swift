import Testing

@testable import PodEngine

struct RollingUpdateTests {
  @Test(
    arguments: [
      (3, nil, nil, 1, 0), (10, nil, nil, 3, 2), (4, .string("50%"), .integer(1), 2, 1),
      (1, .integer(0), .integer(0), 0, 1), (2, .integer(0), .integer(5), 0, 2),
    ] as [(Int, IntOrString?, IntOrString?, Int, Int)])
  func limits(
    _ replicas: Int, _ surge: IntOrString?, _ unavailable: IntOrString?, _ maxSurge: Int,
    _ maxUnavailable: Int
  ) {
    let rolling = RollingUpdate(
      replicas: replicas, maxSurge: surge, maxUnavailable: unavailable)
    #expect(rolling.maxSurge == maxSurge)
    #expect(rolling.maxUnavailable == maxUnavailable)
  }

  /// However fast Pods become available, there are never too many, never too few, and it comes to
  /// an end.
  @Test(arguments: [1, 2, 3, 4, 7, 10, 25], [0, 1, 3])
  func staysWithinItsLimits(_ replicas: Int, _ perStep: Int) {
    let rolling = RollingUpdate(replicas: replicas, maxSurge: nil, maxUnavailable: nil)
    var old = [
      RollingUpdate.Member(replicas: replicas, available: replicas),
      RollingUpdate.Member(replicas: 1, available: 0),
    ]
    var new = RollingUpdate.Member(replicas: 0, available: 0)
    for step in 0..<200 {
      new.replicas = max(new.replicas, rolling.newSize(of: new, old: old))
      let sizes = rolling.newSizes(ofOld: old, new: new)
      for index in old.indices {
        old[index].replicas = sizes[index]
        old[index].available = min(old[index].available, sizes[index])
      }
      let available = old.map(\.available).reduce(0, +) + new.available
      let total = old.map(\.replicas).reduce(0, +) + new.replicas
      #expect(available >= replicas - rolling.maxUnavailable)
      #expect(total <= max(replicas + rolling.maxSurge, replicas + 1))
      let ready = perStep == 0 ? (step % 3 == 0 ? 1 : 0) : perStep
      new.available = min(new.replicas, new.available + ready)
    }
    #expect(new.replicas == replicas)
    #expect(old.allSatisfy { $0.replicas == 0 })
  }

  /// Made smaller from 4 to 2 in the same instant, the old set still tells of 3: were these spared,
  /// both of its Pods would go although one has to stay.
  @Test func aSetThatHasNotCountedAgainKeepsItsPods() {
    let rolling = RollingUpdate(
      replicas: 2, maxSurge: .string("50%"), maxUnavailable: .string("50%"))
    let new = RollingUpdate.Member(replicas: 1, available: 0)
    #expect(rolling.newSizes(ofOld: [.init(replicas: 2, available: 3)], new: new) == [2])
    #expect(rolling.newSizes(ofOld: [.init(replicas: 2, available: 2)], new: new) == [1])
  }
}

struct TemplateHashTests {
  private func hash(_ spec: APIValue) -> String {
    TemplateHash.hash(of: PodTemplateSpec(metadata: ["labels": ["app": "web"]], spec: spec))
  }

  @Test func theOrderOfFieldsPlaysNoPart() {
    #expect(hash(["a": 1, "b": 2]) == hash(["b": 2, "a": 1]))
    #expect(hash(["a": 1, "b": .null, "c": [:]]) == hash(["a": 1]))
    #expect(hash(["a": 1]) != hash(["a": 2]))
    #expect(hash(["a": "1"]) != hash(["a": 1]))
    #expect((5...10).contains(hash([:]).count))
  }
}
