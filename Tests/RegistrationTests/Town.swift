import Portfolio
import Registration

/// A small town to register projects in.
enum Town {
  static let day = CalendarDay(daysSinceEpoch: 20_780)  // 2026-11-23

  static let portfolio = Portfolio(
    strategy: Strategy(
      id: "stadt", name: "Digitale Stadt",
      guidelines: [
        Guideline(
          id: "buergernah", name: "Bürgernah", kind: .goal,
          description: "Dienste der Verwaltung sind einfach und online zu erreichen.", revision: 2),
        Guideline(
          id: "gruen", name: "Grün", kind: .goal,
          description: "Energie und Umwelt werden geschont."),
      ],
      themes: [
        Theme(id: "verwaltung", name: "Verwaltung", description: "Ämter, Anträge und Akten."),
        Theme(id: "freizeit", name: "Kultur und Freizeit", description: "Bücher, Museen, Sport."),
      ],
      services: [
        Service(id: "konto", name: "Bürgerkonto"), Service(id: "zahlung", name: "E-Payment"),
      ]
    ),
    departments: [
      Department(
        id: "bau", name: "Baureferat", aliases: ["Referat VI"],
        offices: [Office(id: "bauordnung", name: "Bauordnungsbehörde")]),
      Department(id: "kultur", name: "Kulturreferat"),
      Department(id: "schule", name: "Schulreferat"),
    ],
    projects: [
      Project(
        id: "onleihe", title: "Onleihe",
        summary: "Bücher und Hörbücher der Stadtbibliothek werden online ausgeliehen.",
        department: "kultur", partners: [Partner(name: "Hochschule", sector: .science)],
        audience: ["Familien", "Schüler"]),
      Project(
        id: "museum", title: "Museum digital", summary: "Sammlungen der Museen im Netz.",
        department: "kultur", audience: ["Familien"]),
    ])
}
