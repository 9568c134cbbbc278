"""Articles and layers for tests of formats: a strategy for all of them, and what must come back.

`expected` says in plain values what a format with given abilities gives back; it is slow and
obvious, and shares no code with the formats.
"""

import io
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from hypothesis import strategies as st

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Decision, Layer, LayerKey, LayerState, SchemeRef, Status
from annotator.domain.scheme_file import parse_text
from annotator.domain.span import Entity, Provenance, Relation, SourceRef, Span, merge_pieces
from annotator.formats.records import ReadContext

ROOT = Path(__file__).resolve().parents[2]
SCHEME = parse_text(
    (ROOT / "resources/schemes/fa-news-attribution.json").read_text(encoding="utf-8")
)
CONTEXT = ReadContext(SCHEME)
LETTERS = "ابپگیآئ\u200c\u064bAbz019۷«».،؟:#_-\\|[]*;'=\"<&>\U0001f5de\ufe0f\U0001f468\u200d"
SPACES = " \n\t\u00a0"
PLAIN = st.text(st.sampled_from(LETTERS + SPACES), min_size=1, max_size=60)
WORDS = st.text(st.sampled_from(LETTERS + " "), min_size=1, max_size=12).map(str.strip).filter(bool)
LINES = st.lists(WORDS, min_size=1, max_size=5).map("\n".join)
NAMES = st.sampled_from(["a1", "b2", "سارا", "x_y"])
IDS = st.text(st.sampled_from("abc019.-_/ب:%"), min_size=1, max_size=6)
LABELS = ["SPEAKER", "QUOTE", "AGREEMENT", "TOPIC", "CUE"]
ATTRIBUTES = st.sampled_from(
    [
        {},
        {"type": "direct"},
        {"type": "odd value", "own": ""},
        {"mention": "name_title", "kind": "person"},
        {"listed": ("one", "دو")},
        {"single": ("one",), "type": "indirect"},
    ]
)
TIMES = st.sampled_from(["", "2026-11-23T08:00:00Z"])
MADE = Provenance((SourceRef("a1", "s1"), SourceRef("b2", "x")), "merged", "چون", "lead")


@st.composite
def pieces(draw, length):
    cuts = draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True))
    cuts = sorted(cuts)[: len(cuts) // 2 * 2]
    return merge_pieces(zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def spans(draw, identity, length, *, gold):
    return Span(
        identity,
        draw(st.sampled_from(LABELS)),
        draw(pieces(length)),
        draw(ATTRIBUTES),
        draw(st.sampled_from([None, "e1", "e2"])),
        draw(st.just("") | WORDS),
        draw(st.booleans()),
        draw(st.sampled_from(["manual", "imported", "prediction", "rule:verb"])),
        draw(TIMES),
        draw(TIMES),
        draw(st.sampled_from([None, MADE])) if gold else None,
    )


@st.composite
def layers(draw, article):
    annotator = draw(st.none() | NAMES)
    gold = annotator is None
    ids = draw(st.lists(st.sampled_from(["s1", "s2", "7", "T4", "x-y"]), unique=True, max_size=5))
    found = {}
    for one in ids:
        span = draw(spans(one, len(article.text), gold=gold))
        if not any(
            o.label == span.label and set(o.pieces) & set(span.pieces) for o in found.values()
        ):
            found[one] = span
    relations = {}
    for number in range(draw(st.integers(0, 3)) if len(found) > 1 else 0):
        ends = draw(st.lists(st.sampled_from(sorted(found)), min_size=2, max_size=2, unique=True))
        label = draw(st.sampled_from(["SAID_BY", "SAME_AS"]))
        if all((r.label, r.source, r.target) != (label, *ends) for r in relations.values()):
            relations[f"r{number}"] = Relation(f"r{number}", label, *ends, MADE if gold else None)
    entities = {
        "e1": Entity("e1", "نام یک", draw(st.sampled_from(["", "person"])), {}),
        "e2": Entity("e2", "Name two", "", draw(st.sampled_from([{}, {"wikidata": "Q1"}]))),
    }
    state = LayerState(
        draw(st.sampled_from(list(Status))),
        draw(st.sampled_from([{}, {"genre": "news", "topics": ("a", "b")}])),
        draw(st.just("") | WORDS),
        draw(st.booleans()),
        draw(st.sampled_from([None, SchemeRef("fa-news-attribution", 1)])),
    )
    decisions = {"d1": Decision("d1", "both_wrong", MADE.from_layers, "", "lead", 0, 1)}
    return Layer(
        LayerKey(article.id, annotator),
        state,
        found,
        relations,
        entities,
        decisions if gold and draw(st.booleans()) else {},
    )


@st.composite
def articles(draw, identity, text=PLAIN):
    meta = st.sampled_from(
        [
            {},
            {"title": "تیتر", "n": 3},
            {"id": "x", "label": ["y"], "meta.z": None, "deep": {"a": [1.5]}},
        ]
    )
    words = draw(text)
    direction = draw(st.sampled_from(["rtl", "ltr"]))
    return Article(
        identity, words, {k: v for k, v in draw(meta).items() if v is not None}, direction
    )


@st.composite
def labelled(draw, text=PLAIN, most=3):
    found = []
    for identity in draw(st.lists(IDS, min_size=1, max_size=most, unique=True)):
        article = draw(articles(identity, text))
        mine = draw(st.lists(layers(article), max_size=3, unique_by=lambda layer: layer.key))
        found.append((article, mine))
    return found


def difference(back, wanted):
    """Return the first record that differs, short: pytest's own diff of these takes seconds."""
    for mine, theirs in zip_longest(plain(back), plain(wanted)):
        if mine != theirs:
            return f"came back:\n{mine}\nwanted:\n{theirs}"
    return ""


def read_back(read, data, context=CONTEXT):
    """Read bytes; fail on any rejection."""
    records = list(read(io.BytesIO(data), "file", context))
    rejected = [str(one) for one in records if isinstance(one, Rejection)]
    assert not rejected, rejected[:3]
    return records


def plain(records):
    """Return what records hold in plain values: article, then its layer or None."""
    return sorted((_plain_one(r.article, r.layer) for r in records), key=repr)


def _plain_one(article, layer):
    head = (article.id, article.text, article.direction, _frozen(article.meta))
    return (head, None if layer is None else _plain_layer(layer))


def _plain_layer(layer):
    ordered = sorted(layer.spans.values(), key=lambda s: (s.pieces, s.label))
    number = {span.id: place for place, span in enumerate(ordered)}
    return (
        layer.key.annotator,
        _frozen(layer.state),
        [(number[s.id], _frozen(s)) for s in ordered],
        sorted(
            (number[r.source], number[r.target], r.label, _frozen(r))
            for r in layer.relations.values()
        ),
        sorted(_frozen(e) for e in layer.entities.values()),
        sorted(_frozen(d) for d in layer.decisions.values()),
    )


def _frozen(value):
    if isinstance(value, dict):
        return repr(sorted((k, _frozen(v)) for k, v in value.items()))
    if isinstance(value, Span):
        shown = {s: getattr(value, s) for s in Span.__slots__ if s != "attributes"}
        return repr([*shown.items(), _frozen(dict(value.attributes))])
    if isinstance(value, Entity):
        return repr((value.id, value.name, value.kind, _frozen(dict(value.extra))))
    if isinstance(value, LayerState):
        return repr(
            (value.status, _frozen(dict(value.document)), value.note, value.flag, value.scheme)
        )
    return repr(value)


def renamed(records):
    """Return records with ids of spans and relations replaced by their places."""
    return [replace(r, layer=_renamed(r.layer)) if r.layer else r for r in records]


def _renamed(layer):
    ordered = sorted(layer.spans.values(), key=lambda s: (s.pieces, s.label))
    names = {span.id: f"s{n}" for n, span in enumerate(ordered)}
    linked = sorted(
        layer.relations.values(), key=lambda r: (names[r.source], names[r.target], r.label)
    )
    return replace(
        layer,
        spans={names[s.id]: replace(s, id=names[s.id]) for s in ordered},
        relations={
            f"r{n}": Relation(f"r{n}", r.label, names[r.source], names[r.target], r.provenance)
            for n, r in enumerate(linked)
        },
    )
