// swift-tools-version: 6.0
import PackageDescription

// Targets stand in pipeline order: each imports only what stands above it (docs/architecture.md).

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// A Debian C library, imported through a module map.
func system(_ name: String, pkgConfig: String? = nil, _ package: String) -> Target {
  .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "Vigie",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // What every stage speaks in.
    stage("Diagnostics", []),
    stage("DrawList", []),
    stage("Typography", []),

    // C libraries, each behind one owner.
    system("CHarfBuzz", pkgConfig: "harfbuzz", "libharfbuzz-dev"),
    system("CQPDF", pkgConfig: "libqpdf", "libqpdf-dev"),
    system("CMarkdown", pkgConfig: "libcmark", "libcmark-dev"),
    system("CSPNG", pkgConfig: "spng", "libspng-dev"),
    .target(
      name: "CLineBreak", path: "Sources/C/CLineBreak",
      linkerSettings: [.linkedLibrary("icuuc")]),
    stage("HarfBuzz", ["CHarfBuzz"]),
    stage("UnicodeText", ["CLineBreak"]),
    stage("Markdown", ["CMarkdown"]),
    // The stages.
    stage("Spec", ["Diagnostics", "Yams"]),
    stage("Model", ["Diagnostics", "DrawList", "Spec", "Markdown"]),
    stage("DataSources", ["Diagnostics", "Model"]),
    stage("Indicators", ["Diagnostics", "Spec", "Model", "DataSources", "Typography"]),
    stage("Typesetting", ["DrawList", "HarfBuzz", "UnicodeText"]),
  ]
)
