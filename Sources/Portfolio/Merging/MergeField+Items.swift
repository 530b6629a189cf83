// The items of a project's lists, each by a key under which it occurs once.
extension MergeField {
  /// The keys of a list's items in order; empty for single values.
  public func items(of project: Project) -> [String] {
    switch self {
    case .themes: project.themes
    case .alignments: project.alignments.map(\.guideline)
    case .partners: project.partners.map(\.name)
    case .audience: project.audience
    case .technologies: project.technologies
    case .provides: project.provides
    case .requires: project.requires
    case .links: project.links.map(\.key)
    case .contributions: project.contributions
    case .notes: project.notes
    case .sources: project.sources.map(\.url)
    case .title, .summary, .department, .office, .strategy, .status, .period, .budget, .contact,
      .visibility:
      []
    }
  }

  /// What two items have in common that need not both be kept: `Familien` and `familien`, or two
  /// links to one project under two ids.
  ///
  /// - Parameter resolve: the id of the project in use for any of its ids.
  func likeness(of item: String, resolve: (String) -> String) -> String {
    switch self {
    case .partners, .audience, .technologies: return item.lowercased()
    case .links:
      let parts = item.split(separator: " ").map(String.init)
      return parts.count == 2 ? "\(parts[0]) \(resolve(parts[1]))" : item
    default: return item
    }
  }

  /// Appends an item of one project's list to another's. A second main guideline becomes a further
  /// one, as there is one at most.
  func append(_ item: String, of source: Project, to target: inout Project) {
    switch self {
    case .themes: target.themes.append(item)
    case .alignments:
      guard var alignment = source.alignments.first(where: { $0.guideline == item }) else { return }
      alignment.line = nil
      if target.alignments.contains(where: { $0.role == .primary }) { alignment.role = .secondary }
      target.alignments.append(alignment)
    case .partners: target.partners += source.partners.filter { $0.name == item }.prefix(1)
    case .audience: target.audience.append(item)
    case .technologies: target.technologies.append(item)
    case .provides: target.provides.append(item)
    case .requires: target.requires.append(item)
    case .links:
      guard var link = source.links.first(where: { $0.key == item }) else { return }
      link.line = nil
      target.links.append(link)
    case .contributions: target.contributions.append(item)
    case .notes: target.notes.append(item)
    case .sources: target.sources += source.sources.filter { $0.url == item }.prefix(1)
    case .title, .summary, .department, .office, .strategy, .status, .period, .budget, .contact,
      .visibility:
      break
    }
  }

  /// Takes the item with this key away.
  func remove(_ item: String, from project: inout Project) {
    switch self {
    case .themes: project.themes.removeAll { $0 == item }
    case .alignments: project.alignments.removeAll { $0.guideline == item }
    case .partners: project.partners.removeAll { $0.name == item }
    case .audience: project.audience.removeAll { $0 == item }
    case .technologies: project.technologies.removeAll { $0 == item }
    case .provides: project.provides.removeAll { $0 == item }
    case .requires: project.requires.removeAll { $0 == item }
    case .links: project.links.removeAll { $0.key == item }
    case .contributions: project.contributions.removeAll { $0 == item }
    case .notes: project.notes.removeAll { $0 == item }
    case .sources: project.sources.removeAll { $0.url == item }
    case .title, .summary, .department, .office, .strategy, .status, .period, .budget, .contact,
      .visibility:
      break
    }
  }

  /// Whether both projects' items with this key say the same. The role of an alignment does not
  /// count, as a merger may have changed it, nor do places in files.
  func isSame(_ item: String, in one: Project, and other: Project) -> Bool {
    switch self {
    case .alignments: alignment(item, of: one) == alignment(item, of: other)
    case .partners:
      one.partners.first { $0.name == item } == other.partners.first { $0.name == item }
    case .links: link(item, of: one) == link(item, of: other)
    case .sources:
      one.sources.first { $0.url == item } == other.sources.first { $0.url == item }
    default: items(of: one).contains(item) == items(of: other).contains(item)
    }
  }

  private func alignment(_ guideline: String, of project: Project) -> Alignment? {
    var alignment = project.alignments.first { $0.guideline == guideline }
    alignment?.role = .secondary
    alignment?.line = nil
    return alignment
  }

  private func link(_ item: String, of project: Project) -> Link? {
    var link = project.links.first { $0.key == item }
    link?.line = nil
    return link
  }
}

extension Link {
  /// `buildsOn mein-nuernberg`: a project states each kind once for each id.
  fileprivate var key: String { "\(kind.rawValue) \(project)" }
}
