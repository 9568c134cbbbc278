"""What must come back from a format, by what it says that it holds; slow and obvious."""

from dataclasses import replace

from annotator.domain.article import Article, id_from_text
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Entity, Relation
from annotator.formats.flat import hidden
from annotator.formats.records import IMPORTED, Record
from formats.labelled import SCHEME

SETTINGS = {("overlap_setting", "")}


def without_own_losses(data, holds):
    """Return the data without the spans that a format cannot write for what they stand on."""
    if holds.own is None:
        return data
    return [(a, [_without_own(a, layer, holds) for layer in layers]) for a, layers in data]


def _without_own(article, layer, holds):
    fine = {
        s.id: s
        for s in layer.spans.values()
        if not set(holds.own(article, replace(layer, spans={s.id: s}, relations={}))) - SETTINGS
    }
    linked = {i: r for i, r in layer.relations.items() if r.source in fine and r.target in fine}
    return replace(layer, spans=fine, relations=linked)


def expected(data, holds):
    """Return the records that reading gives back."""
    found = []
    for article, layers in data:
        mine = _article(article, holds)
        kept = layers if holds.several_layers else layers[:1]
        if not kept and holds.bare_articles:
            found.append(Record("file", None, mine))
        found += [Record("file", None, mine, _layer(layer, mine, holds)) for layer in kept]
    return found


def _article(article, holds):
    return Article(
        article.id if holds.article_ids else id_from_text(article.text),
        article.text,
        dict(article.meta) if holds.meta else {},
        article.direction if holds.direction else SCHEME.direction,
    )


def _layer(layer, article, holds):
    whose = layer.key.annotator if holds.annotators else IMPORTED
    if layer.key.is_gold:
        whose = None if holds.gold else IMPORTED
    gone = {span.id for span in hidden(layer.spans.values(), holds.overlaps)}
    spans = [s for span in layer.spans.values() if span.id not in gone for s in _span(span, holds)]
    known = {span.id for span in spans}
    relations = [_relation(r, holds) for r in layer.relations.values() if holds.relations]
    mentioned = {span.entity for span in spans}
    entities = [
        _entity(e, holds)
        for e in layer.entities.values()
        if (holds.entities and e.id in mentioned) or holds.unmentioned_entities
    ]
    made = Layer(
        LayerKey(article.id, whose),
        None,
        {s.id: s for s in spans},
        {r.id: r for r in relations if r.source in known and r.target in known},
        {e.id: e for e in entities},
        dict(layer.decisions) if holds.decisions else {},
    )
    layer_state = _state(layer.state, made, holds)
    if (
        whose == IMPORTED
        and layer_state in (LayerState(), LayerState(Status.NEW))
        and made.is_empty
    ):
        return None
    return replace(made, state=layer_state)


def _state(state, layer, holds):
    begun = Status.NEW if layer.is_empty else Status.STARTED
    return LayerState(
        state.status if holds.status else begun,
        dict(state.document) if holds.document else {},
        state.note if holds.layer_notes else "",
        state.flag if holds.layer_flags else False,
        state.scheme if holds.scheme_refs else None,
    )


def _span(span, holds):
    kept = replace(
        span,
        attributes=span.attributes if holds.attributes else {},
        entity=span.entity if holds.entities else None,
        note=span.note if holds.notes else "",
        flag=span.flag if holds.flags else False,
        origin=(span.origin if holds.origin else IMPORTED) or IMPORTED,
        created=span.created if holds.times else "",
        modified=span.modified if holds.times else "",
        provenance=span.provenance if holds.provenance else None,
    )
    if holds.split or not span.is_split:
        return [kept]
    first = replace(kept, pieces=span.pieces[:1])
    bare = replace(
        kept,
        attributes={},
        entity=None,
        note="",
        flag=False,
        created="",
        modified="",
        provenance=None,
        origin=IMPORTED,
    )
    return [first] + [
        replace(bare, id=f"{span.id}/{n}", pieces=(piece,))
        for n, piece in enumerate(span.pieces[1:])
    ]


def _relation(relation, holds):
    made = relation.provenance if holds.relation_provenance else None
    return Relation(relation.id, relation.label, relation.source, relation.target, made)


def _entity(entity, holds):
    return entity if holds.entity_details else Entity(entity.id, entity.name)
