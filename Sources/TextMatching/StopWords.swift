/// Words that say nothing about what an undertaking is, in folded form.
///
/// Function words follow the Snowball project's stop word lists for German and English
/// (https://snowballstem.org/algorithms/german/stop.txt), shortened to what texts of
/// administrations use. The register of administrations is added: every project is a digital
/// project of a city. A city's own name is not listed; it weighs little because every text has it.
enum StopWords {
  static let all = WordSet([german, english, register].joined(separator: "\n"))

  private static let german = """
    aber alle allen aller alles als also am an andere anderen anderer auch auf aus ausserdem bei
    beim bereits bis bisher bzw ca da dabei dadurch dafuer damit danach dann daraus das dass davon
    dazu dein dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses
    doch dort durch eigene eigenen ein eine einem einen einer eines einige er erst es etc etwa
    etwas fuer gegen ggf gibt hat haben hatte hier hierzu ihm ihn ihr ihre ihrem ihren ihrer ihres
    im immer in indem inkl ins insbesondere ist ja je jede jedem jeden jeder jedes jetzt kann
    keine keinen koennen koennte kuenftig man mehr mit muessen muss nach neben nicht noch nun nur
    ob oder ohne pro rund schon sehr sein seine seinem seinen seiner seit sich sie sind so sobald
    sodass sogar soll sollen sollte sowie sowohl statt ueber um und uns unser unsere unter viele
    vom von vor waehrend war waren was weil weiter weitere weiteren weiterer welche wenn wer werden
    wie wieder wird wo wobei worden wurde wurden ueberall uebrigens zu zudem zum zur zwischen
    """

  private static let english = """
    a about all also an and any are as at be been being but by can each for from has have how if
    in into is it its more new not of on or other our such than that the their them then there
    these they this those through to via was were when where which while who will with within
    """

  private static let register = """
    aufbau aufgebaut ausbau digital digitale digitalem digitalen digitaler digitales
    digitalisiert digitalisierung einfuehrung eingefuehrt entwicklung kommunal kommunale
    kommunalen kommunaler kommunales kommune kommunen massnahme massnahmen moeglich neu neue neuem
    neuen neuer neues online projekt projekte projekts stadt staedtisch staedtische staedtischen
    staedtischer staedtisches umsetzung vorhaben ziel
    """
}
