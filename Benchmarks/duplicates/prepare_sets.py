#!/usr/bin/env python3
"""Brings public labelled sets into the form that `evaluate.py` reads.

  prepare_sets.py SOURCE TARGET

SOURCE holds the folders D2, D3, D4, D9 as the pyJedAI project distributes them (Abt-Buy,
Amazon-Google, DBLP-ACM, DBLP-Scholar; Köpcke, Thor, Rahm, "Evaluation of entity resolution
approaches on real-world match problems", VLDB 2010). What is missing is left out, and said.
"""
import csv
import pathlib
import sys

SETS = {
    "Abt-Buy": ("D2", "abt.csv", "buy.csv", "|", "name", ["description"]),
    "Amazon-Google": ("D3", "amazon.csv", "gp.csv", "#", "title", ["description", "manufacturer"]),
    "DBLP-ACM": ("D4", "dblp.csv", "acm.csv", "%", "title", ["authors", "venue", "year"]),
    "DBLP-Scholar": ("D9", "dblp.csv", "scholar.csv", ">", "title", ["authors", "venue", "year"]),
}


def rows(path, separator):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file, delimiter=separator)


def write(path, columns, records):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(records)


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    for name, (folder, left, right, separator, title, further) in SETS.items():
        paths = [source / folder / part for part in (left, right, "gt.csv")]
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            print(f"{name}: left out, as there is no {', '.join(missing)}", file=sys.stderr)
            continue
        (target / name).mkdir(parents=True, exist_ok=True)
        for path, side in zip(paths, ("left", "right")):
            write(target / name / f"{side}.csv", ["id", "title", "summary"],
                  [[side[0] + row["id"], row[title] or "-",
                    " ".join(row[key] or "" for key in further)]
                   for row in rows(path, separator)])
        write(target / name / "matches.csv", ["left", "right"],
              [["l" + row["D1"], "r" + row["D2"]] for row in rows(paths[2], separator)])


if __name__ == "__main__":
    main()
