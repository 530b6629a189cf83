"""Compares the network's structure with networkx; scripts/check-structure says what for."""
import argparse
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx

LINKS = ["dependsOn", "buildsOn", "sharesDataWith", "coordinatesWith", "partOf", "replaces"]
STATUSES = ["idea", "planned", "running", "running", "running", "completed", "discontinued"]
# Texts that graph formats have to escape.
TITLES = ["Ämter & Bürger <online>", 'Das "große" Projekt', "C:\\Pfad\\n", "„Ä“ – ß", "{a|b}; -> x",
          "Zeile"]


class Registry:
    """A random registry, and the graphs that networkx is to look at."""

    def __init__(self, seed):
        choose = random.Random(seed)
        self.departments = [f"d{number}" for number in range(choose.randint(1, 7))]
        count = choose.randint(2, 40)
        # From trees, in which everything is a bridge, to graphs in which hardly anything is.
        density = choose.choice([0.4, 0.7, 1.0, 1.5])
        homeless = choose.choice([0.0, 0.3, 0.9])
        self.projects = {}
        for number in range(count):
            home = None if choose.random() < homeless else choose.choice(self.departments)
            self.projects[f"p{number}"] = {
                "id": f"p{number}", "title": f"{choose.choice(TITLES)} {number}",
                "status": choose.choice(STATUSES), "links": [],
                **({"department": home} if home else {})}
        for _ in range(round(density * count)):
            source, target = choose.sample(sorted(self.projects), 2)
            kind = choose.choice(LINKS + 3 * ["dependsOn", "buildsOn"])
            links = self.projects[source]["links"]
            if {"project": target, "kind": kind} not in links:
                links.append({"project": target, "kind": kind})

    def write(self, folder):
        """As files; JSON is YAML."""
        def file(path, value):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        file(folder / "strategy.yaml", {"id": "stadt", "name": "Stadt"})
        file(folder / "departments.yaml", {
            "departments": [{"id": name, "name": f"Amt {name}"} for name in self.departments]})
        for project in self.projects.values():
            file(folder / "projects" / f"{project['id']}.yaml", project)

    def links(self):
        return [(project["id"], link["project"], link["kind"])
                for project in self.projects.values() for link in project["links"]]

    def is_active(self, project):
        return self.projects[project]["status"] not in ("completed", "discontinued")

    def contact_graph(self):
        """Active projects joined to their departments and to one another."""
        graph = networkx.Graph()
        for project in filter(self.is_active, self.projects):
            graph.add_node(project)
            if "department" in self.projects[project]:
                graph.add_edge(project, ("department", self.projects[project]["department"]))
        graph.add_edges_from((source, target) for source, target, _ in self.links()
                             if self.is_active(source) and self.is_active(target))
        return graph

    def dependency_graph(self):
        return networkx.DiGraph(
            (source, target) for source, target, kind in self.links()
            if kind in ("dependsOn", "buildsOn") and self.is_active(source) and self.is_active(target))

    def department_graph(self):
        """Departments with active projects or contacts, joined where projects that are not
        discontinued are linked."""
        def home(project):
            return self.projects[project].get("department")
        graph = networkx.Graph()
        graph.add_nodes_from(home(project) for project in filter(self.is_active, self.projects)
                             if home(project))
        graph.add_edges_from(
            (home(source), home(target)) for source, target, _ in self.links()
            if home(source) and home(target) and home(source) != home(target)
            and "discontinued" not in (self.projects[source]["status"],
                                       self.projects[target]["status"]))
        return graph


def sets(lists):
    return collections.Counter(frozenset(entries) for entries in lists)


def compare_structure(registry, answer):
    """What differs between dach's JSON and networkx."""
    found = answer["structure"]
    graph = registry.contact_graph()

    def names(nodes):
        return [node if isinstance(node, str) else "department/" + node[1] for node in nodes]
    expected = sets(names(part) for part in networkx.connected_components(graph))
    if expected != sets(part["projects"] + ["department/" + name for name in part["departments"]]
                        for part in found["components"]):
        yield "components"
    points = {node for node in networkx.articulation_points(graph) if isinstance(node, str)}
    if points != set(found["articulationProjects"]):
        yield "articulation points"
    bridges = sets(edge for edge in networkx.bridges(graph)
                   if all(isinstance(end, str) for end in edge))
    if bridges != sets(found["bridges"]):
        yield "bridges"
    yield from compare_cycles(registry.dependency_graph(), found["cycles"])
    groups = sets(networkx.connected_components(registry.department_graph()))
    if groups != sets(answer["groups"]):
        yield "groups of departments"


def compare_cycles(graph, cycles):
    expected = sets(part for part in networkx.strongly_connected_components(graph) if len(part) > 1)
    if expected != sets(cycle["projects"] for cycle in cycles):
        yield "strongly connected components"
    for cycle in cycles:
        circle = cycle["circle"]
        steps = list(zip(circle, circle[1:] + circle[:1]))
        if len(set(circle)) != len(circle) or not all(graph.has_edge(*step) for step in steps):
            yield f"no circle: {circle}"
        shortest = 1 + min(networkx.shortest_path_length(graph, after, circle[0])
                           for after in graph.successors(circle[0])
                           if networkx.has_path(graph, after, circle[0]))
        if len(circle) != shortest:
            yield f"a shorter circle leads through {circle[0]} than {circle}"


def compare_exports(registry, dach, folder):
    """What differs between the exports, as networkx reads them, and the registry."""
    links = collections.Counter(registry.links())
    titles = {name: project["title"] for name, project in registry.projects.items()}
    path = folder.parent / "network.graphml"
    path.write_bytes(dach("network", folder, "--format", "graphml"))
    graph = networkx.read_graphml(path, force_multigraph=True)
    if {name: data["label"] for name, data in graph.nodes(data=True)} != titles:
        yield "GraphML: nodes"
    if collections.Counter((s, t, data["kind"]) for s, t, data in graph.edges(data=True)) != links:
        yield "GraphML: edges"
    path = folder.parent / "network.dot"
    path.write_bytes(dach("network", folder, "--format", "dot"))
    graph = networkx.nx_pydot.read_dot(path)

    def plain(text):
        text = text.strip('"')
        return text.replace('\\"', '"').replace("\\\\", "\\")
    if {plain(name): plain(data["label"]) for name, data in graph.nodes(data=True)} != titles:
        yield "DOT: nodes"
    if collections.Counter((plain(s), plain(t), plain(data["kind"]))
                           for s, t, data in graph.edges(data=True)) != links:
        yield "DOT: edges"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--dach", required=True)
    options.add_argument("--graphs", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    arguments = options.parse_args()

    def dach(*parts):
        environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795305600"}
        return subprocess.run([arguments.dach, *map(str, parts)], env=environment, check=True,
                              stdout=subprocess.PIPE).stdout
    seeds = range(arguments.seed, arguments.seed + arguments.graphs)
    faults = 0
    seen = collections.Counter()
    with tempfile.TemporaryDirectory() as scratch:
        for seed in seeds:
            registry = Registry(seed)
            folder = pathlib.Path(scratch, str(seed), "registry")
            registry.write(folder)
            answer = json.loads(dach("network", folder, "--format", "json"))
            found = answer["structure"]
            for key in found:
                seen[key] += len(found[key])
            differences = list(compare_structure(registry, answer))
            if seed % 5 == 0:
                differences += compare_exports(registry, dach, folder)
            for difference in differences:
                print(f"check-structure: seed {seed}: {difference}", file=sys.stderr)
            faults += len(differences)
    print(f"{len(seeds)} random registries (seeds {seeds[0]} to {seeds[-1]}) against networkx "
          f"{networkx.__version__}: {seen['components']} components, "
          f"{seen['articulationProjects']} articulation points, {seen['bridges']} bridges, "
          f"{seen['cycles']} circles; {faults} differences")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
