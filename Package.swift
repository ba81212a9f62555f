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
    stage("Statistics", []),
    stage("Spool", []),

    // C libraries, each behind one owner.
    system("CFreeType", pkgConfig: "freetype2", "libfreetype-dev"),
    system("CHarfBuzz", pkgConfig: "harfbuzz", "libharfbuzz-dev"),
    system("CMarkdown", "libcmark-gfm-dev"),
    system("CSPNG", pkgConfig: "spng", "libspng-dev"),
    system("CTurboJPEG", pkgConfig: "libturbojpeg", "libturbojpeg0-dev"),
    system("CSQLite", pkgConfig: "sqlite3", "libsqlite3-dev"),
    system("COpenSSL", pkgConfig: "libcrypto", "libssl-dev"),
    system("CZlib", pkgConfig: "zlib", "zlib1g-dev"),
    system("CHyphen", "libhyphen-dev"),
    system("CXML", pkgConfig: "libxml-2.0", "libxml2-dev"),
    // Those that few runs need, opened when they are.
    .target(name: "CLazy", path: "Sources/C/CLazy"),
    .target(name: "CCairo", dependencies: ["CFreeType", "CLazy"], path: "Sources/C/CCairo"),
    .target(name: "CZip", dependencies: ["CLazy"], path: "Sources/C/CZip"),
    .target(name: "CQPDF", dependencies: ["CLazy"], path: "Sources/C/CQPDF"),
    .target(name: "CPostgreSQL", dependencies: ["CLazy"], path: "Sources/C/CPostgreSQL"),
    .target(name: "CGLPK", dependencies: ["CLazy"], path: "Sources/C/CGLPK"),
    .target(
      name: "CLineBreak", path: "Sources/C/CLineBreak",
      linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "CWriteOut", path: "Sources/C/CWriteOut"),
    .target(name: "CBidi", path: "Sources/C/CBidi", linkerSettings: [.linkedLibrary("icuuc")]),
    stage("HarfBuzz", ["CHarfBuzz"]),
    stage("Hyphenation", ["CHyphen"]),
    stage("UnicodeText", ["CBidi", "CLineBreak"]),
    stage("Markdown", ["CMarkdown"]),
    stage("Cairo", ["CCairo", "CFreeType", "Spool"]),
    stage("QPDF", ["CQPDF", "Spool"]),
    stage("PNG", ["CSPNG"]),
    stage("JPEG", ["CTurboJPEG"]),
    stage("SQLite", ["CSQLite"]),
    stage("PostgreSQL", ["CPostgreSQL"]),
    stage("Digest", ["COpenSSL"]),
    stage("LinearProgram", ["CGLPK"]),
    stage("Secrecy", ["LinearProgram"]),
    stage("History", ["SQLite"]),
    stage("Deflate", ["CZlib"]),
    stage("Zip", ["CZip"]),
    stage("XML", ["CXML"]),

    // The stages.
    stage("Spec", ["Diagnostics", "Yams"]),
    stage("Model", ["Diagnostics", "DrawList", "Expressions", "Spec", "Markdown"]),
    stage("DataSources", ["Diagnostics", "Spec", "Model", "SQLite", "Zip", "XML"]),
    stage("Shaping", ["Diagnostics", "Spec", "Model", "Expressions", "DataSources", "SQLite"]),
    stage(
      "Indicators",
      [
        "Diagnostics", "DrawList", "Spec", "Model", "DataSources", "Expressions", "Secrecy", "Shaping",
        "Statistics", "Typography",
      ]),
    stage("Typesetting", ["DrawList", "Typography", "HarfBuzz", "Hyphenation", "UnicodeText"]),
    stage("Charts", ["DrawList", "Typesetting"]),
    stage("Layout", ["Diagnostics", "Spec", "Model", "Indicators", "Charts", "Typesetting", "DrawList"]),
    stage("Render", ["DrawList", "Spool", "Cairo", "QPDF", "PNG", "JPEG", "Deflate", "Digest"]),
    stage("Images", ["DrawList", "PNG", "JPEG", "XML", "Digest"]),
    stage("FontManifest", ["DrawList", "Yams"]),
    stage(
      "Pipeline",
      [
        "Diagnostics", "DrawList", "Spool", "UnicodeText", "CWriteOut", "Spec", "Model", "DataSources",
        "Shaping", "PostgreSQL",
        "Digest", "Indicators", "History", "Typesetting", "Hyphenation", "HarfBuzz",
        "Layout", "Render", "FontManifest", "Images",
      ]),
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Diagnostics", "History", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // What Benchmarks/README.md measures.
    .executableTarget(
      name: "paragraphs", dependencies: ["FontManifest", "Hyphenation", "Typesetting", "UnicodeText"],
      path: "Benchmarks/Paragraphs", exclude: ["paragraph.txt", "compare-with-tex"], swiftSettings: strict),

    // What several folders of tests share: simple measures, random numbers, programs to run.
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "DrawList", "FontManifest", "HarfBuzz", "Model", "Spec", "Typesetting"],
      path: "Tests/TestSupport", swiftSettings: strict),

    // A folder of tests a module.
    tests("DrawListTests", ["DrawList"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("TypographyTests", ["Typography"]),
    tests("SpecTests", ["Diagnostics", "Spec", "TestSupport"]),
    tests("ModelTests", ["Diagnostics", "Spec", "Model", "TestSupport"]),
    tests(
      "IndicatorsTests", ["Diagnostics", "Spec", "Model", "DataSources", "Indicators", "TestSupport"]),
    tests("HarfBuzzTests", ["HarfBuzz"]),
    tests("HyphenationTests", ["Hyphenation", "TestSupport"]),
    tests("UnicodeTextTests", ["UnicodeText"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("PNGTests", ["PNG"]),
    tests("ImagesTests", ["DrawList", "Images", "PNG"]),
    tests("QPDFTests", ["QPDF", "Spool"]),
    tests("SpoolTests", ["Spool"]),
    tests("LazyTests", ["CLazy"]),
    tests("DocsTests", ["Spec", "Model", "DataSources", "vigie"]),
    tests(
      "DataSourcesTests", ["Diagnostics", "Model", "SQLite", "DataSources", "TestSupport"],
      exclude: ["Spreadsheets/Files"]),
    tests("SQLiteTests", ["SQLite"]),
    tests("PostgreSQLTests", ["PostgreSQL"]),
    tests("DigestTests", ["Digest"]),
    tests("HistoryTests", ["History", "SQLite", "TestSupport"]),
    tests("LinearProgramTests", ["LinearProgram"]),
    tests("SecrecyTests", ["Secrecy", "TestSupport"], exclude: ["attack.py"]),
    tests("ZipTests", ["Zip", "TestSupport"]),
    tests("XMLTests", ["XML"]),
    tests("ExpressionsTests", ["Expressions"]),
    tests("StatisticsTests", ["Statistics", "TestSupport"], exclude: ["reference.json", "reference.py"]),
    tests("ShapingTests", ["Diagnostics", "Spec", "Model", "DataSources", "Shaping", "TestSupport"]),
    tests("RenderTests", ["DrawList", "Cairo", "HarfBuzz", "PNG", "QPDF", "Render", "Spool", "TestSupport"]),
    tests("ChartsTests", ["Charts", "DrawList", "TestSupport", "Typesetting", "UnicodeText"]),
    tests(
      "LayoutTests",
      [
        "Charts", "Diagnostics", "DrawList", "HarfBuzz", "Indicators", "Layout", "Model", "Pipeline", "Spec",
        "TestSupport", "Typesetting", "UnicodeText",
      ]),
    tests(
      "ReportsTests", ["Diagnostics", "DrawList", "Indicators", "Pipeline", "Spec", "TestSupport", "XML"],
      exclude: ["Goldens"]),
    tests("CommandLineTests", ["Digest", "PNG", "TestSupport"]),
    tests(
      "TypesettingTests",
      ["DrawList", "HarfBuzz", "Hyphenation", "TestSupport", "Typesetting", "UnicodeText"]),
  ]
)
