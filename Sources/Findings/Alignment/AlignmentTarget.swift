internal import Portfolio

/// What a project may serve: a guideline or a theme, by index.
public enum AlignmentTarget: Sendable, Hashable {
  case guideline(Int)
  case theme(Int)
}

extension Snapshot {
  /// The target's id, name, and what it is about as a subject of findings.
  public func id(of target: AlignmentTarget) -> String { subject(target).id }

  public func name(of target: AlignmentTarget) -> String {
    switch target {
    case .guideline(let index): guidelines[index].name
    case .theme(let index): themes[index].name
    }
  }

  func subject(_ target: AlignmentTarget) -> Subject {
    switch target {
    case .guideline(let index): Subject(.guideline, guidelines[index].id)
    case .theme(let index): Subject(.theme, themes[index].id)
    }
  }
}
