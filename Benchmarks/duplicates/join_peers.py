"""The exact joins of others over one list, in a process of their own so that memory is theirs.

  join_peers.py words|titles FILE.csv      prints left, right, score
"""
import csv
import sys

import numpy
import pandas
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn


def main():
    kind, path = sys.argv[1:]
    records = pandas.read_csv(path, dtype=str, keep_default_na=False)
    if kind == "words":
        matrix = TfidfVectorizer(dtype=numpy.float32).fit_transform(
            records["title"] + " " + records["summary"])
        found = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=50, threshold=0.54,
                               n_threads=2).tocoo()
        rows, columns, scores = found.row, found.col, found.data
    else:
        import string_grouper
        found = string_grouper.match_strings(records["title"])
        rows, columns, scores = found["left_index"], found["right_index"], found["similarity"]
    ids = records["id"].tolist()
    writer = csv.writer(sys.stdout, delimiter="\t")
    for row, column, score in zip(rows, columns, scores):
        if row < column:
            writer.writerow([ids[row], ids[column], score])


if __name__ == "__main__":
    main()
