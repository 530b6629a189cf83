#!/usr/bin/env python3
"""Writes an invented registry of N projects in the form of docs/registry-format.md.

  synth_projects.py N | generate_registry.py OUTPUT [--per-file K] [--departments D] [--gaps]

Reads one JSON object a line with title and summary from standard input. Deterministic. Sizes are
skewed as in real cities: few large departments, many small ones; about every third project is
linked; every record uses most of the fields, so that reading and storing are honestly loaded.
With --gaps the strategy expects contributions and was revised, projects are parts of others, and
there are measures, citizens' contributions and exceptions: work for every rule about gaps.
"""
import argparse
import json
import pathlib
import random
import sys

SCHEMA = "# yaml-language-server: $schema={}schemas/json/{}.schema.json\n"
THEMES = ["mobilitaet", "quartier", "bildung", "kultur", "daten"]
GUIDELINES = ["innovation", "nachhaltigkeit", "energieeffizienz", "wettbewerb", "teilhabe"]
SERVICES = [f"dienst-{number}" for number in range(1, 13)]
STRATEGIES = ["schul-it", "kultur-digital", "agenda", "verwaltung-digital"]
AUDIENCES = ["Bürgerinnen und Bürger", "Familien", "Unternehmen", "Beschäftigte der Verwaltung",
             "Vereine", "Schülerinnen und Schüler", "Menschen mit Behinderung", "Gäste der Stadt"]
TECHNOLOGIES = ["Künstliche Intelligenz", "E-Akte", "Geoinformationssystem", "Sensorik", "App",
                "Online-Formular", "Cloud", "Glasfaser", "QR-Code", "Softwareroboter"]
PARTNERS = [("Freistaat Bayern", "state"), ("Bundesministerium", "federal"),
            ("Hochschule am Fluss", "science"), ("Stadtwerk eG", "business"),
            ("Verein Netz für alle", "civilSociety"), ("Nachbarstadt", "municipality")]
STATUSES = ["idea", "planned", "running", "running", "running", "completed"]


def text(value):
    """A YAML scalar that needs no thought: JSON strings are YAML."""
    return json.dumps(value, ensure_ascii=False)


def project(index, record, choose, departments, gaps=False):
    weights = [1 / (rank + 1) for rank in range(departments)]
    department = choose.choices(range(departments), weights)[0] + 1
    year = choose.randint(2016, 2026)
    lines = [
        f"id: projekt-{index}",
        f"title: {text(record['title'])}",
        f"summary: {text(record['summary'])}",
        f"department: referat-{department}",
        f"strategy: {choose.choice(STRATEGIES)}",
        f"themes: [{', '.join(choose.sample(THEMES, choose.choice([1, 1, 2])))}]",
        "alignments:",
    ]
    for place, guideline in enumerate(choose.sample(GUIDELINES, choose.choice([1, 1, 2]))):
        lines += [f"  - guideline: {guideline}", f"    role: {'secondary' if place else 'primary'}",
                  f"    rationale: {text('Dient dem Ziel, weil ' + record['title'][:60])}"]
    lines += [
        f"status: {choose.choice(STATUSES)}",
        f"period: {{start: {year}-{choose.randint(1, 12):02}, end: {year + choose.randint(1, 6)}}}",
        f"budget: {{amount: {choose.randint(1, 900) * 1000}, currency: EUR}}",
        f"contact: projekt{index}@example.org",
        "partners:",
    ]
    for name, sector in choose.sample(PARTNERS, choose.choice([1, 2])):
        lines += [f"  - name: {text(name)}", f"    sector: {sector}"]
    lines += [
        f"audience: [{', '.join(map(text, choose.sample(AUDIENCES, 2)))}]",
        f"technologies: [{', '.join(map(text, choose.sample(TECHNOLOGIES, 2)))}]",
    ]
    if choose.random() < 0.1:
        lines.append(f"provides: [{choose.choice(SERVICES)}]")
    if choose.random() < 0.4:
        lines.append(f"requires: [{choose.choice(SERVICES)}]")
    if index > 1 and choose.random() < 0.3:
        lines += ["links:", f"  - project: projekt-{choose.randint(1, index - 1)}",
                  f"    kind: {choose.choice(['buildsOn', 'coordinatesWith', 'sharesDataWith'])}"]
    if gaps and index > 1 and choose.random() < 0.1:
        lines += [] if "links:" in lines else ["links:"]
        lines += [f"  - project: projekt-{choose.randint(1, index - 1)}", "    kind: partOf"]
    lines += [
        "visibility: {level: public}",
        "sources:",
        f"  - {{url: {text(f'https://example.org/projekte/{index}')}, accessed: 2026-11-22}}",
        f"confirmed: 2026-{choose.randint(1, 10):02}-01",
    ]
    return "\n".join(lines) + "\n"


def expectations(departments, minimum):
    return ["    expects:"] + [
        f"      - {{department: referat-{number}, minimum: {minimum}}}"
        for number in range(1, departments + 1)]


def strategy(departments, gaps):
    lines = ["id: digitale-stadt", "name: Digitale Stadt", "lead: referat-1", "guidelines:"]
    for place, guideline in enumerate(GUIDELINES):
        lines += [f"  - id: {guideline}", f"    name: {guideline.capitalize()}", "    kind: goal"]
        if gaps:
            lines += [f"    revision: {2 if place == 0 else 1}"] + expectations(departments, 500)
            lines += [f"      - {{theme: {theme}}}" for theme in THEMES]
    lines.append("themes:")
    for theme in THEMES:
        lines += [f"  - id: {theme}", f"    name: {theme.capitalize()}"]
        if gaps:
            lines += expectations(departments, 1)
    lines.append("services:")
    for service in SERVICES:
        lines += [f"  - id: {service}", f"    name: {service.capitalize()}"]
    return "\n".join(lines) + "\n"


def questions(output, departments):
    """Measures, citizens' contributions and exceptions."""
    write(output / "roadmap" / "massnahmen.yaml", "roadmap", "measures:\n" + "".join(
        f"  - {{id: massnahme-{number}, title: Maßnahme {number}, "
        f"theme: {THEMES[number % len(THEMES)]}}}\n" for number in range(100)), 2)
    write(output / "participation" / "beteiligung.yaml", "participation",
          "id: beteiligung\nname: Beteiligung\ncontributions:\n" + "".join(
              f"  - {{id: idee-{number}, title: \"Online {AUDIENCES[number % 8]} und "
              f"{TECHNOLOGIES[number % 10]}\"}}\n" for number in range(100)), 2)
    write(output / "decisions" / "ausnahmen.yaml", "decisions", "waivers:\n" + "".join(
        f"  - {{rule: gap/department-expected, subjects: [{guideline}, referat-{number}], "
        f"reason: Nicht unsere Aufgabe, approver: referat-1, expires: {2020 + number % 12}}}\n"
        for guideline in GUIDELINES for number in range(1, departments + 1, 3)), 2)


def write(path, schema, body, depth):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCHEMA.format("../" * depth, schema) + body, encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("output", type=pathlib.Path)
    arguments.add_argument("--per-file", type=int, default=1)
    arguments.add_argument("--departments", type=int, default=40)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--gaps", action="store_true")
    options = arguments.parse_args()
    choose = random.Random(options.seed)

    write(options.output / "strategy.yaml", "strategy",
          strategy(options.departments, options.gaps), 1)
    if options.gaps:
        questions(options.output, options.departments)
    write(options.output / "departments.yaml", "departments", "departments:\n" + "".join(
        f"  - id: referat-{number}\n    name: Referat {number}\n"
        for number in range(1, options.departments + 1)), 1)
    for number, name in enumerate(STRATEGIES):
        foundation = "foundation: true\n" if number == len(STRATEGIES) - 1 else ""
        write(options.output / "strategies" / f"{name}.yaml", "sub-strategy",
              f"id: {name}\nname: Strategie {name}\nlead: referat-{number + 1}\n{foundation}", 2)

    batch, written = [], 0
    def flush():
        nonlocal written
        if batch:
            path = options.output / "projects" / "alle" / f"projekte-{written:06}.yaml"
            write(path, "project", "---\n".join(batch), 3)
            written += 1
            batch.clear()
    for index, line in enumerate(sys.stdin, start=1):
        batch.append(project(index, json.loads(line), choose, options.departments,
                             options.gaps))
        if len(batch) == options.per_file:
            flush()
    flush()


if __name__ == "__main__":
    main()
