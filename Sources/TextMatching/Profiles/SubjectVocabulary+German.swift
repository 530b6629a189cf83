extension SubjectVocabulary {
  /// The subject fields of a German city's digital policy and the words by which each is known.
  ///
  /// General domain knowledge, written down for this program from what cities' digital strategies
  /// commonly deal with; neither taken from any strategy or list of projects nor fitted to one. Each
  /// field stands under its area (in brackets). How words are written is told at `init(_:)`.
  static let german = SubjectVocabulary(
    """
    [Bildung]
    Schule: schule unterricht lehrkraft lehrer schueler klassenzimmer gymnasium schulweg ganztag
      lehrplan hausaufgaben pausenhof schulbuch whiteboard beamer tablet abitur inklusionsklasse
      schul* =klasse =klassen klassenfahrt lehrkraefte lehrer* lehrerin
    Ausbildung und Beruf: ausbildung azubi berufsschule auszubildende lehrling praktikum
      ausbildungsplatz nachwuchs berufsorientierung meisterschule duale =beruf berufswahl
    Weiterbildung und Lernen: bildung lernen weiterbildung fortbildung qualifizierung kurs seminar
      volkshochschule =vhs erwachsenenbildung schulung lehrgang webinar e-learning elearning
      moodle lernplattform akademie kompetenz medienkompetenz tutorial lernvideo unterweisung
      onboarding alphabetisierung workshop nachhilfe lern* =training =trainings *bildung

    [Forschung und Erprobung]
    Hochschule und Forschung: hochschule universitaet forschung wissenschaft studierende professur
      fraunhofer institut doktorand forschungsprojekt campus wissenstransfer doktorarbeit
      forschung* *forschung forschende =labor =studie universitaeten *studie
    Gründung: startup start-up inkubator accelerator risikokapital gruenderzentrum coworking
      hackathon wagniskapital existenzgruendung ausgruendung gruender* existenzgruender =gruendung
      =gruendungen gruendungs*
    Erproben und neue Technik: innovation innovativ reallabor erproben pilot* prototyp testfeld
      machbarkeit modellprojekt neuartig ideenwerkstatt living-lab demonstrator erprobt
      experimentierfeld =versuch =versuche feldversuch verkehrsversuch =testen =test erprob*
      experiment*
    Künstliche Intelligenz: =intelligenz =ki chatbot sprachmodell algorithmus neuronal
      maschinelles lernverfahren sprachassistent bilderkennung chatgpt texterkennung
      machine-learning prognosemodell bildauswertung robotik roboter drohne
      kuenstliche-intelligenz kuenstlicher-intelligenz kuenstlichen-intelligenz
    Simulation und virtuelle Welt: zwilling simulation simulieren virtuell =vr =ar augmented
      virtual reality 3d stadtmodell rendering visualisierung hologramm avatar vr-brille
      datenbrille
    Neues Arbeiten: homeoffice telearbeit desk-sharing arbeitsweise videokonferenz kollaboration
      kulturwandel designthinking design-thinking mobiles-arbeiten besprechungsraum
      verwaltungsmodernisierung innovationslabor changemanagement =agil =agile =agiles =agilen
      arbeitsplatz*
    Werkstätten: makerspace fablab werkstatt bastel 3d-drucker reparaturcafe programmieren
      calliope robotikkurs mint jugend-forscht loeten =coding =mint tueftel*

    [Mobilität]
    Verkehr: verkehr mobilitaet strasse ampel lichtsignalanlage kreuzung verkehrsrechner
      verkehrslenkung fahrzeug baustelle lieferverkehr logistik fuhrpark lkw gueterverkehr
      verkehrssteuerung verkehrszaehlung parkhaus =auto =autos autoverkehr kfz* tempolimit =flotte
      =stau =staus staumeldung =gueter mobilitaets* strassen* =verkehr verkehrs* *verkehr
    Parken: parkplatz parkraum parkschein handyparken stellplatz parkleitsystem bewohnerparken
      anwohnerparken =parken parkplaetze parkhaus parkhaeuser parkgebuehr parkausweis
    Bus und Bahn: u-bahn strassenbahn tram nahverkehr oepnv fahrgast haltestelle ticket fahrplan
      fahrkarte verkehrsverbund on-demand rufbus shuttle deutschlandticket verkehrsbetrieb
      fahrgastinformation =bus =busse =bussen =bahn =bahnen *bahn linienbus buslinie =linien ubahn
      sbahn
    Rad und Fuß: fahrrad radverkehr radweg lastenrad leihrad fussgaenger fussverkehr zu-fuss
      gehweg zebrastreifen abstellanlage velo pedelec schulwegplan =rad =raeder radwege radfahr*
      fahrrad* radstaender radroute radschnell* radabstell* radnetz bikesharing =radler =fuss
    Geteilte und elektrische Fahrzeuge: sharing carsharing e-scooter escooter scooter mitfahr
      elektromobilitaet e-mobilitaet elektroauto elektrobus elektrofahrzeug ladesaeule ladepunkt
      ladeinfrastruktur wallbox leihstation mobilstation mobilitaetsstation wasserstoff =laden
      ladenetz ladepark eauto ebus

    [Energie]
    Energie: energie waerme fernwaerme heizung heizen photovoltaik =pv erneuerbar windkraft
      waermepumpe waermeplanung stromnetz smart-meter smartmeter energieverbrauch
      energieversorgung stadtwerke geothermie biogas sanierung energieberatung energiemonitoring
      lastgang erdgas batterie kwh kilowatt netzbetreiber abwaerme quartiersspeicher =gas gasnetz
      stromspeicher =strom strom* *strom stromzaehler zaehlerfernauslesung solar* =speicher
    Sparsam betreiben: energiesparen effizienz energieeffizienz einsparung verbrauchsdaten
      gebaeudeleittechnik gebaeudeautomation beleuchtung strassenbeleuchtung strassenlaterne
      lueftung thermostat facility energiemanagement gebaeudemanagement messtechnik green-it
      klimatisierung dimmen betriebskosten heizkosten kuehlung =led =verbrauch verbrauchs*
      *verbrauch leuchten strassenleuchte

    [Umwelt]
    Klima: klima klimaschutz klimaanpassung klimawandel co2 treibhausgas starkregen hochwasser
      duerre stadtklima klimaneutral emission kaltluft verschattung hitzeaktionsplan resilienz
      klimafolgen =hitze hitze* klima*
    Umwelt und Luft: umwelt umweltschutz luftqualitaet luftguete feinstaub stickoxid messstation
      altlasten naturschutz artenschutz biodiversitaet oekologie umweltdaten schadstoff immission
      bodenschutz gewaesserschutz insekten pollen luft* =luft boden* laerm* =bienen umwelt*
    Wasser: wasser trinkwasser abwasser regenwasser gewaesser klaeranlage pegel grundwasser
      kanalisation entwaesserung zisterne bewaesserung wasserversorgung rueckhaltebecken wasser*
      *wasser kanalnetz =kanal =fluss trinkbrunnen =brunnen flusspegel
    Stadtgrün: stadtgruen gruenflaeche pflanze kleingarten baumkataster giessen friedhof
      spielplatz forst begruenung wiese bewaesserung gaertner gruenanlage stadtbaeume =gruen
      gruen* baum* =baum stadtbaum strassenbaum strassenbaeume baeume =park =parks parkanlage
      =garten gaerten =wald =waelder stadtwald
    Abfall und Sauberkeit: abfall entsorgung recycling wertstoff strassenreinigung sperrmuell
      papierkorb kreislaufwirtschaft sauberkeit wilder-muell reinigung winterdienst mehrweg
      abfallkalender stadtreinigung muellabfuhr kompost =tonne =tonnen abfalltonne =container
      muell* altglas
    Nachhaltigkeit: nachhaltig nachhaltigkeit umweltfreundlich wiederverwendung suffizienz
      fairtrade nachhaltigkeitsziele sdg lebensmittelrettung klimafreundlich oekologisch =fair
      =fairer ressourcenschon* ressourcenverbrauch

    [Soziales]
    Kinderbetreuung: kindergarten krippe kinderbetreuung kindertagesstaette tagespflege
      betreuungsplatz erzieher kindertageseinrichtung kindergartenplatz ganztagsbetreuung
      vormerkung kitaplatz =hort =horte kita* =kita
    Familie und Jugend: familie jugend jugendamt eltern elterngeld kinderschutz jugendhilfe
      jugendliche geburt spielmobil jugendtreff vormund ferienprogramm ferienbetreuung schwanger
      alleinerziehend familienkarte jugendzentrum jugendarbeit pflegefamilie adoption streetwork
      ferienpass =unterhalt unterhaltsvorschuss kinder* =kind =kinder =kindern familien* jugend*
    Alter: senior senioren hochaltrig seniorenamt seniorenbeirat altersarmut betagte altenhilfe
      grosseltern demenz seniorentreff altengerecht =aeltere =aelteren =aelterer =rente
      altersgerecht senioren* =alter
    Pflege: pflege* pflegeheim pflegekraft pflegedienst pflegestuetzpunkt pflegebeduerftig
      hausnotruf altenheim altenpflege pflegeberatung heimplatz betreutes assistenzsystem
      kurzzeitpflege seniorenheim pflegende =pflege
    Gesundheit: gesundheit klinik klinikum krankenhaus aerzte patient medizin telemedizin
      gesundheitsamt impfung infektion rettungsdienst hygiene psychisch hebamme apotheke e-rezept
      krankenkasse diagnose praevention pandemie corona drogen gesundheitsdaten geburtshilfe
      arztpraxis suchthilfe =arzt arzt* hausarzt facharzt =therapie notaufnahme gesundheits*
    Soziale Hilfen: sozialamt wohngeld buergergeld grundsicherung sozialhilfe jobcenter
      schuldnerberatung obdachlos wohnungslos armut sozialleistung hilfebeduerftig sozialpass
      bildungspaket teilhabeleistung wohlfahrt sozialarbeit sozialdaten frauenhaus gewaltschutz
      sozialberatung sozial* =sozial =soziale =sozialen =sozialer =beihilfe
    Zuwanderung: integration migration migrant zuwanderer zugewandert gefluechtet fluechtling asyl
      auslaender auslaenderbehoerde mehrsprachig dolmetscher einbuergerung sprachkurs
      neuzugewanderte aufenthaltstitel herkunft interkulturell willkommen sprachmittler
      deutschkurs einwanderung ukraine =uebersetzung =uebersetzungen uebersetz* =sprachen
      fremdsprache
    Quartier: quartier stadtteil nachbarschaft wohnviertel stadtteilzentrum quartiersmanagement
      begegnung gemeinwesen stadtteilladen sozialraum buergerhaus ortsteil mehrgenerationenhaus
      treffpunkt nachbarschaftshilfe stadtteilarbeit nachbarschaft* stadtbezirk nachbarn =nachbar
    Ehrenamt und Vereine: ehrenamt freiwillig engagement freiwilligenagentur buergerschaftlich
      ehrenamtskarte ehrenamtlich vereinsfoerderung =verein =vereine =vereinen vereins* *verein
      *vereine =spenden spendenaktion =helfer =helferinnen =stiftung

    [Gleiche Chancen]
    Barrierefreiheit: barrierefrei barriere behinderung behindert gebaerden leichte-sprache
      sehbehindert gehoerlos rollstuhl inklusion inklusiv barrierearm screenreader schwerbehindert
      hoergeschaedigt assistiv untertitel einfache-sprache =blinde =blinden vorlesefunktion
      leichter-sprache einfacher-sprache
    Gleicher Zugang: leihgeraet endgeraet digitale-teilhabe benachteiligt niedrigschwellig
      chancengleichheit gerechtigkeit gleichstellung gender diskriminierung digitallotse
      digitale-spaltung sprechstunde hausbesuch vielfalt diversity queer =frauen =anonym
      einkommensschwach =beduerftige geringverdien*

    [Sicherheit]
    Bevölkerungsschutz: feuerwehr katastrophenschutz katastrophe warnung sirene notfall leitstelle
      bevoelkerungsschutz krise krisenstab einsatzkraefte lagebild blackout evakuierung
      alarmierung gefahrenabwehr zivilschutz notruf brandschutz stabsraum warn-app warndienst
      warnmeldung =warnung sirenen einsatzleit* einsatzfahrzeug =rettung rettungs* =einsatz
      brandmelde*
    Sicherheit im öffentlichen Raum: ordnungsamt videoueberwachung kommunaler-ordnungsdienst
      ordnungsdienst bussgeld polizei ordnungswidrigkeit vandalismus angstraum kriminalpraevention
      verkehrsueberwachung knoellchen ordnungskraefte

    [Kultur]
    Kunst und Kultur: kultur kulturell kulturamt galerie atelier kulturpass kulturdaten
      kulturschaffende kulturfoerderung kulturentwicklung kulturelle literatur kino kulturladen
      kuenstlerisch kuenstlerin kuenstlerhaus =kuenstler kreative kreativwirtschaft =kunst kunst*
      =lesung =lesungen filmfest =film =filme
    Museum und Ausstellung: ausstellung exponat museen digitalisat museumspaedagogik audioguide
      rundgang mediaguide schausammlung kunsthalle dokumentationszentrum =depot =sammlung
      =sammlungen museums* =museum *museum gedenkstaette gedenkort
    Bühne und Musik: theater oper konzert musik orchester musikschule schauspiel auffuehrung
      philharmonie livestream tanz spielzeit festival buehnentechnik buehnen* =buehne =chor
      =choere musikinstrument instrumente =streaming
    Bibliothek: bibliothek buecherei stadtbibliothek onleihe e-book e-medien entleihen
      fahrbibliothek buecherbus lesesaal bibliotheksausweis lesefoerderung =buch =buecher =leser
      leserin =ausleihe =medien =lesen
    Archiv und Denkmal: archiv stadtarchiv denkmal denkmalpflege stadtgeschichte erbe archivgut
      erinnerung zeitzeugen retrodigitalisierung kulturgut altstadt archaeologie historische
      ns-zeit kulturerbe archivierung langzeitarchiv =geschichte histor*

    [Freizeit]
    Sport und Bäder: schwimmbad freibad hallenbad turnhalle sportverein sportstaette fitness
      sporthalle stadion schwimmen sportamt sportplatz eissport schwimmkurs wettkampf
      eintrittskarte =bad =baeder =baedern baederbetrieb =sport sport* breitensport vereinssport
      stadtlauf
    Freizeit und Tourismus: freizeit tourismus tourist ausflug stadtfuehrung stadtrundgang urlaub
      hotel sehenswuerdigkeit zoo tiergarten tierpark rundgang gaming uebernachtung gaestekarte
      stadtmarketing tourist-information =gast =gaeste =gaesten gaeste* =wandern wanderweg
      =besucher besucherinnen =reisende =spielen =spiele
    Veranstaltungen und Märkte: veranstaltung event fest weihnachtsmarkt wochenmarkt volksfest
      veranstaltungskalender ticketing kirmes maerkte marktstand marktbeschicker schausteller
      eintritt stadtfest jahrmarkt =markt =maerkte marktplatz flohmarkt =fest =feste =messe
      festplatz

    [Wirtschaft]
    Wirtschaft und Unternehmen: wirtschaft unternehmen firma industrie handwerk mittelstand
      gewerbe wirtschaftsfoerderung ihk branche fachkraft fachkraefte arbeitgeber arbeitsmarkt
      wettbewerb gewerbeflaeche investor gewerbegebiet ansiedlung wertschoepfung
      wirtschaftsstandort jobmesse gewerbesteuer dienstleister selbststaendige =betriebe
      =betrieben handwerksbetrieb =wirtschaft wirtschafts* =standort =produktion handwerkskammer
    Handel und Innenstadt: einzelhandel haendler innenstadt shop online-shop gastronomie leerstand
      stadtgutschein passantenfrequenz einkaufen citymanagement fussgaengerzone restaurant
      frequenz belebung schaufenster =laden =laeden =handel onlinehandel =city =gutschein
      =geschaeft =geschaefte =zentren

    [Technische Grundlagen]
    Breitband und Mobilfunk: breitband glasfaser mobilfunk 5g wlan wifi funknetz gigabit
      netzausbau hotspot bayernwlan telekommunikation leerrohr mobilfunkmast antenne funkloch
      internetzugang lorawan *wlan =internet
    Netze und Rechenzentrum: netzwerk rechenzentrum server cloud serverraum virtualisierung
      datennetz infrastruktur it-infrastruktur hosting client firewall datensicherung backup
      betriebssystem software-verteilung arbeitsplatzrechner telefonie voip it-betrieb exchange
      endgeraete storage =lan =leitungen leitungsnetz lizenzen =hardware betriebssysteme
    IT-Sicherheit und Datenschutz: it-sicherheit informationssicherheit cyber verschluesselung
      datenschutz hacker isms phishing schadsoftware ransomware passwort bsi grundschutz
      penetrationstest dsgvo notfallhandbuch cybersicherheit ausfallsicher notfallkonzept
      sicherheitsluecke =angriff =angriffe =angriffen hackerangriff

    [Daten]
    Daten: daten *daten* datenplattform urban datenmanagement dashboard statistik kennzahl
      auswertung schnittstelle api datenbank monitoring data-warehouse datenqualitaet datenkatalog
      interoperabilitaet datenaustausch stammdaten datengovernance datenhub datendrehscheibe
      metadaten =data =standards =register =analyse =analysen datenanalyse =bericht berichtswesen
    Offene Daten und Quellen: open-data opendata open-source opensource offene-daten datenportal
      nachnutzung creative-commons quellcode offener-daten offenen-daten openstreetmap
    Geodaten und Karten: geodaten geoinformation gis stadtplan vermessung luftbild kataster
      liegenschaft lidar laserscan befahrung geoportal vermessungsamt kartierung katasterdaten
      geobasisdaten bodenrichtwert punktwolke panoramabild =karte =karten kartendienst stadtkarte
      kartenportal
    Sensoren: sensor *sensor* iot internet-der-dinge messfuehler lorawan messnetz fernauslesung
      zaehlung detektor fuellstand echtzeit messwerte wetterstation messgeraet messpunkt =messung
      =messungen =lora =funk sensorik

    [Verwaltung]
    Elektronische Akte: e-akte eakte dokumentenmanagement dms scannen aktenfuehrung papierlos
      posteingang vorgangsbearbeitung e-rechnung rechnungseingang archivsystem aktenplan
      elektronische-akte mitzeichnung poststelle registratur aktenbestand =akte =akten =rechnung
      =rechnungen =ablage bauakte papierakte
    Automatisierte Abläufe: automatisierung automatisiert workflow rpa softwareroboter ablauf
      geschaeftsprozess prozessmanagement bearbeitungszeit fachverfahren medienbruch
      dunkelverarbeitung fachanwendung sachbearbeitung vorgang prozessautomatisierung robotic
      schnittstellen =prozess =prozesse =prozessen prozess* *prozesse =bearbeitung =verfahren
      ablaeufe
    Online-Dienste der Verwaltung: antrag online-dienst onlinedienst online-antrag formular
      buergerkonto buergerservice ozg servicekonto serviceportal buergeramt fuehrerschein ausweis
      personalausweis beantragen ummeldung standesamt kfz-zulassung bescheid verwaltungsleistung
      e-government egovernment elster bundid eid identifikation online-ausweis bauantrag
      baugenehmigung genehmigung payment e-payment epayment wohnsitz anliegen behoerdengang
      meldewesen parkausweis melderegister gewerbeanmeldung nutzerkonto =bezahlen =gebuehren
      =urkunden =zulassung =anmeldung =behoerde =behoerden behoerden* =bescheid bezahlverfahren
      bezahlfunktion
    Termine und Schalter: termin terminvereinbarung terminbuchung wartezeit warteschlange
      aufrufanlage wartenummer servicestelle abholstation self-service selbstbedienung
      ausgabeautomat dokumentenausgabe buergerbuero anlaufstelle servicecenter callcenter 115
      behoerdennummer hotline rathaus online-termin terminkalender abholbox =schalter =terminal
      =telefon =aufruf
    Personal und innere Verwaltung: personalamt mitarbeiter beschaeftigte bewerbung
      stellenausschreibung personalgewinnung dienstplan zeiterfassung reisekosten intranet
      beschaffung buchhaltung kaemmerei bewerber recruiting gehalt urlaubsantrag
      bewerbermanagement personalakte controlling e-vergabe ausschreibung personalrat dienstreise
      fuehrungskraefte organisationsuntersuchung =personal personalverwaltung personalabteilung
      personalwesen finanzbuchhaltung =vergabe vergabestelle =sap =kasse kassen* stadtkasse
      finanzwesen haushaltsplanung

    [Stadtentwicklung]
    Planen und Bauen: bauen stadtplanung bauleitplanung bebauungsplan bauamt bauordnung bim
      hochbau tiefbau wohnungsbau gebaeude immobilien bauvorhaben flaechennutzungsplan wohnen
      wohnung mietspiegel stadtentwicklung bauakte brueckenbau bruecke stadtraum flaechen
      architektur =bau =bauen bauantrag baugenehmigung bauaufsicht bauherr bauland baugebiet
      =planung

    [Mitsprache]
    Beteiligung: beteiligung beteiligen mitreden mitmachen buergerbeteiligung buergerhaushalt
      abstimmung mitbestimmung vorschlag dialog petition partizipation mitgestalten konsultation
      konsul jugendbeteiligung mitwirkung crowd crowdsourcing ideensammlung befragung
      buergerversammlung beirat mitentscheiden einwohnerantrag =ideen =umfrage =umfragen
      online-umfrage
    Transparenz und Politik: transparenz stadtrat ratsinformation gremium sitzung politik
      politisch veroeffentlichung informationsfreiheit uebertragung beschluss offenheit
      abstimmungsergebnis haushaltsplan nachvollziehbar wahlhelfer protokoll demokratie
      social-media newsletter wahlschein briefwahl offenlegen fraktion ratsarbeit
      buergerinformation berichterstattung =rat =wahl =wahlen kommunalwahl transparen*
      pressestelle oeffentlichkeitsarbeit
    Bürger melden: mangel maengelmelder schadensmelder anliegenmanagement beschwerde maengel
      meldeplattform defekt schlagloch =melden =meldung =meldungen =hinweise =schaeden =stoerungen

    [Auftritt]
    Stadt-App und Website: stadt-app webseite website internetauftritt homepage startseite info
      infostele stadtportal internetseite =app =apps =portal
    """)
}
