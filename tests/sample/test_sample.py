"""The sample project and the shipped scheme as plain JSON: what a newcomer sees first is right."""

import hashlib
import json
import re
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "resources"
SCHEME = json.loads((ROOT / "schemes" / "fa-news-attribution.json").read_text("utf-8"))
SAMPLE = (ROOT / "sample" / "sample.jsonl").read_bytes().decode("utf-8")
LINES = [json.loads(line) for line in SAMPLE.splitlines()]
LAYERS = [line for line in LINES if "annotator" in line]
LABELS = {label["id"]: label for label in SCHEME["labels"]}
RELATIONS = {relation["id"]: relation for relation in SCHEME["relations"]}
ARTICLES = {line["id"]: line["text"] for line in LINES}
FIRST, SECOND = "سارا", "امید"
ZWNJ, RLM, ZWJ = "\u200c", "\u200f", "\u200d"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def name_of(layer):
    return f"{layer['id']} {layer['annotator']}"


every_layer = pytest.mark.parametrize("layer", LAYERS, ids=name_of)


def pieces(span):
    return span.get("pieces", [[span["start"], span["end"]]])


def order(span):
    return (span["start"], -span["end"], span["label"], span["id"])


def contains(outer, inner):
    return all(any(a <= c and d <= b for a, b in pieces(outer)) for c, d in pieces(inner))


def touch(one, other):
    return any(a < d and c < b for a, b in pieces(one) for c, d in pieces(other))


def links(layer, label):
    return [r for r in layer["relations"] if r["label"] == label]


def done_by(annotator):
    return {x["id"] for x in LAYERS if x["annotator"] == annotator and x["status"] == "done"}


def test_the_scheme_is_the_one_that_the_layers_name():
    assert (SCHEME["format"], SCHEME["id"]) == ("annotator-scheme/1", "fa-news-attribution")
    wanted = {"id": SCHEME["id"], "version": SCHEME["version"]}
    assert all(layer["scheme"] == wanted for layer in LAYERS)


def test_the_guideline_has_a_section_for_every_label_in_both_languages():
    for language in ("fa", "en"):
        path = ROOT / "guidelines" / f"{SCHEME['id']}.{language}.md"
        headings = re.findall(r"^## (\S+)", path.read_text("utf-8"), re.MULTILINE)
        assert set(LABELS) <= set(headings)


def test_lines_end_in_line_feeds_and_are_written_as_they_would_be_written_again():
    assert SAMPLE.endswith("\n")
    assert "\r" not in SAMPLE
    assert (
        "".join(
            json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in LINES
        )
        == SAMPLE
    )


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_text_and_hash_belong_together_and_stay_the_same_from_layer_to_layer(line):
    assert line["format"] == "annotator/1"
    assert (line["offset_unit"], line["direction"]) == ("codepoint", "rtl")
    assert line["text_sha256"] == hashlib.sha256(line["text"].encode()).hexdigest()
    assert line["text"] == ARTICLES[line["id"]]
    assert {"title", "source", "published"} <= set(line["meta"])


def test_no_two_articles_have_the_same_text():
    assert len(set(ARTICLES.values())) == len(ARTICLES) == 13


def test_two_people_have_done_enough_to_be_compared_and_the_queue_has_variety():
    assert len(done_by(FIRST) & done_by(SECOND)) >= 10
    assert {layer["status"] for layer in LAYERS} == {"done", "started"}
    layers = [line["id"] for line in LAYERS]
    assert any(name not in layers for name in ARTICLES)


def test_the_two_annotators_agree_in_part_and_differ_in_part():
    for name in done_by(FIRST) & done_by(SECOND):
        one, other = (
            {(s["label"], s["start"], s["end"]) for s in layer["spans"]}
            for layer in LAYERS
            if layer["id"] == name
        )
        assert one & other
        assert one ^ other


def test_the_sample_shows_every_kind_of_span_and_relation_the_guideline_speaks_of():
    spans = [span for layer in LAYERS for span in layer["spans"]]
    for label in ("QUOTE", "AGREEMENT", "SPEAKER", "TOPIC", "CUE"):
        for attribute in LABELS[label]["attributes"]:
            values = {v["value"] for v in attribute.get("values", [])}
            found = (s["attributes"].get(attribute["id"]) for s in spans if s["label"] == label)
            used = {value for value in found if isinstance(value, str)}
            assert len(values & used) >= min(len(values), 3)
    assert any("pieces" in span for span in spans)
    assert any(span.get("note") and span.get("flag") for span in spans)
    used = {relation["label"] for layer in LAYERS for relation in layer["relations"]}
    assert used == set(RELATIONS) - {"PARTY_TO"}


def test_a_quote_may_stand_inside_a_quote():
    quotes = ([s for s in layer["spans"] if s["label"] == "QUOTE"] for layer in LAYERS)
    assert any(contains(a, b) for group in quotes for a, b in combinations(group, 2))


def test_the_texts_hold_what_makes_persian_news_hard():
    everything = "\n".join(ARTICLES.values())
    assert "میشود" in everything
    assert "می\u200cشود" in everything
    assert "می شود" in everything or "می کن" in everything
    assert {"ي", "ك", "ی", "ک", ZWNJ, RLM, ZWJ, "“"} <= set(everything)
    assert any(ord(character) > 0xFFFF for character in everything)
    assert re.search(r"[A-Z][a-z]+", everything)
    assert re.search(r"https://example\.org/", everything)
    assert re.search(r"@\w+", everything)


def test_the_texts_are_of_many_lengths():
    words = sorted(len(text.split()) for text in ARTICLES.values())
    assert words[0] < 60
    assert words[-1] > 800


@every_layer
def test_every_span_says_the_text_at_its_offsets(layer):
    text = layer["text"]
    for span in layer["spans"]:
        cut = pieces(span)
        flat = [offset for piece in cut for offset in piece]
        assert flat == sorted(set(flat))
        assert 0 <= flat[0] < flat[-1] <= len(text)
        assert (span["start"], span["end"]) == (flat[0], flat[-1])
        assert ("pieces" in span) == (len(cut) > 1)
        assert span["text"] == " ".join(text[a:b] for a, b in cut)


@every_layer
def test_spans_stand_in_reading_order_with_ids_of_their_own(layer):
    assert layer["spans"] == sorted(layer["spans"], key=order)
    for kind in ("spans", "relations", "entities"):
        ids = [item["id"] for item in layer[kind]]
        assert len(set(ids)) == len(ids)


@every_layer
def test_every_attribute_and_value_is_one_of_the_scheme(layer):
    entities = {entity["id"] for entity in layer["entities"]}
    for span in layer["spans"]:
        allowed = {a["id"]: a for a in LABELS[span["label"]]["attributes"]}
        assert "entity" not in span["attributes"]
        assert span.get("entity") in entities | {None}
        for name, value in span["attributes"].items():
            values = [v["value"] for v in allowed[name].get("values", [])]
            assert not values or value in values
        assert all(span["attributes"].get(n) for n, a in allowed.items() if a["required"])


@every_layer
def test_what_is_said_of_the_article_is_in_the_scheme(layer):
    topics = {
        v["value"] for v in next(a for a in SCHEME["document"] if a["id"] == "topics")["values"]
    }
    assert set(layer.get("document", {})) <= {"genre", "topics"}
    assert set(layer.get("document", {}).get("topics", [])) <= topics


@every_layer
def test_every_relation_joins_labels_that_it_may_join(layer):
    spans = {span["id"]: span for span in layer["spans"]}
    for relation in layer["relations"]:
        kind = RELATIONS[relation["label"]]
        source, target = spans[relation["from"]], spans[relation["to"]]
        assert source["label"] in kind["from"]
        assert target["label"] in kind["to"]
        assert not kind.get("same_label") or source["label"] == target["label"]
    ends = [(r["label"], r["from"], r["to"]) for r in layer["relations"]]
    assert len(set(ends)) == len(ends)
    for kind in RELATIONS.values():
        sources = [r["from"] for r in links(layer, kind["id"])]
        assert kind["max"] is None or all(sources.count(s) <= kind["max"] for s in sources)


@every_layer
@pytest.mark.parametrize("label", ["SAME_AS", "CONTINUES"])
def test_no_relation_runs_in_a_circle(layer, label):
    left = {r["from"]: r["to"] for r in links(layer, label)}
    while left:
        leaves = set(left) - set(left.values())
        assert leaves
        left = {source: target for source, target in left.items() if source not in leaves}


@every_layer
def test_same_as_and_entities_tell_the_same_story(layer):
    entity = {span["id"]: span.get("entity") for span in layer["spans"]}
    assert all(entity[r["from"]] == entity[r["to"]] for r in links(layer, "SAME_AS"))
    for one in layer["entities"]:
        mentions = [s for s in layer["spans"] if s.get("entity") == one["id"]]
        joined = [r for r in links(layer, "SAME_AS") if entity[r["from"]] == one["id"]]
        assert len(joined) == len(mentions) - 1


@every_layer
def test_only_quotes_nest_and_none_cross(layer):
    for one, other in combinations(layer["spans"], 2):
        if one["label"] == other["label"] and touch(one, other):
            assert one["label"] == "QUOTE"
            assert contains(one, other)


@every_layer
def test_every_quote_has_a_speaker_or_says_that_it_has_none(layer):
    led = {r["from"] for r in layer["relations"] if r["label"] in {"SAID_BY", "CONTINUES"}}
    for span in layer["spans"]:
        if span["label"] == "QUOTE" and span["attributes"].get("speaker_expr") != "unknown":
            assert span["id"] in led


@pytest.mark.parametrize("layer", [x for x in LAYERS if x["annotator"] == FIRST], ids=name_of)
def test_the_first_annotator_keeps_to_the_edges_of_the_scheme(layer):
    text = layer["text"]
    for span in layer["spans"]:
        trim = LABELS[span["label"]]["edges"]["trim"]
        direct = span["attributes"].get("type") == "direct"
        for a, b in pieces(span):
            assert text[a] not in trim
            assert text[b - 1] not in trim
            assert not direct or text[a] + text[b - 1] in {"«»", "“”"}
            assert span["label"] == "QUOTE" or text[a] + text[b - 1] != "«»"


@every_layer
def test_times_are_in_utc_and_nothing_changes_before_it_is_made(layer):
    for span in layer["spans"]:
        assert TIME.fullmatch(span["created"])
        assert TIME.fullmatch(span["modified"])
        assert span["created"] <= span["modified"]
