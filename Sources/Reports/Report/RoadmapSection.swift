internal import Findings
internal import Markup
internal import Portfolio

/// The roadmap's four questions for every theme complex.
struct RoadmapSection: ReportSection {
  let material: ReportMaterial

  let id = "roadmap"
  let title = BilingualText(de: "Roadmap", en: "Roadmap")

  func body() -> Markup {
    let roadmap = Roadmap.make(material.snapshot, findings: material.result)
    guard !roadmap.themes.isEmpty else {
      return tag("p") {
        BilingualText(
          de: "Die Strategie nennt keine Themenkomplexe.", en: "The strategy names no themes.")[
            material.language]
      }
    }
    return RoadmapHTML(language: material.language, headingLevel: .section).render(roadmap)
  }
}
