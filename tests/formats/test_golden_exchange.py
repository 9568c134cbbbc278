"""The formats of other programs to the byte; `python tests/formats/test_golden_exchange.py` renews.

Archives stand as the texts of their members. The text has a character beyond the basic plane, a
half-space, a split quote, a nested agreement, relations, attributes, an entity, a note.
"""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from annotator.domain.article import Article
from annotator.domain.layer import Layer, LayerKey, LayerState, SchemeRef, Status
from annotator.domain.span import Entity, Piece, Relation, Span, single
from annotator.formats.registry import FORMATS, find
from formats.labelled import SCHEME

FOLDER = Path(__file__).parent / "golden" / "exchange"
TEXT = "📰 «پیمان بسته شد»، مدیر بندر گفت، «و فردا آغاز می‌شود».\nبندر لنگه"
BINARY = {"parquet", "spacy", "spans-xlsx", "who-said-what-xlsx"}
NAMES = [
    one.name
    for one in FORMATS
    if one.writes and one.name not in {"jsonl", "scheme", *BINARY} and one.declares is not None
] + ["label-studio-config", "who-said-what"]


def layer(annotator):
    quote = Span(
        "q1",
        "QUOTE",
        (Piece(2, 17), Piece(34, 54)),
        {"type": "direct", "marking": "guillemets"},
        note="دو پاره",
        flag=True,
        created="2026-11-23T08:00:00Z",
        modified="2026-11-23T08:00:00Z",
    )
    spans = [
        quote,
        Span("a1", "AGREEMENT", single(3, 8), {"parties": ("بندر", "شهر")}),
        Span("s1", "SPEAKER", single(19, 28), {"mention": "title"}, entity="e1"),
        Span("c1", "CUE", single(29, 32)),
    ]
    relations = [Relation("r1", "SAID_BY", "q1", "s1"), Relation("r2", "ABOUT", "q1", "a1")]
    state = LayerState(Status.DONE, {"genre": "news"}, "یادداشت", scheme=SchemeRef(SCHEME.id, 1))
    return Layer(
        LayerKey("n1", annotator),
        state,
        {span.id: span for span in spans},
        {relation.id: relation for relation in relations},
        {"e1": Entity("e1", "مدیر بندر لنگه", "person")},
    )


DATA = [
    (Article("n1", TEXT, {"title": "پیمان", "url": "https://example.org/1"}), [layer("a1")]),
    (Article("n2", "=SUM(A1)؛ هنوز کسی نخوانده است."), []),
]


def shown(name):
    """Return what an export holds as text."""
    data = b"".join(find(name).write(DATA, SCHEME))
    if not data.startswith(b"PK"):
        return data.decode()
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = (f"=== {one}\n{archive.read(one).decode()}\n" for one in archive.namelist())
    return "".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_an_export_is_the_golden_one_to_the_byte(name):
    assert shown(name).encode() == (FOLDER / f"{name}.txt").read_bytes()


def test_the_words_of_the_golden_text_are_where_they_are_said_to_be():
    found = layer("a1").spans
    assert found["q1"].quoted(TEXT) == "«پیمان بسته شد» «و فردا آغاز می‌شود»"
    assert [found[i].quoted(TEXT) for i in ("a1", "s1", "c1")] == ["پیمان", "مدیر بندر", "گفت"]


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in NAMES:
        (FOLDER / f"{one}.txt").write_bytes(shown(one).encode())
    sys.stdout.write(f"{len(NAMES)} files\n")
