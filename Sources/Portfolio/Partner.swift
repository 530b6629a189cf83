/// An organisation outside the department that takes part in a project.
public struct Partner: Sendable, Hashable {
  public var name: String
  public var sector: PartnerSector?

  public init(name: String, sector: PartnerSector? = nil) {
    self.name = name
    self.sector = sector
  }
}

public enum PartnerSector: String, Sendable, CaseIterable {
  case science, business, civilSociety, municipality, state, federal

  /// Whether the sector is one of those the strategy wants to be networked with: city society,
  /// science and business, as opposed to other public authorities.
  public var isCitySociety: Bool {
    self == .science || self == .business || self == .civilSociety
  }
}
