internal import Findings
public import Portfolio

/// `dach network --format dot`: the registered projects and links for graphviz and whatever else
/// reads its language (https://graphviz.org/doc/info/lang.html).
public enum NetworkDOT {
  public static func render(_ graph: ProjectGraph, language: Language) -> String {
    let snapshot = graph.analysis.snapshot
    var lines = [
      "digraph network {", "  graph [rankdir=LR];",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    lines += graph.projects.map { project in
      let fields = NetworkFields.of(project, in: snapshot).map { "\($0.key)=\(quoted($0.value))" }
      return "  \(quoted(snapshot.projects[project].id)) [\(fields.joined(separator: ", "))];"
    }
    lines += graph.links.map { link in
      let ends = [link.source, link.target].map { quoted(snapshot.projects[$0].id) }
      var fields = ["label=\(quoted(link.kind.label[language]))"]
      fields += NetworkFields.of(link).map { "\($0.key)=\(quoted($0.value))" }
      if link.kind.isSymmetric { fields.append("dir=none") }
      if link.state == .proposed { fields.append("style=dashed") }
      return "  \(ends[0]) -> \(ends[1]) [\(fields.joined(separator: ", "))];"
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// A quoted string: a backslash would begin an escape sequence, a line break end the line.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }
}

/// What graph files say about projects and links; the same fields in every format.
enum NetworkFields {
  /// The keys of a project's fields, in order.
  static let ofProjects = ["label", "department", "departmentName", "status", "themes"]
  /// The keys of a link's fields, in order.
  static let ofLinks = ["kind", "state"]

  /// Fields that are not known are left out.
  static func of(_ project: Int, in snapshot: Snapshot) -> [(key: String, value: String)] {
    let record = snapshot.projects[project]
    let department = snapshot.department(of: project).map { snapshot.departments[$0] }
    let values: [String?] = [
      record.title, department?.id, department?.name, record.status?.rawValue,
      record.themes.isEmpty ? nil : record.themes.joined(separator: " "),
    ]
    return zip(ofProjects, values).compactMap { key, value in value.map { (key, $0) } }
  }

  static func of(_ link: ResolvedLink) -> [(key: String, value: String)] {
    Array(zip(ofLinks, [link.kind.rawValue, link.state.rawValue])).map { ($0.0, $0.1) }
  }
}
