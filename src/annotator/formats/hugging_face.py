"""Rows for token classification as the Hugging Face libraries read them: JSONL, and Parquet.

A row is an article and layer: `tokens`, `ner_tags` with the outer spans, and a column of tags for
each label, so that spans of different labels may share text. Beside them stand the text and where
each token begins and ends, which make the row exact. In Parquet, tags are numbers whose names the
file declares; that needs the optional extra `parquet` (pyarrow).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection, UserError
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json, Span
from annotator.formats import fields
from annotator.formats.conll import spans_of
from annotator.formats.fields import BadField
from annotator.formats.flat import Flat, flat_by_label
from annotator.formats.foreign import Draft, Object, Taker, json_bytes, json_line, single_layers
from annotator.formats.holds import Holds, Overlaps, Unit
from annotator.formats.object_lines import object_lines
from annotator.formats.records import Labelled, ReadContext, Record
from annotator.formats.tokens import OUTSIDE, Tokens, iob2, token_losses, tokens_for

MAIN = "ner_tags"
_SUFFIX = "_tags"
_GOLD = "gold"
_BATCH = 500
_PART = 1024 * 1024


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    kept = {s.id for flat in flat_by_label(layer.spans.values()).values() for s in flat.kept}
    yield from token_losses(article, layer, kept)


HOLDS = Holds(
    Unit.TOKEN,
    Overlaps.OTHER_LABEL,
    article_ids=True,
    exact_text=True,
    bare_articles=True,
    annotators=True,
    several_layers=True,
    gold=True,
    status=True,
    own=_own_losses,
)


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield rows as JSONL; tags are names."""
    labels = _labels(scheme)
    for article, layer in single_layers(articles):
        yield json_line(_row(article, layer, labels))


def _labels(scheme: Scheme) -> list[str]:
    return [label.id for label in scheme.labels]


def _row(article: Article, layer: Layer | None, labels: list[str]) -> Object:
    spans = layer.index.ordered if layer else []
    tokens = tokens_for(article.text, spans)
    by_label = flat_by_label(spans)
    row: Object = {
        "id": article.id if layer is None else f"{article.id}/{layer.key.annotator or _GOLD}",
        "document_id": article.id,
        "annotator": (layer.key.annotator or "") if layer else "",
        _GOLD: layer is not None and layer.key.is_gold,
        "status": str(layer.status) if layer else "",
        "text": article.text,
        "tokens": tokens.words(),
        "starts": [token.start for token in tokens],
        "ends": [token.end for token in tokens],
        MAIN: _tags(tokens, spans),
    }
    for label in dict.fromkeys((*labels, *by_label)):
        flat = by_label.get(label)
        row[label + _SUFFIX] = iob2(tokens, flat.kept if flat else ())
    return row


def _tags(tokens: Tokens, spans: list[Span]) -> list[str]:
    return iob2(tokens, Flat(spans).kept)


def recognises(line: Object) -> bool:
    """Tell whether an object is a row of tokens with tags."""
    return type(line.get("tokens")) is list and any(key.endswith(_SUFFIX) for key in line)


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each row of a JSONL file holds."""
    taker = Taker(name, context)
    for line in object_lines(source, taker):
        if isinstance(line, Rejection):
            yield line
        else:
            yield _taken(line.data, line.number, taker, line.raw)


def _taken(row: Object, number: int, taker: Taker, raw: str = "") -> Record | Rejection:
    try:
        return taker.take(_draft(row), number, raw)
    except BadField as error:
        return taker.reject(number, error.field, str(error), raw)


def _draft(row: Object) -> Draft:
    words = _texts(row, "tokens")
    text = fields.text(row, "text")
    ranges = _ranges(row, words) if text else _joined(words)
    draft = Draft(text or " ".join(words))
    if not text:
        draft.notice("text_rebuilt")
    identity = fields.text(row, "document_id")
    draft.id = identity or (str(row["id"]) if type(row.get("id")) in {str, int} else "")
    for key in ("annotator", _GOLD, "status"):
        if row.get(key):
            draft.head[key] = row[key]
    own = [key for key in row if key.endswith(_SUFFIX) and key != MAIN]
    for column in own or [MAIN]:
        _add_spans(draft, column, _texts(row, column), ranges)
    return draft


def _texts(row: Object, key: str) -> list[str]:
    value = row.get(key)
    if type(value) is not list or not all(type(one) is str for one in value):
        raise BadField(key, "must be a list of texts (tags by name)" if value else "is missing")
    return value


def _ranges(row: Object, words: list[str]) -> list[tuple[int, int]]:
    pairs = list(zip(row.get("starts") or (), row.get("ends") or (), strict=False))
    if len(pairs) != len(words) or any(type(n) is not int for pair in pairs for n in pair):
        raise BadField("starts", "and ends must give a whole number for each token")
    return pairs


def _joined(words: list[str]) -> list[tuple[int, int]]:
    found, position = [], 0
    for word in words:
        found.append((position, position + len(word)))
        position += len(word) + 1
    return found


def _add_spans(draft: Draft, column: str, tags: list[str], ranges: list[tuple[int, int]]) -> None:
    if len(tags) != len(ranges):
        raise BadField(column, f"has {len(tags)} tags for {len(ranges)} tokens")
    try:
        spans = spans_of(tags)
    except ValueError as error:
        raise BadField(column, "holds a tag that is neither O nor like B-LABEL") from error
    for label, first, end in spans:
        item = {"label": label, "start": ranges[first][0], "end": ranges[end - 1][1]}
        draft.add_span(item, f"{column}[{first}]")


def _pyarrow() -> Any:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise UserError(
            "Parquet needs the library pyarrow: install it with pip install 'annotator[parquet]'."
        ) from error


def write_parquet(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield a Parquet file; only tags of labels of the scheme fit its fixed columns."""
    arrow = _pyarrow()
    labels = _labels(scheme)
    schema = _schema(arrow, labels)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder, "rows.parquet")
        with arrow.parquet.ParquetWriter(path, schema) as writer:
            rows = (_numbered(_row(*one, labels), labels) for one in single_layers(articles))
            while batch := list(islice(rows, _BATCH)):
                writer.write_table(arrow.Table.from_pylist(batch, schema))
        with path.open("rb") as stream:
            while part := stream.read(_PART):
                yield part


def _names(labels: list[str]) -> list[str]:
    return [OUTSIDE, *(f"{prefix}-{label}" for label in labels for prefix in "BI")]


def _columns(labels: list[str]) -> dict[str, list[str]]:
    """Return the names of the tags for each column of tags."""
    return {MAIN: _names(labels)} | {label + _SUFFIX: _names([label]) for label in labels}


def _numbered(row: Object, labels: list[str]) -> Object:
    columns = _columns(labels)
    for column, names in columns.items():
        number = {name: place for place, name in enumerate(names)}
        row[column] = [number.get(tag, 0) for tag in row[column]]
    return {key: value for key, value in row.items() if not key.endswith(_SUFFIX) or key in columns}


def _schema(arrow: Any, labels: list[str]) -> Any:
    """Return the columns, and the names of the tags as the library `datasets` declares them."""
    texts, numbers = arrow.list_(arrow.string()), arrow.list_(arrow.int64())
    types = dict.fromkeys(("id", "document_id", "annotator"), arrow.string())
    types |= {_GOLD: arrow.bool_(), "status": arrow.string(), "text": arrow.string()}
    types |= {"tokens": texts, "starts": numbers, "ends": numbers}
    columns = _columns(labels)
    types |= dict.fromkeys(columns, numbers)
    features: dict[str, Json] = {key: _feature(kind) for key, kind in types.items()}
    for column, names in columns.items():
        features[column] = {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"}
    metadata = json_bytes({"info": {"features": features}})
    return arrow.schema(list(types.items()), metadata={"huggingface": metadata})


def _feature(kind: Any) -> Json:
    name = str(kind)
    if name.startswith("list"):
        inner = str(kind.value_type)
        return {"feature": {"dtype": inner, "_type": "Value"}, "_type": "Sequence"}
    return {"dtype": name, "_type": "Value"}


def read_parquet(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each row of a Parquet file holds, by the tag names that it declares."""
    taker = Taker(name, context)
    try:
        arrow = _pyarrow()
    except UserError as error:
        yield taker.reject(None, None, str(error))
        return
    try:
        file = arrow.parquet.ParquetFile(source)
        names = _declared(file.schema_arrow)
        number = 0
        for batch in file.iter_batches(_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield _taken(_named(row, names), number, taker)
    except (arrow.ArrowException, ValueError, KeyError, OSError) as error:
        yield taker.reject(None, None, f"the file is no Parquet file that we can read ({error})")


def _declared(schema: Any) -> dict[str, list[str]]:
    """Return the tag names of each column from what the library `datasets` writes of them."""
    metadata = json.loads((schema.metadata or {}).get(b"huggingface", b"{}"))
    features = metadata.get("info", {}).get("features", {})
    found = {}
    for column, feature in features.items():
        inner = feature.get("feature") if isinstance(feature, dict) else None
        if isinstance(inner, dict) and isinstance(inner.get("names"), list):
            found[column] = inner["names"]
    return found


def _named(row: Object, names: dict[str, list[str]]) -> Object:
    def tag(column: str, value: Json) -> Json:
        known = names.get(column, [])
        return known[value] if type(value) is int and 0 <= value < len(known) else value

    return {
        key: [tag(key, one) for one in value] if key.endswith(_SUFFIX) and value else value
        for key, value in row.items()
    }
