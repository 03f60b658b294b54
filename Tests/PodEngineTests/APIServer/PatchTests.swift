internal import OrderedCollections
internal import Testing

@testable internal import PodEngine

struct PatchTests {
  private func strategic(_ patch: APIValue, _ target: APIValue) throws -> APIValue {
    try Patch.strategic(patch, into: target, resource: .pods)
  }

  private func containers(_ list: APIValue) -> APIValue { ["spec": ["containers": list]] }

  @Test func mergePatches() {
    let target: APIValue = ["a": ["b": 1, "c": 2], "d": [1, 2]]
    #expect(
      Patch.merge(["a": ["b": .null, "e": ["f": .null]], "d": [3]], into: target)
        == ["a": ["c": 2, "e": .emptyObject], "d": [3]])
  }

  @Test func mergesContainersByName() throws {
    let target = containers([["name": "a", "image": "x", "tty": true], ["name": "b"]])
    #expect(
      try strategic(containers([["name": "a", "image": "y"], ["name": "c"]]), target)
        == containers([["name": "a", "image": "y", "tty": true], ["name": "c"], ["name": "b"]]))
    #expect(
      try strategic(containers([["$patch": "delete", "name": "a"]]), target)
        == containers([["name": "b"]]))
    #expect(
      try strategic(containers([["name": "z"], ["$patch": "replace"]]), target)
        == containers([["name": "z"]]))
  }

  /// Asked of kubectl 1.33: `patch --local -f pod.yaml -p PATCH`. A name with `-` is deleted.
  private static let orders: [(before: String, patch: String, order: String?, after: String)] = [
    ("a", "b", nil, "b a"),
    ("a b", "c", nil, "c a b"),
    ("a b c", "c a", nil, "b c a"),
    ("a b c", "b x", nil, "a b x c"),
    ("a b c", "x b", nil, "x a b c"),
    ("a b c", "-b x", nil, "x a c"),
    ("a b c d", "d x a", nil, "b c d x a"),
    ("a b c", "x", "a x b c", "a x b c"),
    ("a b c", "x", "b x a", "b x a c"),
    ("a b c", "b", "b x", "a b c"),
    ("a b c", "", "c b", "a c b"),
  ]

  @Test(arguments: orders)
  func putsNewElementsBeforeThoseThatItDoesNotName(
    before: String, patch: String, order: String?, after: String
  ) throws {
    func elements(_ text: String) -> APIValue {
      .array(
        text.split(separator: " ").map { name in
          name.hasPrefix("-")
            ? ["name": .string(String(name.dropFirst())), "$patch": "delete"]
            : ["name": .string(String(name))]
        })
    }
    var spec: APIObject = [:]
    if !patch.isEmpty { spec["containers"] = elements(patch) }
    if let order { spec["$setElementOrder/containers"] = elements(order) }
    #expect(
      try strategic(["spec": .object(spec)], containers(elements(before)))
        == containers(elements(after)))
  }

  @Test(arguments: [("a", "b", "b a"), ("a b", "b c", "a b c"), ("a b c", "c a x", "b c a x")])
  func ordersSetsOfTextsLikewise(before: String, patch: String, after: String) throws {
    func finalizers(_ text: String) -> APIValue {
      ["metadata": ["finalizers": .array(text.split(separator: " ").map { .string(String($0)) })]]
    }
    #expect(try strategic(finalizers(patch), finalizers(before)) == finalizers(after))
  }

  @Test func mergesPortsByNumberAndReplacesTolerations() throws {
    let target: APIValue = [
      "spec": [
        "containers": [["name": "a", "ports": [["containerPort": 80, "name": "http"]]]],
        "tolerations": [["key": "a"]],
      ]
    ]
    let patch: APIValue = [
      "spec": [
        "containers": [["name": "a", "ports": [["containerPort": 80, "protocol": "UDP"]]]],
        "tolerations": [["key": "b"]],
      ]
    ]
    #expect(
      try strategic(patch, target) == [
        "spec": [
          "containers": [
            ["name": "a", "ports": [["containerPort": 80, "name": "http", "protocol": "UDP"]]]
          ],
          "tolerations": [["key": "b"]],
        ]
      ])
  }

  @Test func obeysDirectives() throws {
    let target: APIValue = [
      "metadata": ["finalizers": ["a", "b"], "labels": ["x": "1"]],
      "spec": ["volumes": [["name": "v", "emptyDir": .emptyObject]]],
    ]
    let patch: APIValue = [
      "metadata": [
        "$deleteFromPrimitiveList/finalizers": ["a"], "finalizers": ["c"],
        "$setElementOrder/finalizers": ["c", "b"], "labels": ["$patch": "replace", "y": "2"],
      ],
      "spec": [
        "volumes": [
          ["name": "v", "$retainKeys": ["name", "configMap"], "configMap": ["name": "c"]]
        ]
      ],
    ]
    #expect(
      try strategic(patch, target) == [
        "metadata": ["finalizers": ["c", "b"], "labels": ["y": "2"]],
        "spec": ["volumes": [["name": "v", "configMap": ["name": "c"]]]],
      ])
  }

  private static let badPatches: [(APIValue, String)] = [
    (
      ["spec": ["containers": [["image": "x"]]]],
      "map: map[string]string{\"image\":\"x\"} does not contain declared merge key: name"
    ),
    (["$patch": "explode"], "unknown patch type \"explode\" found in patch"),
    ("text", "error decoding patch: the patch must be an object"),
  ]

  @Test(arguments: badPatches)
  func refusesBadPatches(patch: APIValue, message: String) {
    let error = #expect(throws: APIError.self) { try strategic(patch, Sample.pod()) }
    #expect(error?.message == message)
  }

  private static let operations: [(APIValue, APIValue)] = [
    ([["op": "add", "path": "/a/-", "value": 3]], ["a": [1, 2, 3], "b": "x"]),
    ([["op": "add", "path": "/a/0", "value": 0]], ["a": [0, 1, 2], "b": "x"]),
    ([["op": "remove", "path": "/a/1"]], ["a": [1], "b": "x"]),
    ([["op": "replace", "path": "/b", "value": .null]], ["a": [1, 2], "b": .null]),
    ([["op": "move", "from": "/b", "path": "/c~1d~0"]], ["a": [1, 2], "c/d~": "x"]),
    ([["op": "copy", "from": "/a/0", "path": "/b"]], ["a": [1, 2], "b": 1]),
    ([["op": "test", "path": "/b", "value": "x"]], ["a": [1, 2], "b": "x"]),
    ([], ["a": [1, 2], "b": "x"]),
  ]

  @Test(arguments: operations)
  func doesOperations(operations: APIValue, result: APIValue) throws {
    #expect(try Patch.json(operations, on: ["a": [1, 2], "b": "x"]) == result)
  }

  private static let impossible: [APIValue] = [
    [["op": "remove", "path": "/c"]], [["op": "replace", "path": "/a/7", "value": 1]],
    [["op": "add", "path": "/x/y", "value": 1]], [["op": "test", "path": "/b", "value": "y"]],
    [["op": "frob", "path": "/b"]], [["op": "add", "path": "/a/-1", "value": 1]],
    [["op": "add", "path": "/b"]], [["op": "remove", "path": ""]], [1],
    [["op": "add", "path": "b", "value": 1]],
  ]

  @Test(arguments: impossible)
  func refusesOperations(operations: APIValue) {
    let error = #expect(throws: APIError.self) {
      try Patch.json(operations, on: ["a": [1, 2], "b": "x"])
    }
    #expect(error?.reason == .invalid)
    #expect(error?.causes.first?.path == "[0]")
  }

  @Test func applyRemovesWhatItOnceAppliedAndKeepsWhatOthersAdded() throws {
    let original: APIValue = [
      "metadata": ["labels": ["a": "1", "b": "2"]],
      "spec": ["containers": [["name": "a", "image": "x"], ["name": "b", "image": "x"]]],
    ]
    let modified: APIValue = [
      "metadata": ["labels": ["a": "9"]],
      "spec": ["containers": [["name": "a", "image": "y"]]],
    ]
    let current: APIValue = [
      "metadata": ["labels": ["a": "1", "b": "2", "other": "3"]],
      "spec": [
        "containers": [
          ["name": "a", "image": "x", "imagePullPolicy": "Always"], ["name": "b", "image": "x"],
          ["name": "injected", "image": "z"],
        ]
      ],
    ]
    let patch = Patch.threeWay(
      original: original, modified: modified, current: current, resource: .pods)
    #expect(
      try strategic(patch, current) == [
        "metadata": ["labels": ["a": "9", "other": "3"]],
        "spec": [
          "containers": [
            ["name": "a", "image": "y", "imagePullPolicy": "Always"],
            ["name": "injected", "image": "z"],
          ]
        ],
      ])
    #expect(patch[path: "metadata", "labels", "b"] == .null)
    let order: APIValue = [["name": "a"]]
    #expect(patch[path: "spec", "$setElementOrder/containers"] == order)
  }

  @Test func applyOfTheSameIsEmpty() {
    let applied = Sample.pod()
    var current = applied
    Defaulting.apply(to: &current, resource: .pods)
    let patch = Patch.threeWay(
      original: applied, modified: applied, current: current, resource: .pods)
    #expect(patch == .emptyObject)
  }
}
