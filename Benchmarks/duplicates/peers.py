"""What others would do with the same list: each peer gives scores of pairs, untrained.

A peer takes two lists of records (one list twice for its own duplicates) and returns
{(left, right): score}, places in the lists, left < right within one list. Each reads title and
summary as one text, as dach gets nothing else in the public sets; `default` is the least score
that the tool itself (or its documentation) counts as a match.
"""
import collections
import re
import subprocess
import tempfile

import numpy
import pandas
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn


def texts(records):
    return [f"{r['title']} {r['summary']}".strip() for r in records]


def kept(rows, columns, scores, one_list):
    pairs = {}
    for row, column, score in zip(rows, columns, scores):
        if not one_list or row < column:
            pairs[int(row), int(column)] = float(score)
    return pairs


def tfidf(analyzer, ngrams):
    def run(left, right):
        one_list = left is right
        vectorizer = TfidfVectorizer(analyzer=analyzer, ngram_range=ngrams, dtype=numpy.float32)
        vectorizer.fit(texts(left) + ([] if one_list else texts(right)))
        a = vectorizer.transform(texts(left))
        b = a if one_list else vectorizer.transform(texts(right))
        product = sp_matmul_topn(a, b.T.tocsr(), top_n=100, threshold=0.05, n_threads=2).tocoo()
        return kept(product.row, product.col, product.data, one_list)
    return run


def string_grouper(left, right):
    import string_grouper as sg
    one_list = left is right
    master = pandas.Series(texts(left))
    other = None if one_list else pandas.Series(texts(right))
    found = sg.match_strings(master, other, min_similarity=0.05, max_n_matches=100)
    return kept(found["left_index"], found["right_index"], found["similarity"], one_list)


def rapidfuzz(left, right):
    one_list = left is right
    pairs = {}
    right_texts = texts(right)
    for start in range(0, len(left), 500):
        scores = process.cdist(texts(left[start:start + 500]), right_texts,
                               scorer=fuzz.token_set_ratio, score_cutoff=50, workers=2)
        rows, columns = numpy.nonzero(scores)
        pairs.update(kept(rows + start, columns, scores[rows, columns] / 100, one_list))
    return pairs


def rarest_words(records, field, count):
    """For each record the rarest words of a field that another record has too."""
    words = [set(re.findall(r"\w+", r[field].lower())) for r in records]
    frequency = collections.Counter(word for own in words for word in own)
    return [sorted((w for w in own if frequency[w] > 1), key=lambda w: (frequency[w], w))[:count]
            for own in words]


def splink(left, right):
    import logging
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    logging.getLogger("splink").setLevel(logging.ERROR)
    one_list = left is right
    records = left if one_list else left + right
    title_words = rarest_words(records, "title", 2)
    summary_words = rarest_words(records, "summary", 2)
    rows = [{"unique_id": place if place < len(left) else place - len(left),
             "title": r["title"].lower() or None, "summary": r["summary"].lower() or None,
             "words": sorted(set(r["title"].lower().split())) or None,
             **{f"{name}{n}": words[place][n] if n < len(words[place]) else None
                for name, words in (("title_word", title_words), ("summary_word", summary_words))
                for n in range(2)}}
            for place, r in enumerate(records)]
    # As its manual says, candidates are limited by several strict rules: equal rare words.
    rules = [block_on(f"{name}{n}") for name in ("title_word", "summary_word") for n in range(2)]
    settings = SettingsCreator(
        link_type="dedupe_only" if one_list else "link_only",
        comparisons=[cl.JaroWinklerAtThresholds("title", [0.9, 0.7]),
                     cl.JaroWinklerAtThresholds("summary", [0.9, 0.7]),
                     cl.ArrayIntersectAtSizes("words", [3, 2, 1])],
        blocking_rules_to_generate_predictions=rules)
    frames = [pandas.DataFrame(rows[:len(left)])]
    if not one_list:
        frames.append(pandas.DataFrame(rows[len(left):]))
    linker = Linker(frames, settings, DuckDBAPI())
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("title_word0"))
    found = linker.inference.predict(threshold_match_probability=0.001).as_pandas_dataframe()
    rows, columns = found["unique_id_l"], found["unique_id_r"]
    if one_list:
        rows, columns = numpy.minimum(rows, columns), numpy.maximum(rows, columns)
    elif len(found) and found["source_dataset_l"].iloc[0] != "__splink__input_table_0":
        rows, columns = columns, rows
    return kept(rows, columns, found["match_probability"], one_list)


def pg_trgm(url):
    def run(left, right):
        one_list = left is right
        with tempfile.TemporaryDirectory() as folder:
            script = ["CREATE EXTENSION IF NOT EXISTS pg_trgm;"]
            for name, records in (("a", left), ("b", right)):
                path = f"{folder}/{name}.tsv"
                with open(path, "w", encoding="utf-8") as file:
                    for place, text in enumerate(texts(records)):
                        clean = text.replace("\\", " ").replace("\t", " ").replace("\n", " ")
                        file.write(f"{place}\t{clean}\n")
                script.append(f"CREATE TEMP TABLE {name} (id int, t text);")
                script.append(f"\\copy {name} FROM '{path}'")
            script.append("CREATE INDEX ON b USING gist (t gist_trgm_ops(siglen=128)); ANALYZE;")
            script.append("SET pg_trgm.similarity_threshold = 0.15;")
            order = "AND a.id < b.id" if one_list else ""
            script.append(
                f"SELECT a.id, b.id, similarity(a.t, b.t) FROM a JOIN b ON a.t % b.t {order};")
            answer = subprocess.run(
                ["psql", url, "-XAtq", "-F", "\t", "-v", "ON_ERROR_STOP=1"], text=True, check=True,
                input="\n".join(script), stdout=subprocess.PIPE).stdout
        rows = [line.split("\t") for line in answer.splitlines()]
        return {(int(a), int(b)): float(score) for a, b, score in rows}
    return run


def peers(url):
    """Name, function, default threshold."""
    listed = [
        ("string_grouper", string_grouper, 0.8),
        ("TF-IDF words, sparse_dot_topn", tfidf("word", (1, 1)), 0.5),
        ("TF-IDF char 4-grams, sparse_dot_topn", tfidf("char_wb", (4, 4)), 0.5),
        ("rapidfuzz token_set_ratio", rapidfuzz, 0.85),
        ("splink", splink, 0.5),
    ]
    if url:
        listed.append(("pg_trgm", pg_trgm(url), 0.3))
    return listed
