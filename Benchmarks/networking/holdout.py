"""Hides a random fifth of a registry's declared links and looks for them again."""
import csv
import random
import shutil
import subprocess

import numpy
import yaml

import peers

PLACES = (1, 3, 5, 10)


def read_registry(folder):
    strategy = yaml.load(open(folder / "strategy.yaml", encoding="utf-8"), yaml.BaseLoader)
    names = {service["id"]: service["name"] for service in strategy.get("services", [])}
    projects = []
    for path in sorted(folder.glob("projects/**/*.yaml")):
        for record in yaml.load_all(open(path, encoding="utf-8"), yaml.BaseLoader):
            if record:
                projects.append(project(record, names))
    return projects


def project(record, services):
    lists = {field: list(record.get(field) or []) for field in ("themes", "audience", "technologies")}
    lists |= {field: [services.get(id, id) for id in record.get(field) or []]
              for field in ("provides", "requires")}
    return lists | {
        "id": record["id"], "title": record["title"], "summary": record.get("summary") or "",
        "department": record.get("department"),
        "partners": [partner["name"] for partner in record.get("partners") or []],
        "links": [link["project"] for link in record.get("links") or []]}


def hide(folder, hidden):
    """Takes the links between the pairs of ids out of a folder's files, line by line, so that
    everything else stays as it is."""
    for path in folder.glob("projects/**/*.yaml"):
        lines, kept, own, item = path.read_text(encoding="utf-8").splitlines(), [], None, None
        in_links = False
        for line in lines:
            if line.startswith("id: "):
                own = line[4:].strip()
            if not line.startswith((" ", "-")) or line.startswith("---"):
                in_links, item = line.startswith("links:"), None
            elif in_links and line.startswith("- "):
                item = line.split("project:")[1].split(",")[0].strip(" }")
            if in_links and item and frozenset((own, item)) in hidden:
                continue
            kept.append(line)
        empty = [n for n, line in enumerate(kept) if line == "links:" and
                 (n + 1 == len(kept) or not kept[n + 1].startswith(("- ", " ")))]
        kept = [line for n, line in enumerate(kept) if n not in empty]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def dach_scores(dach, folder, places):
    text = subprocess.run(
        [dach, "network", folder, "--pairs", "--format", "csv"], check=True,
        stdout=subprocess.PIPE, text=True).stdout
    scores = numpy.full((len(places), len(places)), -1.0)
    for pair in csv.DictReader(text.splitlines()):
        a, b = places[pair["left"]], places[pair["right"]]
        scores[a, b] = scores[b, a] = float(pair["score"])
    return scores


def hits(scores, projects, hidden, visible):
    """For each k the share of the hidden links that are among the first k of either end; of
    equal scores half come first."""
    found = numpy.zeros(len(PLACES))
    for a, b in hidden:
        for one, other in ((a, b), (b, a)):
            own = projects[one]["department"]
            rivals = [n for n in range(len(projects)) if n not in (one, other)
                      and not (own and projects[n]["department"] == own)
                      and frozenset((one, n)) not in visible]
            score = scores[one, other]
            if score < 0:
                continue
            place = (sum(scores[one, n] > score for n in rivals)
                     + sum(scores[one, n] == score for n in rivals) / 2)
            found += numpy.array([place < k for k in PLACES]) / 2
    return found / len(hidden)


def evaluate(dach, registry, work, seeds, row):
    projects = read_registry(registry)
    places = {project["id"]: place for place, project in enumerate(projects)}
    links = sorted({tuple(sorted((places[p["id"]], places[target])))
                    for p in projects for target in p["links"] if target in places})
    department = [project["department"] for project in projects]
    across = [pair for pair in links if department[pair[0]] != department[pair[1]]
              and all(department[end] for end in pair)]
    perhaps = [pair for pair in links if pair in across or not all(department[end] for end in pair)]
    ways = peers.all_ways(projects)
    for name, pool in (("links between two departments", across),
                       ("the same and links of projects without a known department", perhaps)):
        print(f"\nHeld-out links, {len(seeds)} seeds, a fifth of {len(pool)} {name}\n")
        row("recall at", *PLACES)
        sums = {way: numpy.zeros(len(PLACES)) for way in ("dach network", *ways)}
        for seed in seeds:
            hidden = random.Random(seed).sample(pool, max(1, round(len(pool) / 5)))
            visible = {frozenset(pair) for pair in links if pair not in hidden}
            folder = work / "registry"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(registry, folder)
            hide(folder, {frozenset(projects[end]["id"] for end in pair) for pair in hidden})
            sums["dach network"] += hits(
                dach_scores(dach, folder, places), projects, hidden, visible)
            for way, scores in ways.items():
                sums[way] += hits(scores, projects, hidden, visible)
        for way, total in sums.items():
            row(way, *(f"{value:.3f}" for value in total / len(seeds)))
