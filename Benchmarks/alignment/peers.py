"""Others' ways to tell which guidelines and themes a project serves, from scikit-learn.

Each gives a score for every project and target. They read all fields of a project but its
department as TF-IDF (sublinear) of runs of four characters within words, which does better here
than words, other lengths, or title and summary alone.
"""
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC


FIELDS = ["title", "summary", "audience", "technologies", "requires", "provides", "partners"]


def text(project):
    return " ".join(project[field].replace("|", " ") for field in FIELDS)


def profile(target):
    return f"{target['name']} {target['description']}"


def vectorizer():
    return TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(4, 4))


def nearest_profile(projects, targets):
    """The cosine of each project with each profile: needs no training."""
    vectors = vectorizer().fit_transform(
        [text(row) for row in projects] + [profile(row) for row in targets])
    return (vectors[:len(projects)] @ vectors[len(projects):].T).toarray()


class Trained:
    """One classifier for the main theme, and one against all others for each guideline."""

    def __init__(self, make):
        self.make = make

    def scores(self, projects, targets, known, theme, serves):
        """known: indices of the labelled projects; theme: index → target id;
        serves: index → ids of guidelines."""
        vectors = vectorizer().fit_transform([text(row) for row in projects])
        result = numpy.zeros((len(projects), len(targets)))
        themes = [number for number, row in enumerate(targets) if row["kind"] == "theme"]
        ids = {targets[number]["id"]: place for place, number in enumerate(themes)}
        model = self.make().fit(vectors[known], [ids[theme[index]] for index in known])
        for place, values in zip(model.classes_, self.values(model, vectors).T):
            result[:, themes[place]] = values
        for number, row in enumerate(targets):
            if row["kind"] == "theme":
                continue
            labels = [row["id"] in serves[index] for index in known]
            if any(labels) and not all(labels):
                one = self.make().fit(vectors[known], labels)
                result[:, number] = self.values(one, vectors).T[-1]
        return result

    @staticmethod
    def values(model, vectors):
        if hasattr(model, "decision_function"):
            values = model.decision_function(vectors)
        else:
            values = model.predict_log_proba(vectors)
            if len(model.classes_) == 2:
                values = values[:, 1] - values[:, 0]
        return values if values.ndim == 2 else values[:, None]


SVM = Trained(lambda: LinearSVC(C=1.0))
NAIVE_BAYES = Trained(lambda: ComplementNB())
