"""Every format gives back all that it says it holds, and the loss report names the rest."""

import io

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats import (
    brat,
    cas,
    cas_read,
    docbin,
    doccano,
    hugging_face,
    label_studio,
    prodigy,
    webanno_tsv,
)
from formats.expected import expected, without_own_losses
from formats.labelled import CONTEXT, LINES, SCHEME, difference, labelled, read_back, renamed

FORMATS = {
    "doccano": (doccano.read, doccano.write, doccano.HOLDS),
    "doccano-spans": (doccano.read, doccano.write_spans, doccano.HOLDS_SPANS),
    "prodigy": (prodigy.read, prodigy.write, prodigy.HOLDS),
    "brat": (brat.read, brat.write, brat.HOLDS),
    "cas-json": (cas_read.read, cas.write, cas.HOLDS),
    "cas-xmi": (cas_read.read, cas.write_xmi, cas.HOLDS_XMI),
    "docbin": (docbin.read, docbin.write, docbin.HOLDS),
    "hugging-face": (hugging_face.read, hugging_face.write, hugging_face.HOLDS),
    "parquet": (hugging_face.read_parquet, hugging_face.write_parquet, hugging_face.HOLDS),
    "label-studio": (label_studio.read, label_studio.write, label_studio.HOLDS),
}


EXTRAS = {"docbin": "spacy", "parquet": "pyarrow"}


@pytest.fixture(autouse=True)
def needs(name):
    """Skip what stands on an optional library that is not installed."""
    if name in EXTRAS:
        pytest.importorskip(EXTRAS[name])


# one fixture for all examples is right: it asks for a library only
SETTINGS = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("name", FORMATS)
@SETTINGS
@given(data=labelled())
def test_what_a_format_holds_comes_back(name, data):
    read, write, holds = FORMATS[name]
    data = without_own_losses(data, holds)
    back = read_back(read, b"".join(write(data, SCHEME)))
    wanted = expected(data, holds)
    if not (holds.span_ids and holds.split) or not holds.relation_ids:
        back, wanted = renamed(back), renamed(wanted)
    assert not difference(back, wanted)


@pytest.mark.parametrize("name", ["webanno-tsv"])
@SETTINGS
@given(data=labelled(LINES))
def test_what_tsv_holds_of_plain_paragraphs_comes_back(name, data):
    data = without_own_losses(data, webanno_tsv.HOLDS)
    back = read_back(webanno_tsv.read, b"".join(webanno_tsv.write(data, SCHEME)))
    assert not difference(renamed(back), renamed(expected(data, webanno_tsv.HOLDS)))


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_of_nothing_is_read_as_nothing_or_refused(name):
    read, write, _ = FORMATS[name]
    records = list(read(io.BytesIO(b"".join(write([], SCHEME))), "file", CONTEXT))
    assert all(
        any(word in str(one) for word in ("empty", "no task", "holds no")) for one in records
    )
