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

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "Vigie",
  products: [.executable(name: "vigie", targets: ["vigie"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // What every stage speaks in.
    stage("Diagnostics", []),
    stage("DrawList", []),
    stage("Typography", []),
    stage("Expressions", []),

    // C libraries, each behind one owner.
    system("CCairo", pkgConfig: "cairo-ft", "libcairo2-dev"),
    system("CHarfBuzz", pkgConfig: "harfbuzz", "libharfbuzz-dev"),
    system("CQPDF", pkgConfig: "libqpdf", "libqpdf-dev"),
    system("CMarkdown", pkgConfig: "libcmark", "libcmark-dev"),
    system("CSPNG", pkgConfig: "spng", "libspng-dev"),
    system("CSQLite", pkgConfig: "sqlite3", "libsqlite3-dev"),
    system("COpenSSL", pkgConfig: "libcrypto", "libssl-dev"),
    system("CZip", pkgConfig: "libzip", "libzip-dev"),
    system("CXML", pkgConfig: "libxml-2.0", "libxml2-dev"),
    .target(
      name: "CLineBreak", path: "Sources/C/CLineBreak",
      linkerSettings: [.linkedLibrary("icuuc")]),
    stage("HarfBuzz", ["CHarfBuzz"]),
    stage("UnicodeText", ["CLineBreak"]),
    stage("Markdown", ["CMarkdown"]),
    stage("Cairo", ["CCairo"]),
    stage("QPDF", ["CQPDF"]),
    stage("PNG", ["CSPNG"]),
    stage("SQLite", ["CSQLite"]),
    stage("Digest", ["COpenSSL"]),
    stage("Zip", ["CZip"]),
    stage("XML", ["CXML"]),

    // The stages.
    stage("Spec", ["Diagnostics", "Yams"]),
    stage("Model", ["Diagnostics", "DrawList", "Expressions", "Spec", "Markdown"]),
    stage("DataSources", ["Diagnostics", "Model", "Zip", "XML"]),
    stage("Shaping", ["Diagnostics", "Spec", "Model", "Expressions", "DataSources", "SQLite"]),
    stage("Indicators", ["Diagnostics", "Spec", "Model", "DataSources", "Shaping", "Typography"]),
    stage("Typesetting", ["DrawList", "HarfBuzz", "UnicodeText"]),
    stage("Charts", ["DrawList", "Typesetting"]),
    stage("Layout", ["Diagnostics", "Spec", "Model", "Indicators", "Charts", "Typesetting", "DrawList"]),
    stage("Render", ["DrawList", "Cairo", "QPDF", "PNG"]),
    stage("FontManifest", ["DrawList", "Yams"]),
    stage(
      "Pipeline",
      [
        "Diagnostics", "DrawList", "UnicodeText", "Spec", "Model", "DataSources", "Shaping", "Digest",
        "Indicators", "Typesetting",
        "Layout", "Render", "FontManifest",
      ]),
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Diagnostics", "Pipeline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // What several folders of tests share: simple measures, random numbers, programs to run.
    .target(
      name: "TestSupport", dependencies: ["DrawList", "FontManifest", "HarfBuzz", "Typesetting"],
      path: "Tests/TestSupport", swiftSettings: strict),

    // A folder of tests a module.
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("TypographyTests", ["Typography"]),
    tests("SpecTests", ["Diagnostics", "Spec", "TestSupport"]),
    tests("ModelTests", ["Diagnostics", "Spec", "Model", "TestSupport"]),
    tests(
      "IndicatorsTests", ["Diagnostics", "Spec", "Model", "DataSources", "Indicators", "TestSupport"]),
    tests("HarfBuzzTests", ["HarfBuzz"]),
    tests("UnicodeTextTests", ["UnicodeText"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("PNGTests", ["PNG"]),
    tests("QPDFTests", ["QPDF"]),
    tests("DocsTests", ["Spec", "Model", "DataSources", "vigie"]),
    tests(
      "DataSourcesTests", ["Diagnostics", "DataSources", "TestSupport"], exclude: ["Spreadsheets/Files"]),
    tests("SQLiteTests", ["SQLite"]),
    tests("DigestTests", ["Digest"]),
    tests("ZipTests", ["Zip", "TestSupport"]),
    tests("XMLTests", ["XML"]),
    tests("ExpressionsTests", ["Expressions"]),
    tests("ShapingTests", ["Diagnostics", "Spec", "Model", "DataSources", "Shaping", "TestSupport"]),
    tests("RenderTests", ["DrawList", "Cairo", "HarfBuzz", "PNG", "QPDF", "Render"]),
    tests("ChartsTests", ["Charts", "DrawList", "TestSupport", "Typesetting", "UnicodeText"]),
    tests(
      "LayoutTests",
      [
        "Diagnostics", "DrawList", "Indicators", "Layout", "Model", "Spec", "TestSupport", "Typesetting",
        "UnicodeText",
      ]),
    tests(
      "ReportsTests", ["Diagnostics", "DrawList", "Pipeline", "Spec", "TestSupport"], exclude: ["Goldens"]),
    tests("CommandLineTests", ["PNG", "TestSupport"]),
    tests("TypesettingTests", ["DrawList", "HarfBuzz", "TestSupport", "Typesetting", "UnicodeText"]),
  ]
)
