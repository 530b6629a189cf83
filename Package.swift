// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "dachregister",
  products: [
    .executable(name: "dach", targets: ["dach"]),
    // For Benchmarks/duplicate-hint, a package of its own.
    .library(name: "Findings", targets: ["Findings"]),
    .library(name: "Portfolio", targets: ["Portfolio"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // System libraries: module maps only.
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // libstemmer ships no pkg-config file, so its module map names the library to link.
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // System calls that Swift's Glibc module leaves out.
    .systemLibrary(name: "CLinux"),

    // The two contracts, JSON Schema and SQL migrations, embedded into the binary.
    .executableTarget(name: "EmbedSchemas"),
    .plugin(
      name: "EmbedSchemasPlugin", capability: .buildTool(), dependencies: ["EmbedSchemas"]),
    .target(
      name: "Schemas", path: "schemas", exclude: ["json", "postgresql"],
      plugins: ["EmbedSchemasPlugin"]),

    // The rooms, in the one direction of flow.
    .target(name: "Portfolio"),
    .target(name: "TextMatching", dependencies: ["CStemmer"]),
    .target(name: "ProjectQuery", dependencies: ["Portfolio"]),
    .target(name: "Findings", dependencies: ["Portfolio", "TextMatching"]),
    .target(
      name: "RegistryFiles",
      dependencies: ["Portfolio", "CYAML", "CLinux", "CZip", "CExpat"]),
    .target(name: "ProjectTables", dependencies: ["Portfolio", "Findings", "RegistryFiles"]),
    .target(
      name: "RegistryDatabase",
      dependencies: [
        "Portfolio", "ProjectQuery", "CLinux", "CPostgreSQL", "Schemas",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(name: "Embeddings", dependencies: ["Portfolio", "CCurl"]),
    .target(name: "Markup"),
    .target(
      name: "Reports",
      dependencies: [
        "Portfolio", "ProjectQuery", "ProjectTables", "Findings", "Markup", "RegistryFiles",
        "CXLSXWriter",
      ]),
    .target(name: "Registration", dependencies: ["Portfolio", "Findings", "Reports"]),
    .executableTarget(
      name: "dach",
      dependencies: [
        "Portfolio", "ProjectQuery", "TextMatching", "Findings", "RegistryFiles",
        "RegistryDatabase", "ProjectTables", "Embeddings", "Registration", "Reports", "Schemas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Tests beside each room, and what they share.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "PortfolioTests", dependencies: ["Portfolio", "TestSupport"]),
    .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching", "TestSupport"]),
    .testTarget(
      name: "ProjectQueryTests", dependencies: ["ProjectQuery", "TestSupport"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings", "RegistryFiles", "TestSupport"]),
    .testTarget(
      name: "RegistryFilesTests",
      dependencies: ["CZip", "RegistryFiles", "Schemas", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "RegistryDatabaseTests",
      dependencies: [
        "Findings", "RegistryDatabase", "RegistryFiles", "Schemas", "TextMatching", "TestSupport",
      ]),
    .testTarget(
      name: "EmbeddingsTests",
      dependencies: [
        "Embeddings", "Portfolio",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "ProjectTablesTests",
      dependencies: ["Portfolio", "ProjectTables", "RegistryFiles", "Reports", "TestSupport"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "ReportsTests", dependencies: ["ProjectTables", "Reports"]),
    .testTarget(name: "RegistrationTests", dependencies: ["Registration", "TestSupport"]),
    .testTarget(
      name: "DachTests", dependencies: ["dach", "TestSupport"],
      exclude: ["Golden", "Registry", "Spreadsheets"]),
  ],
  swiftLanguageModes: [.v6]
)

// One set of compiler settings for every target that holds code.
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
      .enableUpcomingFeature("ExistentialAny"),
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
      .enableUpcomingFeature("InternalImportsByDefault"),
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
