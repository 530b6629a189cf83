#!/usr/bin/env python3
"""Measures how well and how fast duplicates are found, beside others' tools, in one run.

  evaluate.py --dach PATH --eval FOLDER [--sets FOLDER] [--synth FILE] [--records N…]
              [--peers NAME…] [--peers-up-to N] [--limit SECONDS] [--only-speed]
              [--postgres URL] [--plot FILE.svg]

--eval    the labelled projects of an invented city (projects.csv, duplicates.csv …)
--sets    labelled sets of the field, in folders named after them, each with left.csv, right.csv
          and matches.csv (columns id,title,summary and left,right); see `prepare_sets.py`
--synth   generator of German records with known near-duplicates, for the speed
--records lengths of generated lists; up to --peers-up-to (100,000) each peer runs, too, in a
          process of its own and for --limit (600) seconds at most

Labels are read to measure only: no tool sees them, and none is trained on them.
"""
import argparse
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

import join_peers
import peers

csv.field_size_limit(1 << 30)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [{**row, "summary": row.get("summary") or "", "title": row.get("title") or ""}
                for row in csv.DictReader(file)]


def dach_pairs(dach, left, right=None, threshold=0.0):
    """{(id, id): score} as `dach match` prints them."""
    command = [dach, "match", left] + ([right] if right else [])
    command += ["--threshold", str(threshold), "--format", "csv"]
    text = subprocess.run([str(part) for part in command], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    return {(row["left"], row["right"]): float(row["score"])
            for row in csv.DictReader(text.splitlines())}


def figures(pairs, wanted, default, ignored=frozenset()):
    """Average precision, F1 at the tool's default, and the best F1 of any threshold."""
    ranked = sorted(((score, pair) for pair, score in pairs.items() if pair not in ignored),
                    key=lambda entry: -entry[0])
    hits = seen = gained = 0
    average = best = at_default = 0.0
    for place, (score, pair) in enumerate(ranked):
        seen += 1
        gained += pair in wanted
        if place + 1 < len(ranked) and ranked[place + 1][0] == score:
            continue
        hits += gained
        average += gained / len(wanted) * hits / seen
        gained = 0
        f1 = 2 * hits / (seen + len(wanted))
        best = max(best, f1)
        if score >= default:
            at_default = f1
    return average, at_default, best


def row(name, *cells):
    width = max(96 // max(len(cells), 1), 10)
    print(f"{name:<48}" + "".join(f"{cell:>{min(width, 16)}}" for cell in cells), flush=True)


def table(title, dach_result, left, right, wanted, ignored, postgres):
    print(f"\n{title}\n")
    row("", "avg. precision", "F1 at default", "best F1", "seconds")
    pairs, seconds = dach_result
    row("dach match", *(f"{value:.3f}" for value in figures(pairs, wanted, 0.5, ignored)),
        f"{seconds:.1f}")
    ids = [record["id"] for record in left], [record["id"] for record in right]
    for name, peer, default in peers.peers(postgres):
        start = time.perf_counter()
        try:
            found = peer(left, right)
        except Exception as failure:  # a peer that fails is a result, told as such
            row(name, "failed", type(failure).__name__)
            print(f"    {str(failure)[:200]}", file=sys.stderr)
            continue
        seconds = time.perf_counter() - start
        named = {(ids[0][a], ids[1][b]): score for (a, b), score in found.items()}
        if left is right:
            named = {tuple(sorted(pair)): score for pair, score in named.items()}
        row(name, *(f"{value:.3f}" for value in figures(named, wanted, default, ignored)),
            f"{seconds:.1f}")


def timed(function):
    start = time.perf_counter()
    return function(), time.perf_counter() - start


def evaluate_projects(dach, folder, postgres, plot):
    wanted, bundles = set(), set()
    for pair in csv.DictReader(open(folder / "duplicates.csv", encoding="utf-8")):
        kind = wanted if pair["kind"] == "duplicate" else bundles
        kind.add(tuple(sorted((pair["left"], pair["right"]))))
    hard = {tuple(sorted((pair["left"], pair["right"])))
            for pair in csv.DictReader(open(folder / "hard-negatives.csv", encoding="utf-8"))}
    found, seconds = timed(lambda: dach_pairs(dach, folder / "projects.csv"))
    found = {tuple(sorted(pair)): score for pair, score in found.items()}
    records = read(folder / "projects.csv")
    table("Projects of one city, all fields for dach, title and summary for the others",
          (found, seconds), records, records, wanted, bundles, postgres)
    ranked = sorted((p for p in found if p not in bundles), key=lambda p: -found[p])
    traps = [p for p in ranked[:30] if p in hard and found[p] >= 0.5]
    print(f"\nhard negatives above the default among the first 30 pairs: {len(traps)}")
    places = {p: n for n, p in enumerate(sorted(found, key=lambda p: -found[p]), 1)}
    rest = [p for p in found if p not in wanted and p not in bundles]
    for name, group in (("duplicates", wanted), ("bundles", bundles), ("all others", rest)):
        ranks = sorted(places.get(p, len(places) + 1) for p in group)
        print(f"median rank of {name}: {ranks[len(ranks) // 2]} of {len(places)}")
    calibration(found, wanted, bundles, plot)


def calibration(found, wanted, bundles, plot):
    """Expected calibration error in ten bins of equal width, over pairs that anybody would read."""
    judged = [(score, pair in wanted) for pair, score in found.items() if pair not in bundles]
    for least in (0.0, 0.01, 0.05):
        bins = [[] for _ in range(10)]
        for score, right in judged:
            if score >= least:
                bins[min(int(score * 10), 9)].append((score, right))
        count = sum(map(len, bins))
        error = sum(abs(sum(s for s, _ in b) - sum(r for _, r in b)) for b in bins) / count
        print(f"expected calibration error, {count} pairs scored {least} or more: {error:.3f}")
    if plot:
        plot.write_text(reliability(bins), encoding="utf-8")


def reliability(bins):
    """The reliability plot as SVG: said probability across, share of right pairs up."""
    marks = []
    for entries in bins:
        if entries:
            said = sum(score for score, _ in entries) / len(entries)
            right = sum(hit for _, hit in entries) / len(entries)
            radius = 2 + len(entries) ** 0.5
            marks.append(f'<circle cx="{60 + 300 * said:.0f}" cy="{330 - 300 * right:.0f}" '
                         f'r="{radius:.1f}"><title>{len(entries)} pairs: said {said:.2f}, '
                         f'right {right:.2f}</title></circle>')
    ticks = "".join(
        f'<text x="{60 + 30 * n}" y="350" text-anchor="middle">{n / 10}</text>'
        f'<text x="52" y="{334 - 30 * n}" text-anchor="end">{n / 10}</text>' for n in range(0, 11, 2))
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 390" role="img" '
            'font-family="sans-serif" font-size="12">'
            '<title>Reliability of the probability of being a duplicate</title>'
            '<rect width="400" height="390" fill="white"/>'
            '<path d="M60 330V30M60 330H360" stroke="black" fill="none"/>'
            '<path d="M60 330L360 30" stroke="gray" stroke-dasharray="4"/>'
            f'<g fill="#1f5a96">{"".join(marks)}</g>{ticks}'
            '<text x="210" y="375" text-anchor="middle">said probability</text>'
            '<text x="20" y="180" text-anchor="middle" transform="rotate(-90 20 180)">'
            'share of right pairs</text></svg>\n')


def evaluate_set(dach, folder, postgres):
    left, right = read(folder / "left.csv"), read(folder / "right.csv")
    wanted = {(pair["left"], pair["right"])
              for pair in csv.DictReader(open(folder / "matches.csv", encoding="utf-8"))}
    result = timed(lambda: dach_pairs(dach, folder / "left.csv", folder / "right.csv"))
    table(f"{folder.name}: {len(left)} and {len(right)} records, {len(wanted)} matches",
          result, left, right, wanted, frozenset(), postgres)


def measured(command, limit=None):
    """Wall and processor seconds, peak bytes and standard output of a process; None beyond the
    limit."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen([str(part) for part in command], stdout=output, stderr=errors)
        timer = threading.Timer(limit, child.kill) if limit else None
        if timer:
            timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        if timer:
            timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if limit and seconds >= limit:
            return None
        if child.returncode != 0:
            errors.seek(0)
            raise RuntimeError(errors.read().decode()[-300:])
        output.seek(0)
        processor = usage.ru_utime + usage.ru_stime
        return seconds, processor, usage.ru_maxrss * 1024, output.read().decode()


def generated(synth, count, folder):
    """A list of generated records, and its pairs of duplicates."""
    path = pathlib.Path(folder) / "records.csv"
    groups = {}
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "summary"])
        generator = subprocess.Popen([sys.executable, synth, str(count)],
                                     stdout=subprocess.PIPE, text=True)
        for line in generator.stdout:
            record = json.loads(line)
            writer.writerow([record["id"], record["title"], record["summary"]])
            original = record["id"] if record["dup_of"] is None else record["dup_of"]
            groups.setdefault(original, []).append(str(record["id"]))
    return path, {(a, b) for group in groups.values() for n, a in enumerate(group)
                  for b in group[n + 1:]}


def speed_row(name, result, pairs, wanted, own):
    seconds, processor, memory, _ = result
    _, at_default, best = figures(pairs, wanted, 0.5)
    recall = len(wanted & pairs.keys()) / len(wanted)
    row(name, f"{seconds:.1f}", f"{processor:.1f}", memory >> 20, len(pairs), f"{recall:.3f}",
        f"{best:.3f}", f"{seconds / own:.1f}")
    return at_default


def evaluate_speed(dach, synth, count, peer_names, limit, postgres):
    print(f"\n{count:,} generated records; a peer gets {limit} seconds\n")
    row("", "seconds", "processor s", "MiB", "pairs", "recall", "best F1", "× dach")
    with tempfile.TemporaryDirectory() as folder:
        path, wanted = generated(synth, count, folder)
        result = measured([dach, "match", path, "--threshold", "0", "--format", "csv"])
        pairs = {(r["left"], r["right"]): float(r["score"])
                 for r in csv.DictReader(result[3].splitlines())}
        at_default = speed_row("dach match", result, pairs, wanted, result[0])
        own = result[0]
        _, _, _, text = measured([dach, "match", path, "--threshold", "1", "--format", "json"])
        compared = json.loads(text)
        print(f"    F1 at the default {at_default:.3f}; {compared['candidates']:,} candidates at "
              f"a cosine of {compared['textThreshold']:.2f}")
        for name in peer_names:
            label = join_peers.PEERS[name][0]
            command = [sys.executable, pathlib.Path(__file__).parent / "join_peers.py", name, path]
            try:
                result = measured(command + ([postgres] if postgres else []), limit)
            except RuntimeError as failure:  # a peer that fails is a result, told as such
                row(label, "failed")
                print(f"    {failure}", file=sys.stderr)
                continue
            if result is None:
                row(label, f"> {limit}", "", "", "", "", "", f"> {limit / own:.1f}")
                continue
            pairs = {}
            for line in result[3].splitlines():
                left, right, score = line.split("\t")
                pairs[left, right] = float(score)
            speed_row(label, result, pairs, wanted, own)


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dach", type=pathlib.Path, required=True)
    options.add_argument("--eval", type=pathlib.Path, required=True)
    options.add_argument("--sets", type=pathlib.Path)
    options.add_argument("--synth", type=pathlib.Path)
    options.add_argument("--records", type=int, nargs="*", default=[])
    options.add_argument("--peers", nargs="*", default=list(join_peers.PEERS),
                         choices=list(join_peers.PEERS))
    options.add_argument("--peers-up-to", type=int, default=100_000)
    options.add_argument("--limit", type=int, default=600)
    options.add_argument("--postgres")
    options.add_argument("--plot", type=pathlib.Path)
    options.add_argument("--only-speed", action="store_true")
    arguments = options.parse_args()
    if not arguments.only_speed:
        evaluate_projects(arguments.dach, arguments.eval, arguments.postgres, arguments.plot)
    for folder in sorted(arguments.sets.iterdir()) if arguments.sets else []:
        if (folder / "matches.csv").exists():
            evaluate_set(arguments.dach, folder, arguments.postgres)
    for count in arguments.records:
        names = [name for name in arguments.peers if name != "pg_trgm" or arguments.postgres]
        evaluate_speed(arguments.dach, arguments.synth, count,
                       names if count <= arguments.peers_up_to else [], arguments.limit,
                       arguments.postgres)


if __name__ == "__main__":
    main()
