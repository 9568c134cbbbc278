"""The same figures by other programs; run with `-m interop` where they are installed.

Checked with krippendorff 0.9.0, scikit-learn 1.9.1, statsmodels 0.15.0, nltk 3.10.4 and nervaluate
1.2.1: add them to a copy of the development environment (`pip install krippendorff scikit-learn
statsmodels nltk nervaluate`) and run `python -m pytest tests/agreement -m interop` there.
None of them is a dependency: two are under the GPL or stand on what is.
"""

import random
import warnings

import pytest

from agreement.layers import article, measured
from annotator.agreement import nominal

pytestmark = pytest.mark.interop


@pytest.fixture(autouse=True)
def _others_may_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def ratings(seed, annotators, values=3, missing=0.2):
    rng = random.Random(seed)
    return [
        [None if rng.random() < missing else rng.randint(1, values) for _ in range(annotators)]
        for _ in range(50)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_alpha_as_krippendorff_has_it(seed):
    package = pytest.importorskip("krippendorff")
    items = ratings(seed, 4)
    data = [
        [float("nan") if v is None else v for v in column] for column in zip(*items, strict=True)
    ]
    ours = {
        "nominal": nominal.nominal,
        "ordinal": nominal.ordinal(items),
        "interval": nominal.interval,
        "ratio": nominal.ratio,
    }

    for level, distance in ours.items():
        expected = package.alpha(reliability_data=data, level_of_measurement=level)
        assert nominal.alpha(items, distance).value == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_kappa_as_scikit_learn_has_it(seed):
    package = pytest.importorskip("sklearn.metrics")
    items = ratings(seed, 2, missing=0)
    first, second = zip(*items, strict=True)
    table = [[items.count([a, b]) for b in (1, 2, 3)] for a in (1, 2, 3)]

    assert nominal.cohen(table).value == pytest.approx(package.cohen_kappa_score(first, second))


@pytest.mark.parametrize("seed", range(5))
def test_fleiss_as_statsmodels_has_it(seed):
    package = pytest.importorskip("statsmodels.stats.inter_rater")
    items = ratings(seed, 5, missing=0)
    table = [[item.count(value) for value in (1, 2, 3)] for item in items]

    assert nominal.fleiss(items).value == pytest.approx(package.fleiss_kappa(table))


@pytest.mark.parametrize("name", ["jaccard", "masi"])
def test_alpha_of_sets_as_nltk_has_it(name):
    agreement = pytest.importorskip("nltk.metrics.agreement")
    distances = pytest.importorskip("nltk.metrics")
    rng = random.Random(3)
    # never empty: both distances of the package divide by zero on two empty sets
    items = [
        [frozenset(rng.sample("wxyz", rng.randint(1, 3))) for _ in range(3)] for _ in range(40)
    ]
    data = [(f"c{c}", place, one) for place, item in enumerate(items) for c, one in enumerate(item)]
    task = agreement.AnnotationTask(data, distance=getattr(distances, f"{name}_distance"))

    assert nominal.alpha(items, getattr(nominal, name)).value == pytest.approx(task.alpha())


@pytest.mark.parametrize("seed", range(5))
def test_f1_of_flat_spans_as_nervaluate_has_it(seed):
    """Flat spans, each meeting one of the other side at most: elsewhere that one is greedy."""
    package = pytest.importorskip("nervaluate")
    rng = random.Random(seed)
    sides = {"a": [], "b": []}
    for place in range(0, 400, 20):
        for spans in sides.values():
            if rng.random() < 0.8:
                start = place + rng.randrange(4)
                spans.append((start, start + rng.randrange(6, 12), rng.choice("xy")))
    found = measured(article(sides, length=400))
    given = {
        name: [[{"label": label, "start": s, "end": e} for s, e, label in spans]]
        for name, spans in sides.items()
    }
    theirs = package.Evaluator(given["a"], given["b"], tags=["x", "y"]).evaluate()["overall"]

    names = {"strict": "strict", "boundaries": "exact", "type": "ent_type", "partial": "partial"}
    for ours, name in names.items():
        assert found.row("span_f1", ours).value == pytest.approx(theirs[name].f1)
