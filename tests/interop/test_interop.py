"""What we write, taken by the programs of the field themselves; run with `pytest -m interop`.

doccano and Label Studio are installed into environments of their own, which takes minutes; name a
folder in ANNOTATOR_INTEROP to keep them. The libraries are used where this environment has them.
"""

import io
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from annotator.domain.errors import Rejection
from annotator.formats import (
    cas,
    conll,
    docbin,
    doccano,
    hugging_face,
    jsonl,
    label_studio,
    label_studio_config,
    prodigy,
    spans_table,
)
from annotator.formats.flat import Flat
from formats.expected import expected
from formats.labelled import CONTEXT, ROOT, SCHEME, difference, read_back, renamed

pytestmark = [pytest.mark.interop, pytest.mark.timeout(1200)]
HERE = Path(__file__).parent
NEEDS = {
    "doccano": [
        "doccano==1.8.4",
        "setuptools<80",
        "marshmallow<4",
        "pandas<2",
        "numpy<2",
        "scikit-learn<1.6",
        "scipy<1.14",
    ],
    "label-studio": ["label-studio==1.23.2"],
}
EMOJI = (
    '{"id": "emoji", "text": "🗞️ «آری» گفت", "spans": [{"label": "QUOTE", "start": 3, "end": 8}]}\n'
)


@pytest.fixture(scope="module")
def data():
    """Give the sample and an article with characters beyond the basic plane, by article."""
    found = {}
    sample = (ROOT / "resources/sample/sample.jsonl").read_bytes() + EMOJI.encode()
    for record in jsonl.read(io.BytesIO(sample), "sample", CONTEXT):
        assert not isinstance(record, Rejection)
        layers = found.setdefault(record.article.id, (record.article, []))[1]
        layers += [record.layer] if record.layer else []
    return list(found.values())


def python_of(name: str, folder: Path) -> Path:
    """Make the environment of a program, or take the one that is kept."""
    home = Path(os.environ.get("ANNOTATOR_INTEROP", folder)) / name
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", *NEEDS[name]]
        if subprocess.run(install, check=False).returncode:
            pytest.skip(f"{name} could not be installed")
    return python


def run(python: Path, script: str, *arguments: str | Path) -> str:
    command = [str(one) for one in (python, HERE / script, *arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def spans_of(data):
    return [span for _, layers in data for layer in layers for span in layer.spans.values()]


@pytest.mark.parametrize("shape", ["relations", "spans"])
def test_doccano_takes_all_and_gives_it_back(shape, data, tmp_path):
    write, holds = (
        (doccano.write, doccano.HOLDS)
        if shape == "relations"
        else (doccano.write_spans, doccano.HOLDS_SPANS)
    )
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"".join(write(data, SCHEME)))
    told = run(python_of("doccano", tmp_path), "import_into_doccano.py", tmp_path, file, shape)

    assert "'errors': []" in told
    back = read_back(doccano.read, (tmp_path / "all.jsonl").read_bytes())
    assert not difference(renamed(back), renamed(expected(data, holds)))


def test_label_studio_takes_all_and_gives_it_back(data, tmp_path):
    tasks, config = tmp_path / "tasks.json", tmp_path / "config.xml"
    tasks.write_bytes(b"".join(label_studio.write(data, SCHEME)))
    config.write_bytes(b"".join(label_studio_config.write(data, SCHEME)))
    python = python_of("label-studio", tmp_path)
    run(python, "import_into_label_studio.py", tmp_path, tasks, config)

    back = read_back(label_studio.read, (tmp_path / "export.json").read_bytes())
    assert not difference(renamed(back), renamed(expected(data, label_studio.HOLDS)))


def test_spacy_reads_every_piece_from_a_docbin(data, tmp_path):
    spacy = pytest.importorskip("spacy")
    from spacy.training import Corpus

    (tmp_path / "train.spacy").write_bytes(b"".join(docbin.write(data, SCHEME)))
    examples = list(Corpus(tmp_path / "train.spacy")(spacy.blank("fa")))
    words = sorted(s.text for e in examples for s in e.reference.spans[docbin.GROUP])

    texts = {article.id: article.text for article, _ in data}
    assert words == sorted(
        texts[article.id][start:end]
        for article, layers in data
        for layer in layers
        for span in layer.spans.values()
        for start, end in span.pieces
    )


def test_prodigy_spans_meet_their_tokens(data):
    lines = b"".join(prodigy.write(data, SCHEME)).splitlines()
    for task in map(json.loads, lines):
        for span in task["spans"]:
            tokens = task["tokens"]
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]


def test_seqeval_finds_every_span_in_conll(data):
    pytest.importorskip("seqeval")
    conllu = pytest.importorskip("conllu")
    from seqeval.scheme import IOB2, Entities

    text = b"".join(conll.write(data, SCHEME)).decode()
    documents = text.replace(conll.DOCUMENT, f"# {conll.DOCUMENT}")
    sentences = conllu.parse(documents, fields=["form", "tag"])
    entities = Entities([[token["tag"] for token in one] for one in sentences], IOB2).entities

    kept = [s for _, layers in data for layer in layers for s in Flat(layer.spans.values()).kept]
    assert sum(map(len, entities)) == sum(len(span.pieces) for span in kept)


def test_datasets_loads_rows_with_their_tags(data, tmp_path):
    datasets = pytest.importorskip("datasets")
    pytest.importorskip("pyarrow")
    rows = sum(max(len(layers), 1) for _, layers in data)
    for kind, write in (("json", hugging_face.write), ("parquet", hugging_face.write_parquet)):
        file = tmp_path / f"rows.{kind}"
        file.write_bytes(b"".join(write(data, SCHEME)))
        loaded = datasets.load_dataset(
            kind, data_files=str(file), split="train", cache_dir=str(tmp_path / "cache")
        )
        assert len(loaded) == rows
    assert loaded.features[hugging_face.MAIN].feature.names[:2] == ["O", "B-SPEAKER"]


def test_cassis_reads_xmi_with_the_same_words(data):
    import cassis

    archive = zipfile.ZipFile(io.BytesIO(b"".join(cas.write_xmi(data, SCHEME))))
    types = cassis.load_typesystem(archive.open(cas.TYPE_SYSTEM))
    words = []
    for name in archive.namelist():
        if name.endswith(".xmi"):
            one = cassis.load_cas_from_xmi(archive.open(name), typesystem=types)
            words += [span.get_covered_text() for span in one.select("webanno.custom.Span")]
    assert len(words) == sum(len(span.pieces) for span in spans_of(data))
    assert "«آری»" in words


def test_openpyxl_finds_no_formula_in_the_workbook(data):
    import openpyxl

    file = io.BytesIO(b"".join(spans_table.write_xlsx(data, SCHEME)))
    sheet = openpyxl.load_workbook(file).active
    assert sheet.max_row == 1 + len(spans_of(data))
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-m", "interop"]))
