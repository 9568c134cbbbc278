"""A small scheme and shortcuts for reading native lines."""

import io
import json

import pytest

from annotator.domain.errors import Rejection
from annotator.domain.scheme_file import parse
from annotator.formats import jsonl
from annotator.formats.records import ReadContext, Record

SCHEME = parse(
    {
        "id": "small",
        "version": 3,
        "labels": [
            {"id": "QUOTE", "fa": "نقل‌قول"},
            {
                "id": "SPEAKER",
                "fa": "گوینده",
                "attributes": [{"id": "who", "type": "entity", "fa": "هویت"}],
            },
        ],
        "relations": [{"id": "SAID_BY", "from": ["QUOTE"], "to": ["SPEAKER"]}],
    }
)
TEXT = "وزیر گفت: «می‌رویم.»"


@pytest.fixture
def context():
    return ReadContext(SCHEME)


def line(**fields) -> bytes:
    """Write a native line about TEXT; a field of None is left out."""
    record = {"id": "a", "text": TEXT, "annotator": "sara"} | fields
    kept = {key: value for key, value in record.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False).encode()


def span(start=0, end=4, **fields) -> dict:
    return {"id": "s", "label": "SPEAKER", "start": start, "end": end} | fields


def read_one(data: bytes, context=None) -> Record | Rejection:
    found = list(jsonl.read(io.BytesIO(data), "f.jsonl", context or ReadContext(SCHEME)))
    assert len(found) == 1
    return found[0]


def accepted(data: bytes, context=None) -> Record:
    found = read_one(data, context)
    assert isinstance(found, Record), str(found)
    return found


def rejected(data: bytes, context=None) -> Rejection:
    found = read_one(data, context)
    assert isinstance(found, Rejection), found
    return found
