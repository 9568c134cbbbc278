import io
import json

import pytest

from annotator.domain.errors import UserError
from annotator.domain.layer import Status
from annotator.workspace import operations
from annotator.workspace.exporting import ExportCancelled, ExportOptions, deal, export
from annotator.workspace.importing import import_paths
from annotator.workspace.workspace import Workspace
from workspace.projects import SCHEME, article, bring, layer, mine, place, record, span


def lines(ws, **options):
    stream = io.BytesIO()
    export(ws, stream, ExportOptions(**options))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def read_lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def whose(found):
    return [
        (line["id"], line.get("annotator") or ("gold" if line.get("gold") else None))
        for line in found
    ]


@pytest.fixture
def full(ws):
    bring(
        ws,
        record(article("a1"), layer("a1", "Sara", [span("s", 0, 4)])),
        record(article("a1"), layer("a1", "Omid", [span("s", 0, 4)], Status.STARTED)),
        record(article("a1"), layer("a1", None, [span("g", 0, 4)])),
        record(article("b1", "متن")),
    )
    return ws


def test_all_goes_out_in_import_order_by_annotator_and_gold_last(full):
    assert whose(lines(full)) == [
        ("a1", "Omid"),
        ("a1", "Sara"),
        ("a1", "gold"),
        ("a2", None),
        ("b1", None),
    ]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"annotators": ("Omid",)}, ["Omid"]),
        ({"gold": True}, ["gold"]),
        ({"annotators": ("Sara",), "gold": True}, ["Sara", "gold"]),
        ({"status": Status.STARTED}, ["Omid"]),
        ({"annotators": ("Omid",), "status": Status.DONE}, []),
    ],
)
def test_chosen_layers_go_out_alone(full, options, wanted):
    assert whose(lines(full, **options)) == [("a1", name) for name in wanted]


def test_what_went_out_comes_in_the_same(full, tmp_path):
    operations.mark(full, mine("a2"), "QUOTE", 0, 12)
    operations.add_piece(full, mine("a2"), next(iter(full.layer(mine("a2")).spans)), 20, 30)
    first = tmp_path / "first.jsonl"
    report = export(full, first)
    with Workspace.create(tmp_path / "again.annotator", SCHEME, lead="L") as other:
        assert not import_paths(other, [first]).rejections
        export(other, tmp_path / "second.jsonl")

    assert (report.articles, report.layers, report.spans) == (3, 4, 4)
    assert (tmp_path / "second.jsonl").read_bytes() == first.read_bytes()


def test_a_file_is_replaced_only_when_the_new_one_is_complete(full, tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    bring(full, *(record(article(f"n{i}", f"متن {i}")) for i in range(250)))

    with pytest.raises(ExportCancelled):
        export(full, target, cancelled=lambda: True)

    assert target.read_text() == "old"
    assert not list(tmp_path.glob("*.partial"))
    export(full, target)
    assert len(target.read_bytes().splitlines()) == 255


def test_a_split_deals_every_article_once_and_always_alike(full, tmp_path):
    bring(full, *(record(article(f"n{i}", f"متن {i}")) for i in range(97)))
    options = ExportOptions(split={"train": 0.8, "dev": 0.1, "test": 0.1}, seed=3)

    export(full, tmp_path / "set", options)

    dealt = {
        name: {json.loads(line)["id"] for line in read_lines(tmp_path / "set" / f"{name}.jsonl")}
        for name in options.split
    }
    assert {name: len(ids) for name, ids in dealt.items()} == {"train": 80, "dev": 10, "test": 10}
    assert set.union(*dealt.values()) == set(full.article_ids())
    again = deal(full.article_ids(), options.split, 3)
    assert {name for name in dealt if any(again[i] != name for i in dealt[name])} == set()


def test_wrong_wishes_are_sentences(full, tmp_path):
    with pytest.raises(UserError, match="Nobody is named X"):
        lines(full, annotators=("X",))
    with pytest.raises(UserError, match="add up to 1"):
        export(full, tmp_path / "set", ExportOptions(split={"train": 0.5}))
    with pytest.raises(UserError, match="needs a folder"):
        lines(full, split={"train": 1.0})
    with pytest.raises(UserError, match="cannot be written"):
        export(full, tmp_path / "no" / "out.jsonl")


def test_place_of_words_is_kept_to_the_code_point(full):
    operations.mark(full, mine("a1"), "TOPIC", *place("گفت‌وگو"))
    (line,) = lines(full, annotators=("Sara",))

    assert all(line["text"][s["start"] : s["end"]] == s["text"] for s in line["spans"])
