#!/usr/bin/env python3
"""Measures how well missing links are found, beside simpler ways, in one run.

  evaluate.py --dach PATH --eval FOLDER --registry FOLDER [--seeds N]

--eval      the labelled projects of an invented city (projects.csv, networking.csv …)
--registry  a registry folder with declared links; a fifth of them is hidden and looked for

Labels are read to measure only. The ablation refits the weights by logistic regression, five folds
along whole groups of linked projects, so that overfitting shows; dach itself is not trained.
"""
import argparse
import csv
import json
import pathlib
import random
import subprocess
import tempfile
from collections import defaultdict

import numpy
from sklearn.linear_model import LogisticRegression

import holdout
import peers

LISTS = ("audience", "technologies", "partners", "provides", "requires")


def row(name, *cells):
    print(f"{name:<40}" + "".join(f"{cell:>12}" for cell in cells), flush=True)


def key(left, right):
    return (left, right) if left < right else (right, left)


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Labels:
    """The wanted pairs, and those that are neither right nor wrong, as `score.py` defines them."""

    def __init__(self, folder):
        self.wanted = {key(r["left"], r["right"]) for r in read_rows(folder / "networking.csv")}
        same, self.ignored = defaultdict(set), set()
        for pair in read_rows(folder / "duplicates.csv"):
            left, right = pair["left"], pair["right"]
            self.ignored.add(key(left, right))
            if pair["kind"] == "duplicate":
                same[left].add(right)
                same[right].add(left)
        for left, right in self.wanted:
            for a in same[left] | {left}:
                for b in same[right] | {right}:
                    self.ignored.add(key(a, b))
        self.ignored -= self.wanted
        self.partners = defaultdict(set)
        for left, right in self.wanted:
            self.partners[left].add(right)
            self.partners[right].add(left)

    def figures(self, scores, projects=None):
        """Recall at 1, 3 and 5 and mean average precision of {pair: score}."""
        ranking = defaultdict(list)
        for (left, right), _ in sorted(scores.items(), key=lambda item: -item[1]):
            if key(left, right) not in self.ignored:
                ranking[left].append(right)
                ranking[right].append(left)
        totals = numpy.zeros(4)
        projects = self.partners if projects is None else projects
        for project in projects:
            wanted = self.partners[project]
            for place, k in enumerate((1, 3, 5)):
                totals[place] += len(wanted & set(ranking[project][:k])) / min(k, len(wanted))
            hits = 0
            for place, other in enumerate(ranking[project], start=1):
                if other in wanted:
                    hits += 1
                    totals[3] += hits / place / len(wanted)
        return totals / max(len(projects), 1)

    def folds(self, seed, count=5):
        """Whole groups of linked projects, dealt out."""
        roots = {}

        def root(project):
            while roots.get(project, project) != project:
                project = roots[project]
            return project

        for left, right in self.wanted:
            roots[root(left)] = root(right)
        groups = defaultdict(list)
        for project in sorted(self.partners):
            groups[root(project)].append(project)
        order = sorted(groups.values())
        random.Random(seed).shuffle(order)
        return [{p for group in order[n::count] for p in group} for n in range(count)]


def read_projects(path):
    projects = read_rows(path)
    for project in projects:
        for field in LISTS:
            project[field] = [value for value in project[field].split("|") if value]
        project["themes"] = [project["theme"]]
    return projects


def evaluate_list(dach, folder):
    labels, projects = Labels(folder), read_projects(folder / "projects.csv")
    text = subprocess.run(
        [dach, "network", "--input", folder / "projects.csv", "--format", "json", "--limit", "0",
         "--lang", "en"], check=True, stdout=subprocess.PIPE, text=True).stdout
    evidence = {key(pair["left"], pair["right"]): pair for pair in json.loads(text)["pairs"]}
    print(f"Projects of one city, {len(projects)} projects, {len(labels.wanted)} wanted pairs\n")
    row("", "recall@1", "recall@3", "recall@5", "MAP")

    def show(name, scores):
        row(name, *(f"{value:.3f}" for value in labels.figures(scores)))

    show("dach network", {pair: entry["score"] for pair, entry in evidence.items()})
    ids = [project["id"] for project in projects]
    crossing = [(a, b) for a in range(len(ids)) for b in range(a + 1, len(ids))
                if projects[a]["department"] != projects[b]["department"]]
    for name, matrix in peers.all_ways(projects).items():
        show(name, {key(ids[a], ids[b]): matrix[a, b] for a, b in crossing})
    calibration(labels, evidence)
    ablation(labels, evidence)


def calibration(labels, evidence):
    print("\nsaid probability, and share of wanted pairs\n")
    bins = defaultdict(list)
    for pair, entry in evidence.items():
        if pair not in labels.ignored:
            bins[min(int(entry["score"] * 5), 4)].append((entry["score"], pair in labels.wanted))
    for place in sorted(bins):
        said, right = zip(*bins[place])
        row(f"{place / 5:.1f} to {place / 5 + 0.2:.1f}, {len(said)} pairs",
            f"{numpy.mean(said):.3f}", f"{numpy.mean(right):.3f}")


def ablation(labels, evidence):
    fields = sorted({term["field"] for entry in evidence.values() for term in entry["evidence"]}
                    - {"base"})
    pairs = sorted(pair for pair in evidence if pair not in labels.ignored)
    values = numpy.array([
        [sum(t["weight"] for t in evidence[pair]["evidence"] if t["field"] == field)
         for field in fields] for pair in pairs])
    wanted = numpy.array([pair in labels.wanted for pair in pairs])

    def out_of_sample(columns, repeats=3):
        chosen = values[:, columns]
        sums, count = numpy.zeros(4), 0
        for seed in range(repeats):
            for fold in labels.folds(seed):
                held = numpy.array([a in fold or b in fold for a, b in pairs])
                model = LogisticRegression(C=0.1, max_iter=500, class_weight={True: 20, False: 1})
                model.fit(chosen[~held], wanted[~held])
                scores = dict(zip(pairs, chosen @ model.coef_[0]))
                sums += labels.figures(scores, fold) * len(fold)
                count += len(fold)
        return sums / count

    def show(name, columns):
        fitted = labels.figures(dict(zip(pairs, values[:, columns].sum(1))))
        held = out_of_sample(columns)
        row(name, f"{fitted[1]:.3f}", f"{fitted[3]:.3f}", f"{held[1]:.3f}", f"{held[3]:.3f}")

    print("\nwhat each evidence brings: as weighed, and refitted out of sample\n")
    row("", "recall@3", "MAP", "recall@3", "MAP")
    everything = list(range(len(fields)))
    show("all evidence", everything)
    for place, field in enumerate(fields):
        show(f"without {field}", [n for n in everything if n != place])
    for place, field in enumerate(fields):
        show(f"{field} alone", [place])


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dach", type=pathlib.Path, required=True)
    options.add_argument("--eval", type=pathlib.Path, required=True)
    options.add_argument("--registry", type=pathlib.Path, required=True)
    options.add_argument("--seeds", type=int, default=20)
    arguments = options.parse_args()
    evaluate_list(arguments.dach, arguments.eval)
    with tempfile.TemporaryDirectory() as work:
        holdout.evaluate(arguments.dach, arguments.registry, pathlib.Path(work),
                         range(1, arguments.seeds + 1), row)


if __name__ == "__main__":
    main()
