"""Scheme files: read, written back the same, and refused with the place and the reason."""

import json
from pathlib import Path

import pytest

from annotator.domain import scheme_file
from annotator.domain.errors import SchemeError
from annotator.domain.scheme import Guillemets, Overlap

SHIPPED = Path(__file__).parents[2] / "resources" / "schemes" / "fa-news-attribution.json"


def small(**changes):
    label = {
        "id": "QUOTE",
        "key": "2",
        "fa": "نقل‌قول",
        "en": "Quote",
        "color": {"light": "#007159", "dark": "#45C9A5"},
        "attributes": [{"id": "type", "values": [{"value": "direct"}]}],
    }
    relation = {"id": "CONTINUES", "from": ["QUOTE"], "to": ["QUOTE"], "max": 1}
    scheme = {"id": "small", "name": "کوچک", "labels": [label], "relations": [relation]}
    return json.loads(json.dumps(scheme)) | changes


def test_the_shipped_scheme_comes_back_to_the_letter():
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))

    assert scheme_file.to_json(scheme_file.parse(data)) == data


def test_the_shared_default_scheme_comes_back_to_the_letter(shared_data):
    data = json.loads((shared_data / "default_scheme.json").read_text(encoding="utf-8"))

    assert scheme_file.to_json(scheme_file.parse(data)) == data


def test_written_text_reads_back_equal():
    scheme = scheme_file.parse(small(note="any other key is kept"))

    assert scheme_file.parse_text(scheme_file.to_text(scheme)) == scheme
    assert scheme.extra == {"note": "any other key is kept"}


def test_toml_has_the_same_keys():
    text = """
    id = "small"
    name = "کوچک"
    [[labels]]
    id = "QUOTE"
    fa = "نقل‌قول"
    same_label_overlap = "nest"
    edges = { trim = " ،", guillemets = "in" }
    """
    label = scheme_file.parse_text(text, toml=True).labels[0]

    assert label.same_label_overlap is Overlap.NEST
    assert (label.edges.trim, label.edges.guillemets) == (" ،", Guillemets.IN)
    assert label.name.get("en") == "نقل‌قول"


def with_label(**changes):
    data = small()
    data["labels"][0] |= changes
    return data


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ([], "Scheme: an object with keys"),
        (small(format="other/9"), "format: this program reads"),
        ({"name": "x", "labels": []}, "id: is missing"),
        (small(labels=[]), "labels: a scheme needs at least one label"),
        (small(labels="QUOTE"), "labels: must be a list"),
        (small(version="1"), "version: must be a whole number"),
        (small(version=True), "version: must be a whole number"),
        (small(text_direction="up"), "text_direction: 'up' is not one of"),
        (with_label(id="a b"), r"labels\[0\].id: must be 1 to 64 characters"),
        (with_label(color={"light": "red", "dark": "#000000"}), r"color.light: 'red' is not"),
        (with_label(edges={"guillemets": "maybe"}), "edges.guillemets: 'maybe' is not"),
        (with_label(same_label_overlap="often"), "same_label_overlap: 'often' is not"),
        (with_label(attributes=[{"id": "type"}]), r"attributes\[0\].values: an attribute without"),
        (
            with_label(attributes=[{"id": "t", "values": [{"value": "a"}], "default": "b"}]),
            "default: 'b' is not among",
        ),
        (
            with_label(attributes=[{"id": "t", "type": "text", "required": 1}]),
            "required: must be true or false",
        ),
        (small(relations=[{"id": "R", "from": ["QUOTE"], "to": ["TOPIC"]}]), "no label 'TOPIC'"),
        (
            small(relations=[{"id": "R", "from": "QUOTE", "to": []}]),
            "from: must be a list of texts",
        ),
        (
            small(labels=[*small()["labels"], *small()["labels"]]),
            r"labels\[1\]: the id 'QUOTE' is already used at labels\[0\]",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(data, sentence):
    with pytest.raises(SchemeError, match=sentence):
        scheme_file.parse(data)


def test_two_labels_cannot_share_a_key():
    second = small()["labels"][0] | {"id": "TOPIC"}

    with pytest.raises(SchemeError, match=r"labels\[1\].key: the id '2' is already used"):
        scheme_file.parse(small(labels=[*small()["labels"], second]))


@pytest.mark.parametrize(("text", "toml"), [("{", False), ("= 3", True), ("[" * 100_000, False)])
def test_text_that_is_no_scheme_is_a_sentence(text, toml):
    with pytest.raises(SchemeError, match="not valid"):
        scheme_file.parse_text(text, toml=toml)
