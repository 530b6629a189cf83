"""What others find in one list, each in a process of its own so that its memory is its own.

  join_peers.py NAME FILE.csv [POSTGRES]      prints left, right, score

Names are the keys of `PEERS`. Each tool reads what it copes with at this length, at the threshold
that its documentation or the labelled sets suggest.
"""
import csv
import sys

import numpy
import pandas
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

import peers


def tfidf(threshold, **options):
    def run(records, _):
        texts = records["title"] + " " + records["summary"]
        matrix = TfidfVectorizer(dtype=numpy.float32, **options).fit_transform(texts)
        found = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=50, threshold=threshold,
                               n_threads=2).tocoo()
        return zip(found.row, found.col, found.data)
    return run


def string_grouper(column):
    def run(records, _):
        import string_grouper
        found = string_grouper.match_strings(column(records))
        return zip(found["left_index"], found["right_index"], found["similarity"])
    return run


def of_labelled_sets(choose):
    def run(records, url):
        rows = records.to_dict("records")
        found = choose(url)(rows, rows)
        return ((left, right, score) for (left, right), score in found.items())
    return run


# Label and function; the first three are exact joins.
PEERS = {
    "words": ("scikit-learn + sparse_dot_topn, words ≥ 0.54", tfidf(0.54)),
    "titles": ("string_grouper, titles ≥ 0.8", string_grouper(lambda r: r["title"])),
    "texts": ("string_grouper, title and summary ≥ 0.8",
              string_grouper(lambda r: r["title"] + " " + r["summary"])),
    "runs": ("scikit-learn + sparse_dot_topn, 4-grams ≥ 0.5",
             tfidf(0.5, analyzer="char_wb", ngram_range=(4, 4))),
    "splink": ("splink", of_labelled_sets(lambda _: peers.splink)),
    "rapidfuzz": ("rapidfuzz token_set_ratio", of_labelled_sets(lambda _: peers.rapidfuzz)),
    "pg_trgm": ("pg_trgm", of_labelled_sets(peers.pg_trgm)),
}


def main():
    name, path, *url = sys.argv[1:]
    records = pandas.read_csv(path, dtype=str, keep_default_na=False)
    ids = records["id"].tolist()
    writer = csv.writer(sys.stdout, delimiter="\t")
    for row, column, score in PEERS[name][1](records, url[0] if url else None):
        if row < column:
            writer.writerow([ids[row], ids[column], score])


if __name__ == "__main__":
    main()
