#!/usr/bin/env python3
"""Measures how well themes and guidelines are told from texts, beside scikit-learn, in one run.

  evaluate.py --dach PATH --eval FOLDER [--repetitions N]

--eval    the labelled projects of an invented city (projects.csv, guidelines.csv, alignment.csv)

Untrained, nobody sees a label. Trained on half, everybody sees the same random half, and is
measured on the other; the mean of N halves. Planted: one theme in ten is replaced by a wrong one,
and found by how unlikely the text makes what is declared, or by the rule gap/theme-mismatch.
"""
import argparse
import collections
import csv
import json
import math
import pathlib
import random
import subprocess
import tempfile

import numpy

import peers


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


class Set:
    def __init__(self, folder):
        self.projects = read(folder / "projects.csv")
        self.targets = read(folder / "guidelines.csv")
        self.targets_file = folder / "guidelines.csv"
        self.grades = collections.defaultdict(dict)
        for row in read(folder / "alignment.csv"):
            self.grades[row["id"]][row["target"]] = int(row["grade"])
        self.themes = [row["id"] for row in self.targets if row["kind"] == "theme"]
        self.guidelines = [row["id"] for row in self.targets if row["kind"] != "theme"]
        self.number = {row["id"]: number for number, row in enumerate(self.targets)}

    def theme(self, index):
        return self.projects[index]["theme"]

    def serving(self, index):
        """The guidelines that the project clearly serves."""
        grades = self.grades[self.projects[index]["id"]]
        return {target for target in self.guidelines if grades.get(target) == 2}


def figures(data, scores, indices):
    """Precision at 1 and macro-F1 of the themes, nDCG@3 of the guidelines, as score.py."""
    right, gains = 0, []
    counts = {theme: [0, 0, 0] for theme in data.themes}
    for index in indices:
        grades = data.grades[data.projects[index]["id"]]
        best = max(data.themes, key=lambda theme: scores[index, data.number[theme]])
        if grades.get(best) == 2:
            right += 1
            counts[best][0] += 1
        else:
            counts[data.theme(index)][2] += 1
            counts[best][1] += 1
        wanted = sorted((grades.get(target, 0) for target in data.guidelines), reverse=True)
        if any(wanted):
            ranked = sorted(data.guidelines, key=lambda target: -scores[index, data.number[target]])
            gains.append(gain([grades.get(target, 0) for target in ranked]) / gain(wanted))
    f1 = [2 * hit / max(1, 2 * hit + wrong + missed) for hit, wrong, missed in counts.values()]
    return right / len(indices), sum(f1) / len(f1), sum(gains) / len(gains)


def gain(grades):
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:3]))


def dach_scores(dach, data, folder, projects, reviewed=None):
    """A probability for each project and target, as `dach align` prints them."""
    write(folder / "list.csv", projects)
    command = [dach, "align", "--input", folder / "list.csv", "--targets", data.targets_file,
               "--format", "csv"]
    if reviewed is not None:
        write(folder / "reviewed.csv", reviewed)
        command += ["--reviewed", folder / "reviewed.csv"]
    text = subprocess.run([str(part) for part in command], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    scores = numpy.zeros((len(projects), len(data.targets)))
    place = {row["id"]: index for index, row in enumerate(projects)}
    for row in csv.DictReader(text.splitlines()):
        scores[place[row["id"]], data.number[row["target"]]] = float(row["score"])
    return scores


def without_theme(data):
    return [{key: value for key, value in row.items() if key != "theme"} for row in data.projects]


def line(name, values, note=""):
    print(f"  {name:<34}" + "".join(f"{value:10.3f}" for value in values) + f"  {note}")


def untrained(dach, data, folder):
    print("\nUntrained, theme hidden" + " " * 16 + "P@1  macro-F1    nDCG@3")
    everybody = range(len(data.projects))
    ours = dach_scores(dach, data, folder, without_theme(data))
    line("dach align", figures(data, ours, everybody))
    line("TF-IDF nearest profile",
         figures(data, peers.nearest_profile(data.projects, data.targets), everybody))
    departments = collections.defaultdict(list)
    for index, row in enumerate(data.projects):
        departments[row["department"]].append(index)
    low = min(departments, key=lambda name: figures(data, ours, departments[name])[0])
    line("dach align, worst department", figures(data, ours, departments[low]), low)
    for seed in (1, 2, 3):
        part = random.Random(seed).sample(everybody, len(data.projects) // 4)
        few = [without_theme(data)[index] for index in part]
        scores = numpy.zeros_like(ours)
        scores[part] = dach_scores(dach, data, folder, few)
        line(f"dach align, a quarter alone ({seed})", figures(data, scores, part))
    return ours


def trained(dach, data, folder, ours, repetitions):
    print(f"\nHalf reviewed, measured on the other half, mean of {repetitions} halves")
    results = collections.defaultdict(list)
    theme = {index: data.theme(index) for index in range(len(data.projects))}
    serves = {index: data.serving(index) for index in range(len(data.projects))}
    for seed in range(repetitions):
        order = list(range(len(data.projects)))
        random.Random(seed).shuffle(order)
        known, rest = order[: len(order) // 2], order[len(order) // 2:]
        reviewed = [{"id": data.projects[index]["id"], "target": target} for index in known
                    for target in [theme[index], *sorted(serves[index])]]
        results["dach align, untrained"].append(figures(data, ours, rest))
        results["dach align, half reviewed"].append(figures(
            data, dach_scores(dach, data, folder, without_theme(data), reviewed), rest))
        for name, peer in (("linear SVM", peers.SVM), ("complement naive Bayes", peers.NAIVE_BAYES)):
            scores = peer.scores(data.projects, data.targets, known, theme, serves)
            results[name].append(figures(data, scores, rest))
    for name, values in results.items():
        line(name, numpy.mean(values, axis=0))


def planted(dach, data, folder, repetitions):
    """Themes: one in ten is wrong; the others' declared themes are known, right or wrong."""
    wrong_ones, right_ones = [], []
    flagged = collections.Counter()
    for seed in range(repetitions):
        rows, wrong = plant_themes(data, random.Random(seed))
        scores = dach_scores(dach, data, folder, rows)
        for index, row in enumerate(rows):
            fit = scores[index, data.number[row["theme"]]]
            (wrong_ones if index in wrong else right_ones).append(fit)
        rules = check(dach, data, folder, rows, "gap/theme-mismatch")
        ids = {finding["subjects"][0]["id"] for finding in rules}
        for index, row in enumerate(rows):
            flagged[index in wrong, row["id"] in ids] += 1
    print(f"\nPlanted wrong themes, one in ten, {repetitions} times")
    for rate in (0.01, 0.02, 0.05):
        bound = numpy.quantile(right_ones, rate)
        line(f"found at a false-alarm rate of {rate}", [float(numpy.mean(wrong_ones < bound))])
    line("gap/theme-mismatch: found", [share(flagged, True)])
    line("gap/theme-mismatch: false alarms", [share(flagged, False)])


def plant_themes(data, chance):
    rows = [dict(row) for row in data.projects]
    wrong = set(chance.sample(range(len(rows)), len(rows) // 10))
    for index in wrong:
        grades = data.grades[rows[index]["id"]]
        rows[index]["theme"] = chance.choice([t for t in data.themes if t not in grades])
    return rows, wrong


def share(flagged, is_wrong):
    return flagged[is_wrong, True] / max(1, flagged[is_wrong, True] + flagged[is_wrong, False])


def guidelines(dach, data, folder, repetitions):
    """One clear alignment in five is left out, one project in ten has a wrong one."""
    suggested, unsupported = collections.Counter(), collections.Counter()
    for seed in range(repetitions):
        chance = random.Random(seed)
        alignments, hidden, wrong = {}, set(), set()
        for row in data.projects:
            grades = data.grades[row["id"]]
            own = [target for target in data.guidelines if target in grades]
            left_out = [t for t in own if grades[t] == 2 and chance.random() < 0.2]
            hidden |= {(row["id"], target) for target in left_out}
            alignments[row["id"]] = [target for target in own if target not in left_out]
            if chance.random() < 0.1:
                target = chance.choice([t for t in data.guidelines if t not in grades])
                alignments[row["id"]].append(target)
                wrong.add((row["id"], target))
        rows = data.projects
        for finding in check(dach, data, folder, rows, "gap/alignment-suggested", alignments):
            pair = tuple(subject["id"] for subject in finding["subjects"])
            grade = data.grades[pair[0]].get(pair[1], 0)
            suggested["clear" if grade == 2 else "arguable" if grade else "wrong"] += 1
        suggested["hidden"] += len(hidden)
        found = {tuple(subject["id"] for subject in finding["subjects"]) for finding in
                 check(dach, data, folder, rows, "gap/alignment-unsupported", alignments)}
        for identity, targets in alignments.items():
            for target in targets:
                unsupported[(identity, target) in wrong, (identity, target) in found] += 1
    print(f"\nGuidelines: one clear alignment in five hidden, a wrong one in one project of ten, "
          f"{repetitions} times")
    all_suggested = sum(suggested[name] for name in ("clear", "arguable", "wrong"))
    line("gap/alignment-suggested: a time", [all_suggested / repetitions])
    line("… of these wrong", [suggested["wrong"] / max(1, all_suggested)])
    line("… of what was hidden, found", [suggested["clear"] / max(1, suggested["hidden"])])
    line("gap/alignment-unsupported: found", [share(unsupported, True)])
    line("… false alarms", [share(unsupported, False)])


def check(dach, data, folder, rows, rule, alignments=None):
    """The findings of one rule on a registry made of the list."""
    registry = folder / "registry"
    (registry / "projects").mkdir(parents=True, exist_ok=True)
    quote = json.dumps
    strategy = ["id: stadt", "name: Stadt", "guidelines:"]
    for row in data.targets:
        if row["kind"] == "theme":
            continue
        strategy.append(f"- {{id: {row['id']}, name: {quote(row['name'])}, kind: {row['kind']}, "
                        f"description: {quote(row['description'])}}}")
    strategy.append("themes:")
    for row in data.targets:
        if row["kind"] == "theme":
            strategy.append(f"- {{id: {row['id']}, name: {quote(row['name'])}, "
                            f"description: {quote(row['description'])}}}")
    (registry / "strategy.yaml").write_text("\n".join(strategy) + "\n", encoding="utf-8")
    houses = sorted({row["department"] for row in rows})
    (registry / "departments.yaml").write_text(
        "departments:\n" + "".join(f"- {{id: {house}, name: {quote(house)}}}\n" for house in houses),
        encoding="utf-8")
    documents = []
    for row in rows:
        fields = [f"id: {row['id']}", f"title: {quote(row['title'], ensure_ascii=False)}",
                  f"summary: {quote(row['summary'], ensure_ascii=False)}",
                  f"department: {row['department']}", f"themes: [{row['theme']}]",
                  "status: running"]
        for name in ("audience", "technologies"):
            items = [item for item in row[name].split("|") if item]
            if items:
                fields.append(f"{name}: {json.dumps(items, ensure_ascii=False)}")
        if alignments and alignments[row["id"]]:
            fields.append("alignments:")
            fields += [f"- {{guideline: {target}, role: secondary}}"
                       for target in alignments[row["id"]]]
        documents.append("\n".join(fields))
    (registry / "projects" / "all.yaml").write_text("\n---\n".join(documents) + "\n",
                                                    encoding="utf-8")
    run = subprocess.run([str(dach), "check", str(registry), "--select", rule, "--format", "json",
                          "--fail-on", "never"], text=True, stdout=subprocess.PIPE)
    if run.returncode != 0:
        raise SystemExit(f"dach check ended with {run.returncode}")
    return json.loads(run.stdout)["findings"]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dach", required=True, type=pathlib.Path)
    parser.add_argument("--eval", required=True, type=pathlib.Path)
    parser.add_argument("--repetitions", type=int, default=10)
    options = parser.parse_args()
    data = Set(options.eval)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ours = untrained(options.dach, data, folder)
        trained(options.dach, data, folder, ours, options.repetitions)
        planted(options.dach, data, folder, options.repetitions)
        guidelines(options.dach, data, folder, options.repetitions)


if __name__ == "__main__":
    main()
