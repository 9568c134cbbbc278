"""The hand-made reference article: every offset, text and relation survives the native format."""

import io
import json

import pytest

from annotator.domain.scheme_file import parse_text
from annotator.formats import jsonl
from annotator.formats.records import ReadContext


@pytest.fixture(params=["seed_gold.json", "seed_second.json"])
def seed(request, shared_data):
    record = json.loads((shared_data / request.param).read_text(encoding="utf-8"))
    text = (shared_data / record["source_file"]).read_bytes().decode()
    return record, text


def native(record, text):
    relations = [
        {"label": r["type"], **{k: v for k, v in r.items() if k != "type"}}
        for r in record["relations"]
    ]
    line = {
        "id": record["doc_id"],
        "text": text,
        "text_sha256": record["sha256"],
        "annotator": record["annotator"],
        "document": record.get("document", {}),
        "spans": record["spans"],
        "relations": relations,
        "entities": record.get("entities", []),
    }
    return json.dumps(line, ensure_ascii=False).encode()


def test_every_offset_text_and_relation_survives(seed, shared_data):
    record, text = seed
    scheme = parse_text((shared_data / "default_scheme.json").read_text(encoding="utf-8"))
    (first,) = jsonl.read(io.BytesIO(native(record, text)), "seed", ReadContext(scheme))
    data = b"".join(jsonl.lines_of(first.article, [first.layer]))
    (again,) = jsonl.read(io.BytesIO(data), "again", ReadContext(scheme))
    written = json.loads(data)

    assert again.layer == first.layer
    assert {s["id"]: (s["start"], s["end"], s["text"], s["label"]) for s in written["spans"]} == {
        s["id"]: (s["start"], s["end"], s["text"], s["label"]) for s in record["spans"]
    }
    assert {(r["id"], r["label"], r["from"], r["to"]) for r in written["relations"]} == {
        (r["id"], r["type"], r["from"], r["to"]) for r in record["relations"]
    }
    assert all(
        text[s["start"] : s["end"]] == s["text"] for s in written["spans"] if "pieces" not in s
    )
