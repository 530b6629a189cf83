import Testing

/// Expects the closure to throw an error of a type, and hands it over.
///
/// Instead of `#expect(throws:)`: inside closures that hold further closures, Swift 6.3 gives the
/// macro's closure the symbol name of one of those, and the linker merges the two.
@discardableResult
func expectThrows<Failure: Error, Value>(
  _ type: Failure.Type, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Value
) -> Failure? {
  let result = Result { try body() }
  return inspect(result, as: type, sourceLocation)
}

@discardableResult
func expectThrows<Failure: Error, Value>(
  _ type: Failure.Type, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Value
) async -> Failure? {
  let result: Result<Value, any Error>
  do {
    result = .success(try await body())
  } catch {
    result = .failure(error)
  }
  return inspect(result, as: type, sourceLocation)
}

private func inspect<Failure: Error, Value>(
  _ result: Result<Value, any Error>, as type: Failure.Type, _ sourceLocation: SourceLocation
) -> Failure? {
  switch result {
  case .success:
    Issue.record("expected \(type), but nothing was thrown", sourceLocation: sourceLocation)
    return nil
  case .failure(let error as Failure): return error
  case .failure(let error):
    Issue.record(
      "expected \(type), but \(String(reflecting: error)) was thrown",
      sourceLocation: sourceLocation)
    return nil
  }
}
