import Portfolio
import ProjectQuery

extension QueryFaults: PresentableError {
  var exitCode: Int32 { 64 }

  var text: BilingualText {
    BilingualText(de: faults[0].message.german, en: faults[0].message.english)
  }

  func report(in language: Language) -> String { "dach: " + render(in: language) }
}

/// The installed libstemmer lacks German, without which no text can be searched.
struct MissingStemmer: PresentableError {
  var exitCode: Int32 { 70 }

  var text: BilingualText {
    BilingualText(
      de: "Der installierten Bibliothek libstemmer fehlt Deutsch; bitte das Paket der "
        + "Distribution installieren.",
      en: "The installed libstemmer lacks German; please install the distribution's package.")
  }
}
