"""The texts that break naive tools: to the letter as native JSONL, cleaned as plain text."""

import io
import json
from pathlib import Path

import pytest

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer, LayerKey, LayerState
from annotator.domain.span import Span, single
from annotator.formats import jsonl, text
from annotator.formats.records import ReadContext
from annotator.persian.clean import clean
from formats.conftest import SCHEME

ROWS = json.loads(
    (Path(__file__).parents[1] / "persian" / "data" / "pitfalls.json").read_text(encoding="utf-8")
)
TEXTS = {row["id"]: row["text"].encode("utf-16", "surrogatepass").decode("utf-16") for row in ROWS}
CONTEXT = ReadContext(SCHEME)


def through(article, layer):
    data = b"".join(jsonl.lines_of(article, [layer]))
    (found,) = jsonl.read(io.BytesIO(data), "f", CONTEXT)
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_native_jsonl_keeps_the_text_and_every_position_to_the_letter(name):
    words = TEXTS[name]
    article = Article(name, words)
    spans = {f"s{i}": Span(f"s{i}", "QUOTE", single(i, i + 1)) for i in range(len(words))}
    layer = Layer(LayerKey(name, "a"), LayerState(), spans)
    found = through(article, layer)

    if "\x00" in words:
        assert isinstance(found, Rejection)
        assert "NUL" in found.reason
    else:
        assert (found.article, found.layer, found.cleaning) == (article, layer, ())


@pytest.mark.parametrize("name", TEXTS)
def test_plain_text_is_changed_by_the_recorded_clean_up_alone(name):
    words = TEXTS[name]
    (found,) = text.read(io.BytesIO(words.encode()), f"{name}.txt", CONTEXT)

    assert found.article.text == clean(words).text
    # the mark at the beginning goes with the encoding
    assert dict(found.cleaning) == {k: n for k, n in clean(words).changes if k != "bom"}
    assert (found.article.text == words) == (not clean(words).changes)
