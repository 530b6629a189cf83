/// A basic service (Basisdienst) that a project provides and others require, e.g. online identity.
public struct Service: Sendable, Hashable {
  public var id: String
  public var name: String
  public var description: String?
  public var location: SourceLocation?

  public init(
    id: String, name: String, description: String? = nil, location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.location = location
  }
}
