import Portfolio

extension RegistryRecord {
  /// The record without the places where it stood in its file, for comparing what it says.
  var withoutPlaces: RegistryRecord {
    var portfolio = Portfolio()
    portfolio.add(self)
    return portfolio.withoutPlaces.records.first ?? self
  }
}

extension Portfolio {
  /// All records without the places where they stood in their files, and without periods that
  /// say nothing, which canonical form leaves out.
  var withoutPlaces: Portfolio {
    var copy = self
    copy.strategy?.removePlaces()
    for index in departments.indices { copy.departments[index].location = nil }
    for index in subStrategies.indices {
      copy.subStrategies[index].location = nil
      copy.subStrategies[index].period.removeIfEmpty()
    }
    for index in participations.indices { copy.participations[index].removePlaces() }
    for index in measures.indices { copy.measures[index].location = nil }
    for index in projects.indices { copy.projects[index].removePlaces() }
    for index in mergedProjects.indices { copy.mergedProjects[index].removePlaces() }
    for index in verdicts.indices { copy.verdicts[index].location = nil }
    for index in waivers.indices { copy.waivers[index].location = nil }
    return copy
  }
}

extension Strategy {
  fileprivate mutating func removePlaces() {
    location = nil
    for index in guidelines.indices { guidelines[index].location = nil }
    for index in themes.indices { themes[index].location = nil }
    for index in services.indices { services[index].location = nil }
  }
}

extension Participation {
  fileprivate mutating func removePlaces() {
    location = nil
    for index in formats.indices {
      formats[index].location = nil
      formats[index].period.removeIfEmpty()
    }
    for index in contributions.indices { contributions[index].location = nil }
  }
}

extension Project {
  fileprivate mutating func removePlaces() {
    location = nil
    period.removeIfEmpty()
    for index in alignments.indices { alignments[index].line = nil }
    for index in links.indices { links[index].line = nil }
  }
}

extension Period? {
  fileprivate mutating func removeIfEmpty() {
    if self == Period() { self = nil }
  }
}
