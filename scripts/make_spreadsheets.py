"""Makes spreadsheets as offices make them; scripts/make-spreadsheets says what for."""
import argparse
import datetime
import os
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
from openpyxl.styles import Font, PatternFill

NOON = datetime.datetime(2026, 11, 22, 12)


# --- CSV

def csv(folder, name, rows, separator=";", encoding="cp1252", line_end="\r\n", head=""):
    def cell(value):
        text = str(value)
        if any(sign in text for sign in (separator, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text
    text = head + "".join(separator.join(map(cell, row)) + line_end for row in rows)
    (folder / f"{name}.csv").write_bytes(text.encode(encoding))


def make_csv(folder):
    plain = [
        ["Projekttitel", "Kurzbeschreibung", "Referat", "Status", "Beginn", "Ende", "Kosten"],
        ["Bürgerhaushalt online", "Vorschläge für Straßen & Plätze sammeln", "Baureferat", "läuft",
         "01.03.2025", "31.12.2026", "1.234,56 €"],
        ["Digitaler Lesesaal", "Bücher vorbestellen; auch von zu Hause", "Kulturreferat", "geplant",
         "2027", "", "25.000"],
    ]
    csv(folder, "windows-1252", plain)
    csv(folder, "utf8-bom", plain, encoding="utf-8-sig")
    csv(folder, "utf8", plain, separator=",", encoding="utf-8", line_end="\n")
    csv(folder, "unicode-text", plain, separator="\t", encoding="utf-16")
    csv(folder, "sep-zeile", plain, separator="|", head="sep=|\r\n")
    csv(folder, "titelzeilen", [
        ["Übersicht der Digitalisierungsprojekte, Stand 15.10.2026", "", "", ""],
        ["Kulturreferat, nur für den Dienstgebrauch", "", "", ""],
        ["", "", "", ""],
        ["Nr.", "Vorhaben", "Dienststelle", "Kosten in €"],
        ["1", "Onlineshop der Museen", "Kulturreferat", "80.000"],
        ["2", "Digitaler Audioguide", "Referat für Kultur", "12.500,50"],
        ["", "", "Summe", "92.500,50"],
    ])
    csv(folder, "zwei-kopfzeilen", [
        ["Projekt", "", "Laufzeit", "", "Kosten", ""],
        ["Titel", "Amt", "von", "bis", "gesamt", "Förderung"],
        ["Smarte Parkbänke", "Baureferat", "Q3/2025", "Q2/2026", "45.000 €", "Städtebauförderung"],
        ["Leseecke mit Tablets", "Stadtbibliothek", "04/2026", "2027", "9.990,00", "Land"],
    ])
    csv(folder, "viele-schreibweisen", [
        ["lfd. Nr.", "BEZEICHNUNG DES PROJEKTS", "Beschreibung (kurz)", "Zuständiges Referat",
         "Projektstatus", "Zielgruppe(n)", "Koop.partner", "Kooperationspartner", "Bemerkung",
         "Themenfeld", "Sonstiges"],
        ["1", "Digitale Bauakte", "Pläne und Bescheide elektronisch", "baureferat", "In Umsetzung",
         "Bauherren, Architekturbüros", "", "Hochschule Musterstadt (Wissenschaft); Kammer",
         "intern abstimmen", "Verwaltung", "x"],
    ])
    csv(folder, "betraege", [
        ["Titel", "Dienststelle", "Budget"],
        ["A", "bau", "1.234,56 €"], ["B", "bau", "EUR 250000"], ["C", "bau", "2,5 Mio. €"],
        ["D", "bau", "150 T€"], ["E", "bau", "99,5"], ["F", "bau", "k. A."], ["G", "bau", "0"],
        ["H", "bau", "5.000,-"],
    ])
    csv(folder, "tausend-euro", [
        ["Titel", "Dienststelle", "Gesamtkosten (in T€)"],
        ["Rechenzentrum", "buero", "1.250"], ["Glasfaser", "bau", "2,5 Mio."],
        ["Schulung", "buero", "7,5"],
    ])
    csv(folder, "daten", [
        ["Titel", "Dienststelle", "Projektstart", "Projektende"],
        ["A", "bau", "31.12.2024", "Q3/2025"], ["B", "bau", "1.2.25", "März 2027"],
        ["C", "bau", "ab 2023", "Ende 2025"], ["D", "bau", "2. Halbjahr 2025", "unbefristet"],
        ["E", "bau", "2025-04", "offen"], ["F", "bau", "vsl. 03/2026", "3. Quartal 2027"],
        ["G", "bau", "06/2026", "2. Halbjahr 2026"],
    ])
    csv(folder, "laufzeit", [
        ["Titel", "Dienststelle", "Laufzeit"],
        ["A", "bau", "2024 – 2026"], ["B", "bau", "01/2024 bis 12/2025"], ["C", "bau", "ab 2023"],
        ["D", "bau", "bis 2025"], ["E", "bau", "2025"], ["F", "bau", "01.02.2024-30.06.2025"],
        ["G", "bau", "2024 - laufend"],
    ])
    csv(folder, "aenderungen", [
        ["Kennung", "Titel", "Stand", "Ende", "Zielgruppen", "Kurzbeschreibung", "Sichtbarkeit"],
        ["terminbuchung-bauamt", "Online-Terminbuchung des Bauamts", "abgeschlossen", "06/2026", "",
         "-", ""],
        ["buergerkonto", "Bürgerkonto Musterstadt", "läuft", "", "Bürgerschaft; Unternehmen", "",
         "öffentlich"],
        ["terminbuchung-bibliothek", "", "", "", "", "", ""],
        ["", "Neue Fachanwendung", "Idee", "", "Beschäftigte", "", "intern"],
    ])
    csv(folder, "nach-titel", [
        ["Projekt", "Referat", "Status"],
        ["Bürgerkonto  Musterstadt", "Bürgermeisterbüro", "abgeschlossen"],
        ["Bürgerkonto Musterstadt", "Kulturreferat", "geplant"],
    ])
    csv(folder, "fehler", [
        ["Titel", "Dienststelle", "Themenkomplex", "Stand", "Beginn", "Ende", "Kosten", "E-Mail"],
        ["A", "Baurefferat", "Verwaltung", "läuft", "2025", "2024", "viel", "post@musterstadt.example"],
        ["B", "Kulturreferat", "Freizeitt; Verwaltung", "pausiert", "bald", "", "ca. 5000", "keine"],
        ["C", "Kulturreferat", "Freizeit", "läuft", "45292", "", "-5", "petra.muster@musterstadt.example"],
        ["", "Kulturreferat", "Freizeit", "läuft", "", "", "", ""],
        ["D", "Kulturreferat", "Freizeit", "läuft", "2026", "", "100", ""],
    ])
    csv(folder, "formeln", [
        ["Titel", "Dienststelle", "Kurzbeschreibung"],
        ["'=HYPERLINK(\"https://example.org\";\"Klick\")", "bau", "'+49 911"],
        ["=1+1", "bau", "@SUMME(A1)"],
        ["'s Hertogenbosch", "bau", "''-x"],
    ])
    csv(folder, "fremde-kennungen", [
        ["Projekt-ID", "Titel", "Referat"],
        ["P-2026-001", "Digitales Fundbüro", "Bürgermeisterbüro"],
        ["P-2026-002", "Mängelmelder", "Baureferat"],
    ])
    csv(folder, "gewuenschte-kennungen", [
        ["id", "Titel", "Referat"],
        ["fundbuero", "Digitales Fundbüro", "Bürgermeisterbüro"],
        ["maengelmelder", "Mängelmelder", "Baureferat"],
    ])
    csv(folder, "falsche-kennung", [
        ["Kennung", "Titel", "Stand"],
        ["buergerkonto", "", "läuft"], ["terminbuchung-bauammt", "", "abgeschlossen"],
    ])
    csv(folder, "doppelt", [
        ["Titel", "Referat", "Stand"],
        ["Mängelmelder", "Baureferat", "läuft"], ["Stadtplan", "Baureferat", "läuft"],
        ["Mängelmelder", "Baureferat", "geplant"],
    ])
    csv(folder, "ohne-dienststelle", [
        ["Titel", "Stand"], ["Mängelmelder", "läuft"], ["Stadtplan", "geplant"],
    ])
    csv(folder, "ohne-kopfzeile", [
        ["Mängelmelder", "läuft", "2025"], ["Stadtplan", "geplant", "2026"],
    ])
    csv(folder, "personen", [
        ["Titel", "Dienststelle", "Ansprechpartner", "Telefon", "Kontakt"],
        ["Mängelmelder", "Baureferat", "Erika Mustermann", "0911 1234", "maengel@musterstadt.example"],
    ])
    csv(folder, "titel-zweimal", [
        ["Bezeichnung", "Vorhaben", "Dienststelle"], ["A", "B", "bau"],
    ])
    csv(folder, "zeilenumbrueche", [
        ["Titel", "Kurz-\nbeschreibung", "Dienst-\nstelle"],
        ["Stadtplan\nim Netz", "Erste Zeile\nzweite Zeile", "Baureferat"],
    ])
    csv(folder, "englisch", [
        ["Project title", "Description", "Department", "Status", "Start date", "End date", "Amount"],
        ["City map", "For everybody", "bau", "running", "2025-04-01", "2026", "1,250,000.50"],
    ], separator=",", encoding="utf-8")
    csv(folder, "gruppen", [
        ["Titel", "Dienststelle"], ["Titel", "Dienststelle"], ["Stadtplan", "bau"], ["", "bau"],
        ["Titel", "Dienststelle"], ["Mängelmelder", "bau"],
    ])
    csv(folder, "leitlinien", [
        ["Titel", "Dienststelle", "Leitlinien", "Begründung", "Braucht Basisdienste"],
        ["Stadtplan", "bau", "Bürgernah; Offen", "Karten für alle", "Bürgerkonto"],
        ["Mängelmelder", "bau", "klimafreundlich", "", "online-identity, Bezahldienst"],
        ["Fundbüro", "buero", "", "Weil es hilft", ""],
    ])
    (folder / "offene-anfuehrung.csv").write_bytes(
        "Titel;Dienststelle\r\n\"Stadtplan;bau\r\nFundbüro;buero\r\n".encode("cp1252"))
    (folder / "leer.csv").write_bytes(b"\r\n;;\r\n")


# --- Workbooks by openpyxl

def save(book, path):
    book.properties.created = book.properties.modified = NOON
    book.save(path)
    settle(path)


def settle(path):
    """The same bytes with every run: no times in the archive."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            if name == "docProps/core.xml":
                start, end = data.find(b"<dcterms:modified"), data.find(b"</dcterms:modified>")
                if start >= 0:
                    data = data[:start] + data[end + len(b"</dcterms:modified>"):]
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 12, 0, 0)), data)


def office_book():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Projektliste 2026"
    sheet["A1"] = "Digitale Projekte"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.append([])
    sheet.append(["Lfd. Nr.", "Projekt", "Projektleitung / Amt", "Beginn", "Ende", "Kosten", "Öffentlich?"])
    for cell in sheet[3]:
        cell.fill = PatternFill("solid", fgColor="DDDDDD")
    sheet.append([1, "Mängelmelder", "Baureferat", datetime.date(2025, 4, 1), datetime.date(2026, 12, 31),
                  12500.5, "ja"])
    sheet.append([2, "Onlinekatalog", "Stadtbibliothek", datetime.date(2026, 1, 1), 2027, 80000, "nein"])
    sheet.append([3, 2030, "Bürgermeisterbüro", "Q1/2026", "offen", "k. A.", True])
    for row in (4, 5):
        sheet.cell(row, 4).number_format = "DD.MM.YYYY"
        sheet.cell(row, 6).number_format = '#,##0.00 "€"'
    sheet.cell(5, 4).number_format = "MMM YY"
    return book


def make_books(folder):
    save(office_book(), folder / "excel.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Projekte"
    for row in (
        ["Digitale Projekte der Referate", None, None, None, None],
        ["Titel", "Dienststelle", "Laufzeit", None, "Kosten"],
        [None, None, "von", "bis", None],
        ["Referat für Bauen", None, None, None, None],
        ["Mängelmelder", "Baureferat", "2025", "2026", 100],
        ["Stadtplan", None, "2024", "2025", 200],
        ["Kultur", None, None, None, None],
        ["Onlinekatalog", "Kulturreferat", "2026", "2027", 300],
        [None, None, None, "Summe", 600],
    ):
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:E4", "B5:B6", "A7:E7"):
        sheet.merge_cells(area)
    save(book, folder / "verbundene-zellen.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Projekte"
    for row in (
        ["Titel", "Dienststelle", "Interne Kosten", "Stand"],
        ["Mängelmelder", "Baureferat", 17, "läuft"],
        ["Streng geheim", "Baureferat", 18, "läuft"],
        ["Stadtplan", "Baureferat", 19, "geplant"],
    ):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    save(book, folder / "ausgeblendet.xlsx")

    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    book.active["A1"] = "Projektliste"
    book.active["A2"] = "Projekt"
    sheet = book.create_sheet("Projekte")
    sheet.append(["Titel", "Dienststelle", "Stand"])
    sheet.append(["Mängelmelder", "bau", "läuft"])
    sheet = book.create_sheet("Alt")
    sheet.append(["Titel", "Dienststelle"])
    sheet.append(["Altes Projekt", "bau"])
    sheet = book.create_sheet("Geheim")
    sheet.append(["Titel", "Dienststelle", "Stand", "Kosten"])
    sheet.append(["Verstecktes Projekt", "bau", "läuft", 1])
    sheet.sheet_state = "hidden"
    save(book, folder / "mehrere-blaetter.xlsx")

    book = office_book()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    save(book, folder / "datum-1904.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Titel", "Dienststelle", "Kosten"])
    sheet.append(["Mängelmelder", "bau", "=2*50"])
    save(book, folder / "formel-ohne-ergebnis.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Titel", "Dienststelle", "Kosten", "Kurzbeschreibung"])
    sheet.append(["Mängelmelder", "bau", "#REF!", "#N/A"])
    sheet["C2"].data_type = sheet["D2"].data_type = "e"
    save(book, folder / "fehlerwerte.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Titel", "Dienststelle"])
    sheet.append(["Mängelmelder", "bau"])
    sheet.sheet_state = "hidden"
    book.create_sheet("Diagramm").sheet_state = "visible"
    save(book, folder / "nur-ausgeblendet.xlsx")


# --- Files that are something else

def make_others(folder):
    (folder / "webseite.xls").write_text(
        "<html><body><table><tr><td>Titel</td></tr></table></body></html>", encoding="utf-8")
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    (folder / "kennwort.xlsx").write_bytes(compound + "EncryptedPackage".encode("utf-16-le") + bytes(64))
    (folder / "bericht.xlsx").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    whole = (folder / "excel.xlsx").read_bytes()
    (folder / "abgeschnitten.xlsx").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(folder / "schreiben.xlsx", "w") as archive:
        for name, text in (
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"),
            ("_rels/.rels", '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
             'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 12, 0, 0)), text)


# --- Workbooks by LibreOffice

def convert(source, kind, target):
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
             "--convert-to", kind, "--outdir", scratch, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = pathlib.Path(scratch, source.stem + "." + kind.split(":")[0])
        shutil.copyfile(made, target)


def make_libreoffice(folder):
    with tempfile.TemporaryDirectory() as scratch:
        book = office_book()
        sheet = book.active
        sheet["F5"] = "=F4*2"
        sheet["F6"] = "=F4/0"
        path = pathlib.Path(scratch, "libreoffice.xlsx")
        book.save(path)
        ods = folder / "tabelle.ods"
        convert(path, "ods", ods)
        convert(ods, "xlsx", folder / "libreoffice.xlsx")
        convert(ods, "xls", folder / "alt.xls")
        settle(folder / "libreoffice.xlsx")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--libreoffice", action="store_true")
    arguments = options.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    make_csv(arguments.folder)
    make_books(arguments.folder)
    make_others(arguments.folder)
    if arguments.libreoffice:
        make_libreoffice(arguments.folder)


if __name__ == "__main__":
    main()
