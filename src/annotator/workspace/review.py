"""What there is to settle on an article: the finished layers side by side, and what gold says of it.

Only reading; verdicts are `operations.adjudicate`'s. Layers that are not done never enter, so that
nobody's open work is compared.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.agreement.cases import Case, amount, cases
from annotator.domain.article import Article
from annotator.domain.attribution import SAME_AS
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Decision, Layer, LayerKey, Status
from annotator.domain.span import Relation, SourceRef, Span
from annotator.storage.finished import finished_articles
from annotator.workspace.project import Project

ANONYMOUS = "anonymous_adjudication"
_SEED = "adjudication_seed"


@dataclass(frozen=True)
class LinkCase:
    """The links of one type that start at one case; `source` is its place among the cases.

    `targets` has an entry for everybody who marked the source: the places of what she links it to.
    """

    label: str
    source: int
    targets: Mapping[str, frozenset[int]]
    relations: Mapping[str, tuple[Relation, ...]]

    @property
    def is_unanimous(self) -> bool:
        """Tell whether all who marked the source link it to the same."""
        return len(set(self.targets.values())) == 1

    @property
    def refs(self) -> tuple[SourceRef, ...]:
        """The relations it consists of."""
        return tuple(SourceRef(n, r.id) for n, found in self.relations.items() for r in found)

    @property
    def ends(self) -> frozenset[int]:
        """The places of all cases that it touches."""
        return frozenset({self.source}).union(*self.targets.values())


Question = Case | LinkCase


@dataclass(frozen=True)
class Review:
    """The finished layers of an article by name, their cases and links, and gold as it stands."""

    article: Article
    layers: Mapping[str, Layer]
    gold: Layer
    cases: tuple[Case, ...]
    links: tuple[LinkCase, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What differs, in reading order; links after the case they start from."""
        ordered: list[tuple[int, int, Question]] = [
            (place, 0, case) for place, case in enumerate(self.cases) if not case.is_unanimous
        ]
        ordered += [
            (link.source, number, link)
            for number, link in enumerate(self.links, 1)
            if not link.is_unanimous
        ]
        return tuple(question for _, _, question in sorted(ordered, key=lambda one: one[:2]))

    @cached_property
    def gold_of(self) -> dict[SourceRef, SpanId]:
        """The gold span made from an annotator's span."""
        found: dict[SourceRef, SpanId] = {}
        for span in self.gold.index:
            for ref in span.provenance.from_layers if span.provenance else ():
                found.setdefault(ref, span.id)
        return found

    def answer(self, question: Question) -> Span | Relation | Decision | None:
        """Return what gold says on a question, None where it is open."""
        return (
            self._link_answer(question)
            if isinstance(question, LinkCase)
            else self._span_answer(question)
        )

    def is_open(self, question: Question) -> bool:
        """Tell whether a question waits for a verdict, or will when what it rests on is settled."""
        return self.answer(question) is None and not self._is_moot(question)

    def is_ready(self, question: Question) -> bool:
        """Tell whether a verdict can be given: a link waits for the spans it joins."""
        if not isinstance(question, LinkCase):
            return True
        return all(self._span_answer(self.cases[place]) for place in question.ends)

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is open, agreed cases included."""
        return not any(self.is_open(one) for one in (*self.cases, *self.questions))

    @property
    def open(self) -> list[Question]:
        """The differences that wait for a verdict."""
        return [one for one in self.questions if self.is_open(one)]

    @property
    def plain(self) -> list[Case]:
        """The open cases on which all agree but for trifles."""
        return [c for c in self.cases if (c.is_unanimous or c.is_trifle) and self.is_open(c)]

    def place(self, question: Question) -> tuple[int, int]:
        """Return where a question stands in the text."""
        case = self.cases[question.source] if isinstance(question, LinkCase) else question
        return case.start, case.end

    def _span_answer(self, case: Case) -> Span | Decision | None:
        for ref in case_refs(case):
            if ref in self.gold_of:
                return self.gold.spans[self.gold_of[ref]]
        return _decided(self.gold, case_refs(case), of_spans=True)

    def _link_answer(self, link: LinkCase) -> Relation | Decision | None:
        refs = set(link.refs)
        for relation in self.gold.relations.values():
            made = relation.provenance
            if made and relation.label == link.label and refs & set(made.from_layers):
                return relation
        return _decided(self.gold, link.refs, of_spans=False)

    def _is_moot(self, question: Question) -> bool:
        if not isinstance(question, LinkCase):
            return False
        if isinstance(self._span_answer(self.cases[question.source]), Decision):
            return True
        targets = question.ends - {question.source}
        answers = [self._span_answer(self.cases[place]) for place in targets]
        return all(isinstance(answer, Decision) for answer in answers)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An article in the queue of what to settle; `amount` is how much its open differences weigh."""

    article: ArticleId
    title: str
    amount: float
    open: int
    questions: int
    settled: bool


def review(ws: Project, article: ArticleId, names: Sequence[str] = ()) -> Review:
    """Put the finished layers of an article side by side; raise `UserError` below two."""
    layers = finished_layers(ws, article, names)
    if len(layers) < 2:
        raise UserError(f"Fewer than two people have finished the article {article}.")
    return _reviewed(ws.article(article), layers, ws.layer(LayerKey(article, None)))


def finished_layers(ws: Project, article: ArticleId, names: Sequence[str] = ()) -> dict[str, Layer]:
    """Return the finished layers of an article by name, of some people or of all."""
    found = {}
    for key in ws.layers(article):
        if key.annotator is not None and (not names or key.annotator in names):
            layer = ws.layer(key)
            if layer.status is Status.DONE:
                found[key.annotator] = layer
    return dict(sorted(found.items()))


def with_gold(found: Review, gold: Layer) -> Review:
    """Return the same review over another state of gold."""
    return Review(found.article, found.layers, gold, found.cases, found.links)


def to_settle(ws: Project) -> list[ArticleId]:
    """Return the articles that at least two people have finished, in import order."""
    return [one.id for one in finished_articles(ws.database).values() if one.finished > 1]


def review_row(ws: Project, article: ArticleId) -> ReviewRow:
    """Return how much there is to settle on an article."""
    found = review(ws, article)
    waiting = found.open
    weight = amount([one for one in waiting if isinstance(one, Case)])
    links = sum(isinstance(one, LinkCase) for one in waiting)
    title = found.article.title or str(article)
    settled = found.gold.status is Status.DONE and not waiting
    return ReviewRow(article, title, weight + links, len(waiting), len(found.questions), settled)


def review_queue(ws: Project) -> Iterator[ReviewRow]:
    """Yield the articles to settle, in import order."""
    for article in to_settle(ws):
        yield review_row(ws, article)


def by_amount(row: ReviewRow) -> tuple[bool, float]:
    """Sort key of the queue: what is open first, the most disagreement before the rest."""
    return (row.settled, -row.amount)


def shown_names(ws: Project, article: ArticleId, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return names in the order to show, each with what to call her: herself, or a number.

    Where adjudication is anonymous the order is shuffled anew for each article, always the same.
    """
    if not ws.setting(ANONYMOUS, default=False):
        return [(name, name) for name in names]
    shuffled = list(names)
    random.Random(f"{ws.setting(_SEED, 0)}:{article}").shuffle(shuffled)
    return [(name, str(number)) for number, name in enumerate(shuffled, 1)]


def case_refs(case: Case) -> tuple[SourceRef, ...]:
    """Return the spans of a case, by annotator."""
    return tuple(SourceRef(name, span.id) for name, span in case.spans.items() if span is not None)


def _reviewed(article: Article, layers: Mapping[str, Layer], gold: Layer) -> Review:
    found = cases(article.id, layers, article.text)
    return Review(article, layers, gold, found, tuple(_links(layers, found)))


def _links(layers: Mapping[str, Layer], found: Sequence[Case]) -> Iterator[LinkCase]:
    """Gather links by type and start; what entities say already is no link of its own."""
    places = {ref: place for place, case in enumerate(found) for ref in case_refs(case)}
    gathered: dict[tuple[int, str], dict[str, list[Relation]]] = {}
    for name, layer in layers.items():
        for relation in layer.relations.values():
            if not _follows_entities(layer, relation):
                source = places[SourceRef(name, relation.source)]
                gathered.setdefault((source, relation.label), {}).setdefault(name, []).append(
                    relation
                )
    for source, label in sorted(gathered):
        by_name = gathered[source, label]
        holders = [name for name, span in found[source].spans.items() if span is not None]
        yield LinkCase(
            label,
            source,
            {
                name: frozenset(places[SourceRef(name, r.target)] for r in by_name.get(name, ()))
                for name in holders
            },
            {name: tuple(by_name.get(name, ())) for name in holders},
        )


def _follows_entities(layer: Layer, relation: Relation) -> bool:
    one, other = layer.spans[relation.source].entity, layer.spans[relation.target].entity
    return relation.label == SAME_AS and one is not None and one == other


def _decided(gold: Layer, refs: Sequence[SourceRef], *, of_spans: bool) -> Decision | None:
    wanted = set(refs)
    for decision in gold.decisions.values():
        if (decision.start is not None) is of_spans and wanted & set(decision.from_layers):
            return decision
    return None
