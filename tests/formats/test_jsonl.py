"""Native JSONL: what is read, what is written, and that the one is the other."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Article, id_from_text
from annotator.domain.errors import Rejection
from annotator.domain.layer import Decision, Layer, LayerKey, LayerState, SchemeRef, Status
from annotator.domain.span import Entity, Piece, Provenance, Relation, SourceRef, Span, single
from annotator.formats import jsonl
from annotator.formats.records import ReadContext
from formats.conftest import SCHEME, TEXT, accepted, line, span

GOLDEN = Path(__file__).parent / "golden"


def write(*articles) -> bytes:
    return b"".join(jsonl.write(articles, SCHEME))


def read(data: bytes, context=None):
    return list(jsonl.read(io.BytesIO(data), "f", context or ReadContext(SCHEME)))


# ── reading ──────────────────────────────────────────────────────────────────────────────────


def test_a_text_alone_is_an_article_without_a_layer():
    found = accepted(json.dumps({"text": TEXT}).encode())

    assert found.article == Article(id_from_text(TEXT), TEXT, {}, "rtl")
    assert (found.layer, found.own_id) == (None, False)


def test_an_empty_line_of_an_export_is_an_article_without_a_layer():
    assert accepted(line(annotator=None, spans=[], relations=[], entities=[])).layer is None


def test_a_layer_that_names_nobody_is_the_wanted_persons():
    data = line(annotator=None, spans=[span()])

    assert accepted(data).layer.key == LayerKey("a", "imported")
    assert accepted(data, ReadContext(SCHEME, annotator="علی")).layer.key.annotator == "علی"


@pytest.mark.parametrize(
    "fields, wanted, status",
    [
        ({}, None, Status.NEW),
        ({"spans": [span()]}, None, Status.STARTED),
        ({"spans": [span()]}, Status.DONE, Status.DONE),
        ({"status": "skipped"}, Status.DONE, Status.SKIPPED),
    ],
)
def test_a_status_is_as_named_else_as_wanted_else_by_content(fields, wanted, status):
    assert accepted(line(**fields), ReadContext(SCHEME, status=wanted)).layer.status is status


def test_null_is_the_same_as_missing():
    nulls = dict.fromkeys(
        ("attributes", "entity", "note", "flag", "origin", "created", "modified", "text")
    )
    with_nulls = accepted(
        json.dumps(
            {"text": TEXT, "annotator": "x", "meta": None, "spans": [span() | nulls]}
        ).encode()
    )
    without = accepted(line(id=None, annotator="x", spans=[span()]))

    assert with_nulls.layer == without.layer


def test_items_without_ids_get_the_same_ones_at_each_import():
    one = {"label": "QUOTE", "start": 0, "end": 2}
    found = accepted(line(spans=[one, span(id="s1"), one]))

    assert list(found.layer.spans) == ["s2", "s1", "s3"]


def test_unknown_attributes_and_values_are_kept():
    found = accepted(line(spans=[span(attributes={"x": "y", "z": ["1", "2"]})]))

    assert found.layer.spans["s"].attributes == {"x": "y", "z": ("1", "2")}


def test_unknown_metadata_is_kept_and_what_has_no_place_joins_it():
    found = accepted(line(meta={"title": "ت", "x": {"y": [1]}}, source="ایرنا", title="دیگر"))

    assert found.article.meta == {"title": "ت", "x": {"y": [1]}, "source": "ایرنا"}
    assert found.notices == (("kept_in_meta:source", 1), ("ignored:title", 1))


def test_what_a_span_cannot_hold_is_told():
    found = accepted(line(spans=[span(token_start=1), span(5, 8, id="t", token_start=2)]))

    assert found.notices == (("ignored:token_start", 2),)


@pytest.mark.parametrize(
    "attributes, entity, entities, wanted",
    [
        ({"who": "e1"}, None, [{"id": "e1", "name": "x"}], ("e1", {})),
        ({"who": "سارا"}, None, [{"id": "e1", "name": "سارا"}], ("e1", {})),
        ({"who": "سارا"}, None, [], ("سارا", {})),
        ({"who": "e1"}, "e1", [], ("e1", {})),
        ({"who": "e1"}, "e2", [], ("e2", {"who": "e1"})),
        ({"who": ["e1", "e2"]}, None, [], (None, {"who": ("e1", "e2")})),
    ],
)
def test_an_entity_among_the_attributes_goes_to_its_place_where_nothing_is_lost(
    attributes, entity, entities, wanted
):
    item = span(attributes=attributes, **({"entity": entity} if entity else {}))
    layer = accepted(line(spans=[item], entities=entities)).layer

    assert (layer.spans["s"].entity, layer.spans["s"].attributes) == wanted
    assert wanted[0] in {*layer.entities, entity, None}


def test_an_entity_that_the_line_does_not_list_is_kept_on_its_span():
    assert accepted(line(spans=[span(entity="e9")])).layer.spans["s"].entity == "e9"


def test_a_piece_alone_is_a_span_that_is_not_split():
    assert accepted(line(spans=[span(pieces=[[0, 4]])])).layer.spans["s"].pieces == single(0, 4)


def test_the_words_of_a_split_span_are_joined_by_a_space():
    item = span(0, 8, pieces=[[0, 4], [5, 8]], text="وزیر گفت")

    assert accepted(line(spans=[item])).layer.spans["s"].is_split


def test_a_gold_line_says_where_its_items_come_from():
    refs = [{"annotator": "a1", "id": "s"}, {"annotator": "a2", "id": "t"}]
    made = {"from_layers": refs, "verdict": "merged", "reason": "ر", "decided_by": "lead"}
    decision = {"id": "d", "start": 0, "end": 2, "verdict": "both_wrong", "decided_by": "l2"}
    found = accepted(line(annotator=None, gold=True, spans=[span(**made)], decisions=[decision]))

    assert found.layer.key == LayerKey("a", None)
    assert found.layer.spans["s"].provenance == Provenance(
        (SourceRef("a1", "s"), SourceRef("a2", "t")), "merged", "ر", "lead"
    )
    assert found.layer.decisions["d"].verdict == "both_wrong"


# ── writing ──────────────────────────────────────────────────────────────────────────────────


def layer_of(article: Article, annotator, **tables) -> Layer:
    made = {
        name: {item.id: item for item in items} for name, items in tables.items() if name != "state"
    }
    state = tables.get("state", LayerState(Status.STARTED))
    return Layer(LayerKey(article.id, annotator), state, **made)


def everything() -> list:
    text = "🚀 وزیر گفت: «می‌رویم» و «می‌آییم». IAEA!"
    article = Article("خبر-۱", text, {"zebra": 1, "title": "عنوان", "apple": [2]})
    sara = layer_of(
        article,
        "سارا",
        state=LayerState(
            Status.DONE, {"topics": ("b", "a")}, "یادداشت", True, SchemeRef("small", 3)
        ),
        spans=[
            Span("q", "QUOTE", (Piece(12, 20), Piece(24, 32)), {"z": "1", "a": ("x",)}, note="؟"),
            Span(
                "w", "SPEAKER", single(2, 6), entity="e1", flag=True, created="2026-11-23T08:00:00Z"
            ),
            Span("long", "QUOTE", single(2, 10)),
        ],
        relations=[Relation("r2", "SAID_BY", "q", "w"), Relation("r1", "SAID_BY", "long", "w")],
        entities=[Entity("e10", "ب"), Entity("e1", "وزیر", "person", {"wikidata": "Q1"})],
    )
    gold = layer_of(
        article,
        None,
        spans=[
            Span(
                "g", "QUOTE", single(12, 20), provenance=Provenance((SourceRef("سارا", "q"),), "a")
            )
        ],
        decisions=[Decision("d", "unclear", (SourceRef("سارا", "w"),), "چرا", "lead", 2, 6)],
    )
    return [(article, [gold, sara]), (Article("empty", "متن"), [])]


@pytest.mark.parametrize("name, articles", [("everything.jsonl", everything())])
def test_the_bytes_of_an_export_are_those_of_the_golden_file(name, articles):
    assert write(*articles) == (GOLDEN / name).read_bytes()


def test_the_same_content_is_the_same_bytes_in_whatever_order_it_is_held():
    (article, (gold, sara)), _ = everything()
    turned = Layer(
        sara.key,
        sara.state,
        *(dict(reversed(t.items())) for t in (sara.spans, sara.relations, sara.entities)),
    )
    meta = dict(reversed(article.meta.items()))
    other = Article(article.id, article.text, meta)

    assert write((other, [turned, gold])) == write((article, [gold, sara]))


def test_spans_stand_by_start_then_longest_first():
    record = json.loads(write(everything()[0]).splitlines()[0])

    assert [item["id"] for item in record["spans"]] == ["long", "w", "q"]


def test_a_layer_nobody_has_begun_is_not_written():
    article = Article("a", TEXT)
    record = json.loads(write((article, [Layer(LayerKey("a", "sara"))])))

    assert "annotator" not in record
    assert (record["spans"], record["relations"], record["entities"]) == ([], [], [])


def test_numbers_beyond_64_bits_are_written_as_they_are():
    article = Article("a", TEXT, {"n": 2**80})

    assert read(write((article, [])))[0].article.meta == {"n": 2**80}


# ── both ─────────────────────────────────────────────────────────────────────────────────────

letters = st.sampled_from(
    [*"وزیرگفت «»،.", "\u200c", "\u064e", "🚀", "👩\u200d💻", "ab", "\n", "\r\n"]
)
texts = st.lists(letters, min_size=1, max_size=30).map("".join)
names = st.text("sابt۱\u200c- ", min_size=1, max_size=6).filter(lambda s: s.strip() == s)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
values = words | st.lists(words, max_size=2).map(tuple)
attributes = st.dictionaries(names, values, max_size=3)


@st.composite
def pieces(draw, text):
    count = 2 * draw(st.integers(1, 3))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=count)))
    cuts = cuts[: len(cuts) // 2 * 2]
    return tuple(Piece(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def provenances(draw):
    refs = draw(st.lists(st.builds(SourceRef, names, names), max_size=2))
    return draw(st.none() | st.just(Provenance(tuple(refs), draw(words), draw(words), draw(names))))


@st.composite
def layers(draw, article, annotator):
    ids = draw(st.lists(names, unique=True, max_size=5))
    spans = [
        Span(
            identity,
            draw(st.sampled_from(["QUOTE", "SPEAKER"])),
            draw(pieces(article.text)),
            draw(attributes.map(lambda found: {k: v for k, v in found.items() if k != "who"})),
            draw(st.none() | names),
            draw(words),
            draw(st.booleans()),
            draw(st.sampled_from(["manual", "rule:x"])),
            draw(st.sampled_from(["", "2026-11-23T08:00:00Z"])),
            "",
            draw(provenances()),
        )
        for identity in ids
    ]
    ends = st.sampled_from(ids) if ids else st.nothing()
    relations = draw(
        st.lists(
            st.builds(Relation, names, st.just("SAID_BY"), ends, ends, provenances()),
            max_size=3 if ids else 0,
            unique_by=lambda relation: relation.id,
        )
    )
    entities = draw(
        st.lists(st.builds(Entity, names, words, words), max_size=3, unique_by=lambda e: e.id)
    )
    state = LayerState(
        draw(st.sampled_from(Status)),
        draw(attributes),
        draw(words),
        draw(st.booleans()),
        draw(st.none() | st.builds(SchemeRef, names, st.integers(1, 9))),
    )
    return layer_of(
        article, annotator, state=state, spans=spans, relations=relations, entities=entities
    )


@st.composite
def labelled(draw):
    meta = draw(st.dictionaries(words, words | st.integers() | st.lists(words), max_size=3))
    article = Article(draw(names), draw(texts), meta, draw(st.sampled_from(["rtl", "ltr"])))
    who = draw(st.lists(names, unique=True, max_size=2))
    return article, [draw(layers(article, name)) for name in (*who, None)]


@given(labelled())
def test_what_is_written_is_read_as_the_same_and_written_as_the_same(one):
    article, given_layers = one
    data = write(one)
    found = read(data)

    assert not [str(record) for record in found if isinstance(record, Rejection)]
    assert all(record.article == article for record in found)
    assert {r.layer.key: r.layer for r in found} == {layer.key: layer for layer in given_layers}
    assert write((article, [record.layer for record in found])) == data


@given(labelled(), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_the_same_json_written_by_another_program_is_read_as_the_same(one, ascii_only, indent):
    spaced = [
        json.dumps(json.loads(each), ensure_ascii=ascii_only, indent=indent).replace("\n", " ")
        for each in write(one).splitlines()
    ]

    assert [r.layer for r in read("\n".join(spaced).encode())] == [
        r.layer for r in read(write(one))
    ]


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_whatever_make_the_reader_fail(data):
    for found in read(data):
        assert isinstance(found, Rejection) or found.article.text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "label", "start", "end", "pieces", "text", "from", "to", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from([*jsonl.LINE_KEYS, "other"]), json_values, max_size=8).map(
        lambda fields: fields | {"text": TEXT}
    )
)
def test_no_values_whatever_make_the_reader_fail(fields):
    for found in read(json.dumps(fields).encode()):
        assert isinstance(found, Rejection) or found.article.text == TEXT
