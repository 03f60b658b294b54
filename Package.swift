// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for every target of ours; see ARCHITECTURE.md, "Settings of every target".
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let hashTreeCollections = Target.Dependency.product(
  name: "HashTreeCollections", package: "swift-collections")

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
      name: "EmbeddedLessons", path: "lessons",
      swiftSettings: settings),
    .target(
      name: "PodTutor", dependencies: ["PodShell", "PodEngine", "CCMark", "EmbeddedLessons", yams],
      swiftSettings: settings),
    .executableTarget(
      name: "podlab",
      dependencies: ["PodTutor", "PodShell", "PodEngine", "CLibedit", argumentParser],
      swiftSettings: settings),
  ]
)
