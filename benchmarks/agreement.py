"""Agreement of 10,000 articles × 3 annotators × 28 spans, against the budget of each measure.

Run it by itself; `--articles N` for a smaller corpus, `--json` for one line of figures. CPU
seconds leave out making the corpus, which is done article by article so that memory is ours. The
last line says how fast the machine was: a million steps take about 0.04 s on a quiet one.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Callable, Iterator
from itertools import combinations

from annotator.agreement import positions, unitizing, unitizing_2004
from annotator.agreement.alignment import Settings
from annotator.agreement.gamma import article_gamma
from annotator.agreement.marks import Marks, marks_of_layer
from annotator.agreement.report import ArticleLayers, Measurement
from annotator.agreement.spans import scheme_credits, strict_credits
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Piece, Span

NAMES = ("ann", "ben", "cyd")
LENGTH = 3600
SPANS = 28
BUDGET = {
    "strict F1": 1.5,
    "all F1 schemes": 10.0,
    "alpha": 1.0,
    "u family": 3.0,
    "2,000 resamples": 2.0,
    "one changed article": 0.05,
    "growth": 250.0,
    "gamma of a pair": 0.02,
    "gamma of three": 0.2,
}


def truth(rng: random.Random) -> list[tuple[int, int, str]]:
    """Draw the spans of an article: quotes with speakers, topics and agreements in or near."""
    spans: list[tuple[int, int, str]] = []
    for place in range(SPANS // 4):
        start = place * (LENGTH // (SPANS // 4)) + rng.randrange(40, 160)
        end = start + rng.randrange(80, 320)
        spans += [(start, end, "QUOTE"), (start - 30, start - 30 + rng.randrange(8, 25), "SPEAKER")]
        inner = rng.randrange(start, end - 40)
        spans.append((inner, inner + rng.randrange(6, 30), "TOPIC"))
        other = rng.randrange(start, end)
        spans.append((other, other + rng.randrange(10, 60), rng.choice(["AGREEMENT", "TOPIC"])))
    return spans


def marked(rng: random.Random, spans: list[tuple[int, int, str]], name: str) -> Layer:
    """Let an annotator miss, shift and relabel some of the spans, and add a few."""
    kept = [one for one in spans if rng.random() > 0.08]
    while len(kept) < SPANS:
        start = rng.randrange(LENGTH - 60)
        kept.append((start, start + rng.randrange(5, 60), rng.choice(["TOPIC", "SPEAKER"])))
    made = {}
    for number, one in enumerate(kept):
        start, end, label = one
        if rng.random() < 0.3:
            start, end = start + rng.randrange(0, 4), end + rng.randrange(0, 6)
        if rng.random() < 0.05:
            label = "TOPIC"
        key = SpanId(f"s{number}")
        made[key] = Span(key, label, (Piece(start, end),))
    return Layer(LayerKey(ArticleId("x"), name), LayerState(Status.DONE), made)


def article(number: int) -> ArticleLayers:
    """Make one article, always the same for a number."""
    rng = random.Random(number)
    spans = truth(rng)
    layers = {name: marked(rng, spans, name) for name in NAMES}
    return ArticleLayers(f"article-{number:05}", LENGTH, layers)


class Clock:
    """CPU seconds of the parts that are timed, by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], object]) -> object:
        """Run something and add its CPU time to a name."""
        began = time.process_time()
        result = work()
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began
        return result


def prepared(articles: int, clock: Clock) -> Iterator[list[Marks]]:
    """Yield the prepared layers of article after article; preparing is timed apart."""
    for number in range(articles):
        layers = article(number).layers.values()
        began = time.process_time()
        marks = [marks_of_layer(layer) for layer in layers]
        clock.spent["prepare"] = clock.spent.get("prepare", 0.0) + time.process_time() - began
        yield marks


def measures(articles: int, clock: Clock) -> None:
    """Time each measure alone over the corpus, from prepared layers."""
    pairs = list(combinations(range(len(NAMES)), 2))
    for marks in prepared(articles, clock):
        clock.time("strict F1", lambda m=marks: [strict_credits(m[i], m[j]) for i, j in pairs])
        clock.time("alpha", lambda m=marks: by_position(m, pairs))
        clock.time("u family", lambda m=marks: units(m, pairs))
        clock.time("alpha_U 2004", lambda m=marks: units_2004(m, pairs))
        clock.time("all F1 schemes", lambda m=marks: [scheme_credits(m[i], m[j]) for i, j in pairs])


def by_position(marks: list[Marks], pairs: list[tuple[int, int]]) -> None:
    """Count what alpha, pi, kappa and Fleiss need, for each pair and for all."""
    for label in {label for one in marks for label in one.units}:
        tables = [positions.table(marks[i], marks[j], label, LENGTH) for i, j in pairs]
        positions.joint(tables, len(marks), LENGTH)


def units(marks: list[Marks], pairs: list[tuple[int, int]]) -> None:
    """Count what the family of 2016 needs beyond the lengths: what each pair shares."""
    for label in {label for one in marks for label in one.units}:
        for i, j in pairs:
            unitizing.shared_units(marks[i], marks[j], label)
    for one in marks:
        assert sum(units.squares for units in one.units.values())


def units_2004(marks: list[Marks], pairs: list[tuple[int, int]]) -> None:
    """Count what the older form needs, for each pair and for all."""
    for label in {label for one in marks for label in one.units}:
        nothing = unitizing.NO_UNITS
        terms = unitizing_2004.Terms(
            [one.units.get(label, nothing).ranges for one in marks], LENGTH
        )
        for members in (*pairs, range(len(marks))):
            terms.group(members)


def whole(articles: int, clock: Clock) -> Measurement:
    """Time the whole way: put every article, the report with and without intervals."""
    measured = Measurement(NAMES)
    for number in range(articles):
        one = article(number)
        clock.time("whole: put", lambda a=one: measured.put(a))
    clock.time("report without intervals", lambda: measured.report(resamples=0))
    clock.time("2,000 resamples", measured.report)
    clock.spent["2,000 resamples"] -= clock.spent["report without intervals"]
    return measured


def changed(measured: Measurement, clock: Clock) -> None:
    """Time one changed article, measured and in the sums; the slowest of some."""
    slowest = 0.0
    for number in range(10):
        one = ArticleLayers(f"article-{number:05}", LENGTH, article(number + 10**6).layers)
        began = time.process_time()
        measured.put(one)
        measured.report(resamples=0)
        slowest = max(slowest, time.process_time() - began)
    clock.spent["one changed article"] = slowest


def gammas(clock: Clock, articles: int = 10) -> None:
    """Time gamma of one article, of a pair and of three; the mean of some articles."""
    for number in range(articles):
        layers = article(number).layers
        all_units = {
            name: unitizing.units_of(marks_of_layer(layer)) for name, layer in layers.items()
        }
        pair = {name: all_units[name] for name in NAMES[:2]}
        for name, given in (("gamma of a pair", pair), ("gamma of three", all_units)):
            clock.time(name, lambda g=given: article_gamma(g, LENGTH, Settings(), "x"))
    for name in ("gamma of a pair", "gamma of three"):
        clock.spent[name] /= articles


def plain_loop() -> float:
    """Time a million steps of bare Python: how fast this machine is just now."""
    began, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number & 3
    return time.process_time() - began


def peak() -> float:
    """Return the greatest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table of figures against their budgets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    clock, before = Clock(), peak()
    loops = [plain_loop()]
    measured = whole(given.articles, clock)
    clock.spent["growth"] = peak() - before
    changed(measured, clock)
    loops.append(plain_loop())
    measures(given.articles, clock)
    loops.append(plain_loop())
    gammas(clock)
    clock.spent["a million steps of bare Python"] = sum(loops) / len(loops)
    if given.json:
        print(json.dumps(clock.spent))
        return
    for name, spent in clock.spent.items():
        budget = f"{BUDGET[name]:g}" if name in BUDGET else "–"
        unit = "MiB" if name == "growth" else "CPU s"
        print(f"| {name} | {spent:.3f} {unit} | {budget} |")


if __name__ == "__main__":
    main()
