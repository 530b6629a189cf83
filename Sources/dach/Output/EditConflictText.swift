import Portfolio
import RegistryDatabase
import RegistryFiles

extension EditConflict: PresentableError {
  var exitCode: Int32 { 75 }

  /// Who was faster, and both versions of what differs.
  var text: BilingualText {
    let id = stored.id
    let last = changes.last
    let role = last?.role ?? "?"
    let time = last.map { "\($0.day) \($0.time)" } ?? ""
    let command = last?.command.map { "dach \($0)" } ?? last?.program ?? "SQL"
    let differences = differingFields
    return BilingualText(
      de: "„\(id)“ wurde inzwischen von anderer Stelle geändert: von „\(role)“ mit „\(command)“ am "
        + "\(time). Es wurde nichts gespeichert. Bitte den gespeicherten Stand ansehen und die "
        + "Änderung darauf noch einmal machen.\n"
        + differences.map { $0.text(stored: "gespeichert", proposed: "Ihre Angabe") }.joined()
        + "Neuer Stand: --based-on \(last?.moment.description ?? "")",
      en: "'\(id)' has been changed by somebody else meanwhile: by '\(role)' with '\(command)' at "
        + "\(time). Nothing was stored. Look at what is stored and make your change to that.\n"
        + differences.map { $0.text(stored: "stored", proposed: "yours") }.joined()
        + "New version: --based-on \(last?.moment.description ?? "")")
  }

  /// A field in both versions, as in a file.
  private struct Difference {
    let stored: String
    let proposed: String

    func text(stored storedName: String, proposed proposedName: String) -> String {
      let width = max(storedName.count, proposedName.count)
      return [(storedName, stored), (proposedName, proposed)].map { name, value in
        let label = name + String(repeating: " ", count: width - name.count)
        let lines = value.isEmpty ? ["–"] : value.split(separator: "\n").map(String.init)
        let indent = String(repeating: " ", count: width + 4)
        return "  \(label)  " + lines.joined(separator: "\n\(indent)") + "\n"
      }.joined()
    }
  }

  /// Fields in which the two versions are not the same.
  private var differingFields: [Difference] {
    let (stored, proposed) = (Self.fields(stored), Self.fields(proposed))
    let names =
      stored.map(\.name)
      + proposed.map(\.name).filter { name in
        !stored.contains { $0.name == name }
      }
    return names.compactMap { name in
      let old = stored.first { $0.name == name }?.text ?? ""
      let new = proposed.first { $0.name == name }?.text ?? ""
      return old == new ? nil : Difference(stored: old, proposed: new)
    }
  }

  /// The top-level fields of a project's canonical file with their text.
  private static func fields(_ project: Project) -> [(name: Substring, text: String)] {
    // What is stored can be written; what cannot be was refused before it came to this.
    let bytes = (try? CanonicalWriter.bytes(of: .project(project), depth: 0)) ?? []
    var fields: [(name: Substring, text: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.first?.isLetter == true {
        fields.append((line.prefix { $0 != ":" }, String(line)))
      } else if !fields.isEmpty {
        fields[fields.count - 1].text += "\n" + line
      }
    }
    return fields
  }
}
