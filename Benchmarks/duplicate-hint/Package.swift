// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "hint-benchmark",
  dependencies: [.package(name: "dachregister", path: "../..")],
  targets: [
    .executableTarget(
      name: "HintBenchmark",
      dependencies: [
        .product(name: "Findings", package: "dachregister"),
        .product(name: "Portfolio", package: "dachregister"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
