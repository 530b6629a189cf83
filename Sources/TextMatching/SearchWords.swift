/// The searchable words of German texts, as the full-text search of the database has them
/// (`dach_german`: unaccent, stop words, Snowball's German stems), so that a search in files finds
/// what a search in the database finds.
///
/// Words and compounds with hyphens come out alike. PostgreSQL's parser also knows addresses, paths
/// and numbers with signs, which it keeps whole (`nuernberg.de`, `Bus/Bahn`, `-5`); here they are
/// cut into words. Accents are dropped from the letters of Latin-1 and Latin Extended-A.
public final class SearchWords {
  /// A word in its searchable form.
  public struct Word: Sendable, Hashable {
    public let stem: String
    /// Counted from 1, words that cannot be searched for included.
    public let position: Int
  }

  private var stemmer: Stemmer
  private var stems: [String: String] = [:]

  /// - Returns: nil where the installed libstemmer was built without German.
  public init?() {
    guard let stemmer = Stemmer() else { return nil }
    self.stemmer = stemmer
  }

  public func words(of text: String) -> [Word] {
    var words: [Word] = []
    var position = 0
    for token in Self.tokens(of: text) {
      position += 1
      // PostgreSQL leaves longer ones out of its index.
      guard token.utf8.count < 2_047, let stem = stem(token) else { continue }
      words.append(Word(stem: stem, position: position))
    }
    return words
  }

  /// Nil for a stop word.
  private func stem(_ token: String) -> String? {
    if let known = stems[token] { return known.isEmpty ? nil : known }
    let lowercase = Self.withoutAccents(token).lowercased()
    let stem: String
    if token.unicodeScalars.contains(where: { $0.properties.numericType != nil }) {
      stem = token.lowercased()
    } else if Self.stopWords.contains(lowercase) {
      stem = ""
    } else {
      stem = stemmer.stem(asWritten: lowercase)
    }
    stems[token] = stem
    return stem.isEmpty ? nil : stem
  }

  /// Runs of letters and digits; where hyphens join several, the whole first, then its parts.
  /// Numbers keep the points inside them.
  private static func tokens(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [String] = []
    var start = 0
    while start < scalars.count {
      guard isWordScalar(scalars[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, continues(at: end, of: scalars) { end += 1 }
      let parts = scalars[start..<end].split(separator: "-")
      if parts.count > 1 { tokens.append(string(scalars[start..<end])) }
      tokens += parts.map(string)
      start = end
    }
    return tokens
  }

  private static func continues(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    if isWordScalar(scalars[index]) { return true }
    guard index + 1 < scalars.count, isWordScalar(scalars[index + 1]) else { return false }
    return switch scalars[index] {
    case "-": true
    case ".": isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? isDigit(scalar) || TextFolding.isASCIILetter(scalar.value)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The extension `unaccent` drops the dots of umlauts, other than the folding for similarity.
  static func withoutAccents(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    var plain = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "ä", "Ä": plain.append("a")
      case "ö", "Ö", "ø", "Ø", "ő", "Ő": plain.append("o")
      case "ü", "Ü", "ű", "Ű": plain.append("u")
      case "\u{C0}"..."\u{17F}":
        var folded: [UInt8] = []
        TextFolding.append(String(scalar), to: &folded)
        plain.append(contentsOf: String(decoding: folded, as: UTF8.self).unicodeScalars)
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// PostgreSQL's `german.stop`, which is Snowball's list
  /// (https://snowballstem.org/algorithms/german/stop.txt), as far as it is ASCII: words with
  /// umlauts have lost them before the list is asked, and so are none of its words.
  private static let stopWords = Set(
    """
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer
    anderes anderm andern anderr anders auch auf aus bei bin bis bist da damit dann der den des
    dem die das derselbe derselben denselben desselben demselben dieselbe dieselben dasselbe
    dazu dein deine deinem deinen deiner deines denn derer dessen dich dir du dies diese diesem
    diesen dieser dieses doch dort durch ein eine einem einen einer eines einig einige einigem
    einigen einiger einiges einmal er ihn ihm es etwas euer eure eurem euren eurer eures gegen
    gewesen hab habe haben hat hatte hatten hier hin hinter ich mich mir ihr ihre ihrem ihren
    ihrer ihres euch im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener
    jenes jetzt kann kein keine keinem keinen keiner keines machen man manche manchem manchen
    mancher manches mein meine meinem meinen meiner meines mit muss musste nach nicht nichts
    noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines selbst sich sie ihnen
    sind so solche solchem solchen solcher solches soll sollte sondern sonst um und uns unse
    unsem unsen unser unses unter viel vom von vor war waren warst was weg weil weiter welche
    welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst wo wollen
    wollte zu zum zur zwar zwischen
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
