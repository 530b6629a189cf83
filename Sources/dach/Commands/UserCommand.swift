import ArgumentParser

/// `dach user …`: who may log in to the registry, and with which rights.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: text(
      de: "Verwaltet die Zugänge zum Register.", en: "Looks after the logins of the registry."),
    discussion: text(
      de: """
        Ein Zugang steht für eine Funktion, nicht für eine Person, und gehört zu einer Gruppe:
          planner      liest alles außer vertraulichen Projekten
          department   schreibt die Projekte seiner Dienststelle und beantwortet deren Befunde
          steward      sieht alles, pflegt die Strategie, entscheidet und prüft
          owner        verwaltet Tabellen, Zugänge und Protokoll

        Beispiele:
          dach user add bauordnung --group department --department planung-bau
          dach user add presse --group planner --contact presse@example.org --generate
          dach user list
          dach user remove presse
        """,
      en: """
        A login stands for a function, not for a person, and belongs to a group:
          planner      reads everything but confidential projects
          department   writes its department's projects and answers their findings
          steward      sees everything, keeps the strategy, decides and reviews
          owner        looks after tables, logins and audit trail

        Examples:
          dach user add bauordnung --group department --department planung-bau
          dach user add presse --group planner --contact presse@example.org --generate
          dach user list
          dach user remove presse
        """),
    subcommands: [UserAddCommand.self, UserListCommand.self, UserRemoveCommand.self])
}
