// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house: one module, with the rooms below it that it may import.
func room(
  _ name: String, on dependencies: [Target.Dependency], resources: [Resource] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict + settings)
}

/// The tests of one room.
func tests(of name: String, on more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "PostilTestSupport"] + more, swiftSettings: strict)
}

let package = Package(
  name: "postil",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "CJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CXXHash"),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CMarkdown", linkerSettings: [.linkedLibrary("md4c"), .linkedLibrary("md4c-html")]),
    // Only the decoding process links these, so that nothing else starts slower or falls with a decoder.
    .systemLibrary(name: "CChafa", pkgConfig: "chafa", providers: [.apt(["libchafa-dev"])]),
    // gdk-pixbuf's own description names a flag that SwiftPM warns of at each build, so its folder is named here.
    .target(
      name: "CImaging", dependencies: ["CChafa"],
      // Optimised in debug builds too: tests draw pictures of twelve megapixels.
      cSettings: [
        .unsafeFlags(["/usr", "/usr/local", "/opt/homebrew"].map { "-I\($0)/include/gdk-pixbuf-2.0" } + ["-O2"])
      ],
      linkerSettings: ["gdk_pixbuf-2.0", "gobject-2.0", "png", "tiff"].map { .linkedLibrary($0) }),

    room("PostilConfiguration", on: ["TOMLKit"]),
    room("PostilModel", on: ["PostilConfiguration", "CJSON", "CXXHash"]),
    room("PostilMeasures", on: []),
    room("PostilFormats", on: ["PostilModel", "CJSON", "CZlib"]),
    room(
      "PostilStore",
      on: [
        "PostilModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "PostilCore",
      on: [
        "PostilConfiguration", "PostilModel", "PostilMeasures", "PostilFormats", "PostilStore",
        .product(name: "DequeModule", package: "swift-collections"),
      ]),
    room("PostilScreen", on: ["PostilConfiguration", "CMarkdown"], resources: [.embedInCode("Themes/Builtin")]),
    room("PostilPictures", on: []),
    room("PostilImaging", on: ["PostilPictures", "CImaging"]),
    room("PostilTerminal", on: ["PostilScreen", "CNcurses"], settings: [.defaultIsolation(MainActor.self)]),
    room("PostilUI", on: ["PostilScreen", "PostilCore", "PostilModel", "PostilPictures", "PostilConfiguration"]),
    .executableTarget(
      name: "postil",
      dependencies: [
        "PostilUI", "PostilTerminal", "PostilScreen", "PostilCore", "PostilStore", "PostilFormats", "PostilModel",
        "PostilPictures", "PostilConfiguration", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "postil-decoder", dependencies: ["PostilImaging"], swiftSettings: strict),

    // What tests share: a project in memory, seeded random numbers, temporary folders, programs driven on a pty.
    .target(
      name: "PostilTestSupport", dependencies: ["PostilScreen", "PostilCore", "PostilModel", "PostilStore"],
      path: "Tests/PostilTestSupport", swiftSettings: strict),
    // A small program that opens the terminal and logs what it sees; only its tests run it.
    .executableTarget(
      name: "terminal-probe", dependencies: ["PostilTerminal", "PostilScreen"], path: "Tests/Support/TerminalProbe",
      swiftSettings: strict),
    // A small program that is handed tasks and submits them, many of it at once; its tests and benchmarks run it.
    .executableTarget(
      name: "race-probe", dependencies: ["PostilStore", "PostilModel"], path: "Tests/Support/RaceProbe",
      swiftSettings: strict),
    tests(of: "PostilConfiguration"),
    tests(of: "PostilModel", on: ["PostilConfiguration"]),
    tests(of: "PostilMeasures"),
    tests(of: "PostilFormats", on: ["PostilModel", "CZlib"]),
    tests(of: "PostilStore", on: ["PostilModel", "race-probe"]),
    tests(of: "PostilCore", on: ["PostilModel", "PostilFormats", "PostilStore"]),
    tests(of: "PostilScreen", on: ["PostilConfiguration"]),
    tests(of: "PostilPictures", on: ["postil-decoder"]),
    tests(of: "PostilImaging", on: ["PostilPictures"]),
    tests(of: "PostilTerminal", on: ["PostilScreen", "terminal-probe"]),
    tests(of: "PostilUI", on: ["PostilConfiguration"]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "postil", "PostilCore", "PostilStore", "PostilModel", "PostilTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
