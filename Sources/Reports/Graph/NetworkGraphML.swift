internal import Findings
internal import Markup
internal import Portfolio

/// `dach network --format graphml`: the registered projects and links as GraphML 1.0, which Gephi,
/// yEd, Cytoscape and networkx open (http://graphml.graphdrawing.org/specification.html).
public enum NetworkGraphML {
  public static func render(_ graph: ProjectGraph) -> String {
    let snapshot = graph.analysis.snapshot
    let root = tag(
      "graphml", Attribute("xmlns", "http://graphml.graphdrawing.org/xmlns"),
      Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      Attribute(
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
      )
    ) {
      "\n"
      NetworkFields.ofProjects.map { key($0, of: "node") }
      NetworkFields.ofLinks.map { key($0, of: "edge") }
      tag("graph", Attribute("id", "network"), Attribute("edgedefault", "directed")) {
        "\n"
        graph.projects.map { project in
          element(
            tag("node", Attribute("id", snapshot.projects[project].id)) {
              data(NetworkFields.of(project, in: snapshot))
            })
        }
        graph.links.enumerated().map { number, link in
          element(
            tag(
              "edge", Attribute("id", "link-\(number + 1)"),
              Attribute("source", snapshot.projects[link.source].id),
              Attribute("target", snapshot.projects[link.target].id)
            ) { data(NetworkFields.of(link)) })
        }
      }
      "\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.source)\n"
  }

  private static func key(_ name: String, of kind: String) -> Markup {
    element(
      tag(
        "key", Attribute("id", name), Attribute("for", kind), Attribute("attr.name", name),
        Attribute("attr.type", "string")))
  }

  private static func data(_ fields: [(key: String, value: String)]) -> [Markup] {
    fields.map { field in tag("data", Attribute("key", field.key)) { field.value } }
  }

  /// On a line of its own.
  private static func element(_ markup: Markup) -> Markup { markup + Markup(text: "\n") }
}
