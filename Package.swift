// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for every target of ours; see ARCHITECTURE.md, "Settings of every target".
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // The tests look inside, also when everything is optimised: `swift test -c release`.
  .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

/// Optimising the tests themselves would take longer than it saves; the random sessions are the exception.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let hashTreeCollections = Target.Dependency.product(
  name: "HashTreeCollections", package: "swift-collections")

/// The texts of lessons/ that `CLessons.c` builds into the program. SwiftPM remembers what a manifest said until
/// its text changes, so the folder cannot be listed here; a test compares.
let lessonTexts = [
  "pack.yaml", "pack.zh-Hans.yaml",
  "first-pod.md", "first-pod.zh-Hans.md",
  "phase.md", "phase.zh-Hans.md",
  "restarts.md", "restarts.zh-Hans.md",
  "pull-policy.md", "pull-policy.zh-Hans.md",
  "conditions.md", "conditions.zh-Hans.md",
  "hooks.md", "hooks.zh-Hans.md",
  "three-probes.md", "three-probes.zh-Hans.md",
  "node-down.md", "node-down.zh-Hans.md",
]

let package = Package(
  name: "podlab",
  products: [.executable(name: "podlab", targets: ["podlab"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "CLibedit", linkerSettings: [.linkedLibrary("edit")]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "PodEngine", dependencies: [orderedCollections, hashTreeCollections],
      swiftSettings: settings),
    .target(
      name: "PodShell", dependencies: ["PodEngine", yams, orderedCollections],
      swiftSettings: settings),
    .target(
      name: "CLessons", path: "lessons", exclude: lessonTexts, publicHeadersPath: "."),
    .target(
      name: "PodTutor", dependencies: ["PodShell", "PodEngine", "CCMark", "CLessons", yams],
      swiftSettings: settings),
    .executableTarget(
      name: "podlab",
      dependencies: ["PodTutor", "PodShell", "PodEngine", "CLibedit", argumentParser],
      swiftSettings: settings),
    .testTarget(
      name: "PodEngineTests", dependencies: ["PodEngine", orderedCollections],
      swiftSettings: testSettings),
    .testTarget(
      name: "PodShellTests", dependencies: ["PodShell", "PodEngine", orderedCollections],
      swiftSettings: testSettings),
    .testTarget(
      name: "PodTutorTests",
      dependencies: ["PodTutor", "PodShell", "PodEngine", "CLessons"],
      swiftSettings: testSettings),
    .testTarget(
      name: "TranscriptTests", dependencies: ["PodTutor", "PodShell"], swiftSettings: testSettings),
    .testTarget(
      name: "FidelityTests", dependencies: ["podlab"], exclude: ["Recordings", "README.md"],
      swiftSettings: testSettings),
    .testTarget(
      name: "ConformanceTests", dependencies: ["PodShell", "PodEngine", orderedCollections],
      exclude: ["Cases", "README.md", "excluded.json"], swiftSettings: testSettings),
    .testTarget(
      name: "podlabTests", dependencies: ["podlab", "PodShell", "PodEngine"],
      swiftSettings: testSettings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["podlab"], exclude: ["README.md"],
      swiftSettings: testSettings),
    .testTarget(
      name: "InvariantTests", dependencies: ["PodShell", "PodEngine", orderedCollections],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: testSettings),
  ],
  // `#embed`, by which the lessons are built in, is C23.
  cLanguageStandard: .c2x
)

// `.ci/fuzz`: libFuzzer counts the branches that each script takes through the containers' part of the
// engine, which needs little of the rest. The driver's `main` must be ours, so the flag stands in two
// places.
if Context.environment["PODLAB_PACKAGE"] == "fuzz" {
  package.products = [.executable(name: "ShellFuzz", targets: ["ShellFuzz"])]
  package.targets.removeAll { $0.name != "PodEngine" }
  let counting = SwiftSetting.unsafeFlags(["-sanitize=fuzzer"])
  package.targets.first?.swiftSettings = settings + [counting]
  let simulation = [
    "AppendLog", "OrderedTable", "RandomSource", "SimulatedTime", "SortedChunks", "TimelineID",
    "Timestamp",
  ]
  package.targets.first?.exclude = ["API/Workloads.swift"]
  package.targets.first?.sources =
    [
      "API", "ContainerRuntime", "Registry", "APIServer/Resource.swift",
      "APIServer/Schema/Base64.swift", "APIServer/Validation/GoSyntax.swift",
    ] + simulation.map { "Simulation/\($0).swift" }
  package.targets.append(
    .executableTarget(
      name: "ShellFuzz", dependencies: ["PodEngine"], swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
