"""The loss report: what of these layers a format cannot hold, counted, with examples.

What each writer does to it is said in the wording, which every writer keeps to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.domain.article import Article
from annotator.domain.layer import Layer, Status
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.formats.flat import hidden
from annotator.formats.holds import Holds
from annotator.formats.records import IMPORTED, Labelled

EXAMPLES = 3
_SHOWN = 80
_MANUAL = "manual"

# in the order of a report: what is lost of spans and links first
WORDING = {
    "overlap": "spans share text with one kept before them and are left out",
    "no_token": "spans hold nothing but white space or what no token stands for and are left out",
    "edge_in_space": "spans lose white space at an edge, where no token ends",
    "unfit": "spans cannot be written and are left out",
    "split": "spans of several pieces become one span for each piece",
    "joined": "spans get two of their pieces joined, with only white space between them",
    "twins": "spans repeat the label and range of another and are left out",
    "relations": "relations are left out",
    "attributes": "spans lose their attributes",
    "attribute_names": "attributes have a name or value that is not kept to the letter",
    "entities": "spans lose the entity they refer to",
    "entity_details": "entities lose their kind or what else is known of them",
    "unmentioned_entities": "entities that no span refers to are left out",
    "notes": "notes on spans are left out",
    "note_lines": "notes of several lines are written as one line",
    "flags": "flags on spans are left out",
    "provenance": "gold spans lose what they were made from",
    "relation_provenance": "gold relations lose what they were made from",
    "decisions": "decisions without a gold item are left out",
    "overlap_setting": "layers have spans that share text: the other program must allow overlap",
    "several_layers": "further layers of an article are left out",
    "gold": "gold layers are not marked as gold",
    "annotators": "layers lose the name of their annotator",
    "status": "layers lose their status",
    "document": "layers lose the labels of the article as a whole",
    "layer_notes": "notes on articles are left out",
    "layer_flags": "flags on articles are left out",
    "scheme_refs": "layers lose the version of their scheme",
    "empty_layers": "layers without a span are left out",
    "bare_articles": "articles without a layer are left out",
    "exact_text": "articles lose their exact spacing",
    "text_changed": "articles hold characters that the format cannot, each replaced by a space",
    "text_cut": "articles are longer than a cell may be and are cut",
    "meta": "articles lose their metadata",
    "meta_keys": "metadata keys or values are not kept to the letter",
    "article_ids": "articles lose their id",
    "direction": "articles lose their own text direction",
    "origin": "spans lose where they came from (by hand, a suggestion, a model)",
    "times": "spans lose the times they were made and changed",
    "span_ids": "spans get other ids",
    "relation_ids": "relations get other ids",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One case of a loss: the article, whose layer (empty: gold or none), the words."""

    article: str
    annotator: str
    words: str

    def __str__(self) -> str:
        whose = f" ({self.annotator})" if self.annotator else ""
        return f"{self.article}{whose}: {self.words}" if self.words else f"{self.article}{whose}"


@dataclass(slots=True)
class Loss:
    """One kind of loss: how often, and the first cases."""

    kind: str
    count: int = 0
    examples: list[Example] = field(default_factory=list)

    def __str__(self) -> str:
        shown = "; ".join(map(str, self.examples))
        return f"{self.count} {WORDING[self.kind]} ({shown})"


@dataclass(slots=True)
class LossReport:
    """All that would not survive, and how much there was to write."""

    articles: int = 0
    layers: int = 0
    spans: int = 0
    found: dict[str, Loss] = field(default_factory=dict)

    @property
    def losses(self) -> list[Loss]:
        """The losses, those of spans and links first."""
        order = list(WORDING)
        return sorted(self.found.values(), key=lambda loss: order.index(loss.kind))

    @property
    def is_empty(self) -> bool:
        """Tell whether everything survives."""
        return not self.found

    def lines(self) -> list[str]:
        """Return a sentence for each loss."""
        return [str(loss) for loss in self.losses]

    def add(self, kind: str, article: Article, layer: Layer | None, words: str) -> None:
        """Count one case."""
        loss = self.found.setdefault(kind, Loss(kind))
        loss.count += 1
        if len(loss.examples) < EXAMPLES:
            whose = (layer.key.annotator or "") if layer else ""
            short = " ".join(words.split())
            short = short if len(short) <= _SHOWN else short[: _SHOWN - 1] + "…"
            loss.examples.append(Example(article.id, whose, short))


def losses(labelled: Iterable[Labelled], scheme: Scheme, holds: Holds) -> LossReport:
    """Count what a format with these abilities loses of articles and layers; one pass."""
    report = LossReport()
    for _ in counted(labelled, scheme, holds, report):
        pass
    return report


def counted(
    labelled: Iterable[Labelled], scheme: Scheme, holds: Holds, report: LossReport
) -> Iterator[Labelled]:
    """Hand articles and layers on to a writer, and count into a report what each loses."""
    for article, layers in labelled:
        begun = [layer for layer in layers if layer.state is not None]
        report.articles += 1
        _article_losses(report, article, begun, scheme, holds)
        written = begun if holds.several_layers else begun[:1]
        for layer in written:
            report.layers += 1
            report.spans += len(layer.spans)
            for kind, words in _layer_losses(article, layer, holds):
                report.add(kind, article, layer, words)
        yield article, layers


def _article_losses(
    report: LossReport, article: Article, layers: list[Layer], scheme: Scheme, holds: Holds
) -> None:
    lost = (
        ("article_ids", not holds.article_ids),
        ("exact_text", not holds.exact_text),
        ("meta", not holds.meta and bool(article.meta)),
        ("direction", not holds.direction and article.direction != scheme.direction),
        ("bare_articles", not holds.bare_articles and not layers),
    )
    for kind, is_lost in lost:
        if is_lost:
            report.add(kind, article, None, article.title)
    if not holds.several_layers:
        for layer in layers[1:]:
            report.add("several_layers", article, layer, "")


def _layer_losses(article: Article, layer: Layer, holds: Holds) -> Iterator[tuple[str, str]]:
    yield from _state_losses(article, layer, holds)
    out = hidden(layer.spans.values(), holds.overlaps)
    for span in out:
        yield "overlap", span.quoted(article.text)
    left_out = {span.id for span in out}
    for span in layer.index:
        if span.id not in left_out:
            for kind in _span_losses(span, holds):
                yield kind, span.quoted(article.text)
    yield from _link_losses(article, layer, holds)
    if holds.own is not None:
        yield from holds.own(article, layer)


def _state_losses(article: Article, layer: Layer, holds: Holds) -> Iterator[tuple[str, str]]:
    state = layer.state
    assert state is not None
    lost = (
        ("annotators", layer.key.annotator not in {None, IMPORTED}),
        ("gold", layer.key.is_gold),
        ("status", state.status is not (Status.NEW if layer.is_empty else Status.STARTED)),
        ("document", bool(state.document)),
        ("layer_notes", bool(state.note)),
        ("layer_flags", state.flag),
        ("scheme_refs", state.scheme is not None),
    )
    for kind, there in lost:
        if there and not getattr(holds, kind):
            yield kind, state.note if kind == "layer_notes" else ""
    if not holds.decisions:
        for decision in layer.decisions.values():
            yield "decisions", article.text[decision.start or 0 : decision.end or 0]


def _span_losses(span: Span, holds: Holds) -> Iterator[str]:
    if not holds.split and span.is_split:
        yield "split"
    if not holds.attributes and span.attributes:
        yield "attributes"
    if not holds.entities and span.entity:
        yield "entities"
    if not holds.notes and span.note:
        yield "notes"
    if not holds.flags and span.flag:
        yield "flags"
    if not holds.provenance and span.provenance:
        yield "provenance"
    if not holds.times and (span.created or span.modified):
        yield "times"
    if not holds.origin and span.origin not in {_MANUAL, IMPORTED}:
        yield "origin"
    if not holds.span_ids:
        yield "span_ids"


def _link_losses(article: Article, layer: Layer, holds: Holds) -> Iterator[tuple[str, str]]:
    for relation in layer.relations.values():
        words = layer.spans[relation.source].quoted(article.text)
        if not holds.relations:
            yield "relations", f"{relation.label}: {words}"
            continue
        if not holds.relation_ids:
            yield "relation_ids", relation.label
        if relation.provenance and not holds.relation_provenance:
            yield "relation_provenance", relation.label
    mentioned = {span.entity for span in layer.spans.values()}
    for entity in layer.entities.values():
        if entity.id not in mentioned and not holds.unmentioned_entities:
            yield "unmentioned_entities", entity.name
        elif holds.entities and not holds.entity_details and (entity.kind or entity.extra):
            yield "entity_details", entity.name
