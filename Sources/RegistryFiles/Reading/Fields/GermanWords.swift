/// The German words that people write where the format has English ones.
enum GermanWords {
  /// The key among `known` that the German word `text` stands for.
  static func key(for text: String, among known: [String]) -> String? {
    keys[text.lowercased()]?.first { known.contains($0) }
  }

  /// The value among `choices` that the German word `text` stands for.
  static func choice(for text: String, among choices: [String]) -> String? {
    self.choices[text.lowercased()]?.first { choices.contains($0) }
  }

  /// The truth value that `text` stands for.
  static func flag(_ text: String) -> String? {
    switch text.lowercased() {
    case "ja", "j", "wahr", "yes", "y", "on", "true", "1": "true"
    case "nein", "n", "falsch", "no", "off", "false", "0": "false"
    default: nil
    }
  }

  private static let keys: [String: [String]] = [
    "kennung": ["id"], "früher": ["formerly"], "frühere-kennungen": ["formerly"],
    "ehemals": ["formerly"], "beansprucht": ["claims"],
    "titel": ["title", "name"], "projekttitel": ["title"], "überschrift": ["title"],
    "name": ["title"], "bezeichnung": ["title", "name"], "projektname": ["title"],
    "zusammenfassung": ["summary", "description", "text"],
    "kurzbeschreibung": ["summary", "description", "text"],
    "beschreibung": ["summary", "description", "text"], "description": ["summary", "text"],
    "inhalt": ["summary", "description", "text"],
    "referat": ["department", "departments"], "geschäftsbereich": ["department"],
    "amt": ["office", "department"], "dienststelle": ["office", "department"],
    "dienststellen": ["offices"], "ämter": ["offices"], "referate": ["departments"],
    "strategie": ["strategy"], "fachstrategie": ["strategy"], "teilstrategie": ["strategy"],
    "thema": ["themes", "theme", "topic"], "themen": ["themes"],
    "themenkomplex": ["theme", "themes"], "themenkomplexe": ["themes"],
    "theme": ["themes"], "themes": ["theme"],
    "leitlinie": ["guideline", "alignments"], "leitlinien": ["guidelines", "alignments"],
    "zuordnung": ["alignments"], "zuordnungen": ["alignments"], "ziele": ["alignments"],
    "rolle": ["role"], "gewicht": ["role"], "begründung": ["rationale", "reason"],
    "grund": ["reason", "rationale"], "fassung": ["revision"], "prüfung": ["review"],
    "prüfstand": ["review"], "stand": ["status"], "zustand": ["status"],
    "zeitraum": ["period"], "laufzeit": ["period"], "dauer": ["period"],
    "von": ["start"], "beginn": ["start"], "anfang": ["start"], "seit": ["start"],
    "bis": ["end", "by", "expires"], "ende": ["end"], "frist": ["by"],
    "mittel": ["budget"], "kosten": ["budget"], "haushalt": ["budget"],
    "betrag": ["amount"], "summe": ["amount"], "währung": ["currency"],
    "finanzierung": ["funding"], "herkunft": ["funding"], "förderung": ["funding"],
    "kontakt": ["contact"], "postfach": ["contact"], "e-mail": ["contact"],
    "email": ["contact"], "mail": ["contact"], "ansprechpartner": ["contact"],
    "partner": ["partners"], "bereich": ["sector"], "sektor": ["sector"],
    "zielgruppe": ["audience"], "zielgruppen": ["audience"],
    "technik": ["technologies"], "technologie": ["technologies"],
    "technologien": ["technologies"], "verfahren": ["technologies"],
    "stellt-bereit": ["provides"], "bietet": ["provides"],
    "benötigt": ["requires"], "braucht": ["requires"],
    "verbindungen": ["links"], "vernetzung": ["links"], "verknüpfungen": ["links"],
    "projekt": ["project"], "projekte": ["projects"], "art": ["kind"], "typ": ["kind"],
    "anmerkung": ["note", "notes"], "anmerkungen": ["notes"], "hinweis": ["note", "notes"],
    "hinweise": ["notes"], "notizen": ["notes"], "bemerkung": ["note", "notes"],
    "bemerkungen": ["notes"], "bestätigt": ["confirmed"],
    "beitrag": ["contributions"], "beiträge": ["contributions"],
    "sichtbarkeit": ["visibility"], "stufe": ["level"], "zeichen": ["label"],
    "siegel": ["label"], "seite": ["page"], "webseite": ["page", "url"],
    "quelle": ["sources"], "quellen": ["sources"], "adresse": ["url"], "link": ["url", "links"],
    "veröffentlicht": ["published"], "abgerufen": ["accessed"],
    "vision": ["vision"], "federführung": ["lead"], "leitung": ["lead"],
    "funktionen": ["functions"], "schlagworte": ["keywords"], "schlagwörter": ["keywords"],
    "stichworte": ["keywords"], "erwartet": ["expects"], "erwartungen": ["expects"],
    "pflicht": ["obligation"], "mindestens": ["minimum"], "dienste": ["services"],
    "basisdienste": ["services"], "meilensteine": ["milestones"], "datum": ["date"],
    "aussagen": ["statements"], "kennzahlen": ["figures"], "zahlen": ["figures"],
    "wert": ["value"], "offene-fragen": ["openQuestions"], "fragen": ["openQuestions"],
    "aliase": ["aliases"], "andere-namen": ["aliases"], "grundlage": ["foundation"],
    "beschlüsse": ["decisions"], "entscheidungen": ["verdicts", "decisions"],
    "gremium": ["body"], "wortlaut": ["text"], "formate": ["formats"], "format": ["formats"],
    "zweck": ["purpose"], "teilnehmende": ["participants"], "teilnehmer": ["participants"],
    "antwort": ["answer"], "satz": ["sentence"], "ergebnisse": ["results"],
    "maßnahmen": ["measures"], "paar": ["pair"], "entscheidung": ["outcome"],
    "ergebnis": ["outcome", "results"], "durch": ["by", "approver"], "ausnahmen": ["waivers"],
    "regel": ["rule"], "betrifft": ["subjects"], "genehmigt": ["approved"],
    "genehmigt-von": ["approver"], "läuft-ab": ["expires"], "gültig-bis": ["expires"],
  ]

  private static let choices: [String: [String]] = [
    "idee": ["idea"], "geplant": ["planned"], "in planung": ["planned"],
    "beschlossen": ["planned"], "laufend": ["running"], "läuft": ["running"],
    "in betrieb": ["running"], "in umsetzung": ["running"], "aktiv": ["running"],
    "abgeschlossen": ["completed"], "fertig": ["completed"], "beendet": ["completed"],
    "umgesetzt": ["completed"], "eingestellt": ["discontinued"],
    "abgebrochen": ["discontinued"], "gestoppt": ["discontinued"],
    "haupt": ["primary"], "hauptziel": ["primary"], "primär": ["primary"],
    "neben": ["secondary"], "nebenziel": ["secondary"], "sekundär": ["secondary"],
    "erklärt": ["declared"], "angegeben": ["declared"], "geprüft": ["reviewed"],
    "wissenschaft": ["science"], "hochschule": ["science"], "wirtschaft": ["business"],
    "unternehmen": ["business"], "zivilgesellschaft": ["civilSociety"],
    "verein": ["civilSociety"], "kommune": ["municipality"], "stadt": ["municipality"],
    "land": ["state"], "freistaat": ["state"], "bund": ["federal"],
    "hängt ab von": ["dependsOn"], "baut auf": ["buildsOn"],
    "tauscht daten mit": ["sharesDataWith"], "stimmt sich ab mit": ["coordinatesWith"],
    "teil von": ["partOf"], "ersetzt": ["replaces"], "löst ab": ["replaces"],
    "öffentlich": ["public"], "intern": ["internal"], "vertraulich": ["confidential"],
    "beantragt": ["requested"], "verliehen": ["granted"], "erteilt": ["granted"],
    "erloschen": ["lapsed"], "ziel": ["goal"], "handlungsfeld": ["field"],
    "muss": ["must"], "kann": ["may"], "befreit": ["exempt"],
    "referat": ["department"], "geschäftsbereich": ["department"], "amt": ["office"],
    "dienststelle": ["office"], "eigenbetrieb": ["enterprise"], "betrieb": ["enterprise"],
    "einrichtung": ["institution"], "antrag": ["motion"], "ausschuss": ["committee"],
    "stadtrat": ["council"], "beteiligung": ["participation"], "schritt": ["step"],
    "umfrage": ["survey"], "veranstaltung": ["event"], "e-partizipation": ["eParticipation"],
    "werkstatt": ["workshop"], "andere": ["other"], "sonstige": ["other"],
    "gibt es": ["exists"], "vorhanden": ["exists"], "lücke": ["gap"],
    "abgelehnt": ["declined"], "doppelt": ["duplicate"], "dublette": ["duplicate"],
    "bündeln": ["bundle"], "verschieden": ["different"], "zusammenarbeiten": ["cooperate"],
    "nicht nötig": ["notNeeded"], "schon vernetzt": ["alreadyDo"],
  ]
}
