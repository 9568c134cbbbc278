"""Layers for the tests of agreement, written short."""

from collections.abc import Iterable, Mapping

from annotator.agreement.report import ArticleLayers, Measurement, Report, report
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Piece, Relation, Span


def span(start, end, label, *, key=None, attributes=None, entity=None, pieces=None) -> Span:
    """Make a span; `pieces` makes it split."""
    parts = tuple(Piece(*piece) for piece in pieces or [(start, end)])
    identity = key or f"{start}-{end}-{label}-{len(parts)}"
    return Span(
        SpanId(identity),
        label,
        parts,
        attributes=attributes or {},
        entity=EntityId(entity) if entity else None,
    )


def layer(
    spans: Iterable[Span | tuple[int, int, str]],
    relations: Iterable[tuple[str, str, str]] = (),
    status: Status = Status.DONE,
    annotator: str = "a",
) -> Layer:
    """Make a finished layer of spans and (type, source, target) relations."""
    made = [
        one if isinstance(one, Span) else span(*one, key=f"{place}")
        for place, one in enumerate(spans)
    ]
    links = [
        Relation(RelationId(f"r{place}"), kind, SpanId(source), SpanId(target))
        for place, (kind, source, target) in enumerate(relations)
    ]
    return Layer(
        LayerKey(ArticleId("x"), annotator),
        LayerState(status),
        {one.id: one for one in made},
        {one.id: one for one in links},
    )


def article(layers: Mapping[str, Iterable], *, length=100, key="x", text="") -> ArticleLayers:
    """Make an article of plain (start, end, label) triples, spans or ready layers."""
    made = {
        name: one if isinstance(one, Layer) else layer(one, annotator=name)
        for name, one in layers.items()
    }
    return ArticleLayers(key, len(text) or length, made, text)


def measured(*articles: ArticleLayers, **options) -> Report:
    """Report on articles by everybody in them, without intervals unless asked for."""
    names = sorted({name for one in articles for name in one.layers})
    options.setdefault("annotators", names)
    options.setdefault("resamples", 0)
    return report(articles, **options)


def measurement(*articles: ArticleLayers, **options) -> Measurement:
    """Give a measurement that has read these articles."""
    names = sorted({name for one in articles for name in one.layers})
    found = Measurement(names, **options)
    for one in articles:
        found.put(one)
    return found
