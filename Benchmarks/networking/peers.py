"""Simpler ways to rank pairs of projects that should be in contact, untrained.

A project is a dictionary with id, title, summary, department, and the lists themes, audience,
technologies, partners, provides and requires. Each way gives a symmetric matrix of scores.
"""
from collections import defaultdict

import networkx
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

ATTRIBUTES = ("themes", "audience", "technologies", "partners", "provides", "requires")


def text_cosine(projects):
    """TF-IDF cosine of the character 4-grams inside the words of title and summary."""
    texts = [f"{p['title']} {p['summary']}" for p in projects]
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True)
    matrix = vectors.fit_transform(texts)
    return (matrix @ matrix.T).toarray()


def adamic_adar(projects):
    """L. A. Adamic, E. Adar, "Friends and neighbors on the Web" (2003), on the graph whose nodes
    are projects and attributes: common attributes, each by 1 / ln of how many have it."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(projects)))
    for number, project in enumerate(projects):
        for kind in ATTRIBUTES:
            # Who requires a service and who provides it share it.
            node = "service" if kind in ("provides", "requires") else kind
            graph.add_edges_from((number, (node, value.lower())) for value in project[kind])
    count = len(projects)
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    scores = numpy.zeros((count, count))
    for a, b, score in networkx.adamic_adar_index(graph, pairs):
        scores[a, b] = scores[b, a] = score
    return scores


def supplies(projects):
    """1 where one provides what the other requires."""
    providers = defaultdict(list)
    for number, project in enumerate(projects):
        for service in project["provides"]:
            providers[service.lower()].append(number)
    scores = numpy.zeros((len(projects), len(projects)))
    for number, project in enumerate(projects):
        for service in project["requires"]:
            for provider in providers[service.lower()]:
                scores[number, provider] = scores[provider, number] = 1
    return scores


def all_ways(projects):
    text, shared, supply = text_cosine(projects), adamic_adar(projects), supplies(projects)
    return {
        "character 4-grams, TF-IDF cosine": text,
        "Adamic-Adar on shared attributes": shared,
        "requires/provides matches": supply,
        "naive sum of these": text + shared / max(shared.max(), 1) + supply,
    }
