import json

import pytest

from agreement.layers import article, layer, measured, measurement, span
from annotator.agreement.kinds import Kind
from annotator.agreement.report import Cancelled, report, to_json
from annotator.domain.layer import Status

KEYS = ["measure", "variant", "label", "annotators", "value", "low", "high", "n", "undefined"]
TWO = {"a": [(0, 10, "q"), (20, 30, "s")], "b": [(0, 10, "q"), (21, 30, "s")]}
THREE = TWO | {"c": [(0, 10, "q")]}


def names(found, group):
    return {(row.measure, row.variant, row.label) for row in found.rows if row.annotators == group}


def expected_of_a_pair():
    f1 = ["strict", "boundaries", "type", "partial", "iou50"]
    labels = ["q", "s"]
    return {
        *(("span_f1", variant, label) for variant in f1 for label in [None, *labels]),
        *(
            (f"position_{name}", None, label)
            for name in ("alpha", "kappa", "pi", "fleiss")
            for label in labels
        ),
        *(("u_alpha", name, label) for name in ("u", "bar_u", "cu") for label in [None, *labels]),
        *(("u_alpha", "ku", label) for label in labels),
        *(("alpha_u_2004", None, label) for label in [None, *labels]),
        *(("specific_agreement", name, label) for name in ("positive", "negative") for label in labels),
        *(("relation_f1", name, None) for name in ("strict", "aligned", "untyped", "given_arguments")),
    }  # fmt: skip


def test_a_pair_has_every_row_of_the_contract_also_where_it_is_not_defined():
    found = measured(article(TWO))

    assert names(found, ("a", "b")) == expected_of_a_pair()
    assert {row.annotators for row in found.rows} == {("a", "b")}


def test_three_annotators_have_rows_for_each_pair_and_for_all():
    found = measured(article(THREE))

    for pair in (("a", "b"), ("a", "c"), ("b", "c")):
        assert names(found, pair) == expected_of_a_pair()
    without = ("position_kappa", "specific_agreement", "relation_f1")
    assert names(found, ("a", "b", "c")) == {
        one for one in expected_of_a_pair() if one[0] not in without
    }


def test_the_json_is_that_of_the_contract():
    found = measured(article(TWO), article(TWO, key="y"), resamples=50)

    said = json.loads(json.dumps(to_json(found), allow_nan=False))

    assert {key: said[key] for key in ("format", "articles", "annotators")} == {
        "format": "annotator-agreement/1",
        "articles": 2,
        "annotators": ["a", "b"],
    }
    assert all([key for key in row if key != "note"] == KEYS for row in said["rows"])
    assert said["rows"][0] == {
        "measure": "span_f1",
        "variant": "strict",
        "label": None,
        "annotators": ["a", "b"],
        "value": 0.5,
        "low": 0.5,
        "high": 0.5,
        "n": 8,
        "undefined": None,
    }


def test_a_row_says_a_number_or_a_reason_and_an_undefined_one_rests_on_nothing():
    found = measured(article({"a": [(0, 100, "q")], "b": [(0, 100, "q")]}), resamples=50)

    assert any(row.value is None for row in found.rows)
    for row in found.rows:
        assert (row.value is None) == (row.undefined is not None)
        if row.value is None:
            assert (row.n, row.low, row.high) == (0, None, None)


def test_layers_that_are_not_done_do_not_enter():
    started = layer([(0, 5, "q")], status=Status.STARTED)

    found = measured(article({"a": [(0, 5, "q")], "b": started}))

    assert found.articles == 0
    assert "--status done" in found.message
    assert {row.undefined for row in found.rows} == {"no article is finished by both"}


def test_all_rests_on_articles_finished_by_two_and_fleiss_on_those_finished_by_all():
    partly = {name: THREE[name] for name in ("a", "b")} | {"c": layer([], status=Status.STARTED)}
    found = measured(article(THREE), article(partly, key="y"))
    everybody = ("a", "b", "c")

    assert found.row("position_alpha", None, "q", everybody).n == 2
    assert found.row("position_fleiss", None, "q", everybody).n == 1
    assert found.row("position_alpha", None, "q", ("a", "c")).n == 1


def test_f1_of_all_is_pooled_over_pairs():
    found = measured(article(THREE))
    pairs = [
        found.row("span_f1", "strict", None, pair) for pair in (("a", "b"), ("a", "c"), ("b", "c"))
    ]
    pooled = sum(row.value * row.n for row in pairs) / sum(row.n for row in pairs)

    row = found.row("span_f1", "strict")

    assert row.value == pytest.approx(pooled)
    assert row.n == 5


def test_overlap_leaves_u_alpha_of_all_labels_out_and_says_why():
    found = measured(article({"a": [(0, 10, "q"), (5, 8, "s")], "b": [(0, 10, "q")]}))

    assert found.row("u_alpha", "u").undefined.startswith("spans of one annotator overlap")
    assert found.row("u_alpha", "u", "q").value == 1
    assert found.row("u_alpha", "ku", "q").undefined.startswith("spans of one annotator overlap")


def test_dropped_units_are_counted_beside_the_older_alpha():
    nested = {"a": [(0, 20, "q"), (5, 8, "q"), (15, 30, "q")], "b": [(0, 20, "q")]}

    row = measured(article(nested)).row("alpha_u_2004", None, "q")

    assert row.value == 1
    assert str(row.notes[0]) == "2 overlapping units of one label left out"


def test_agreement_about_nothing_is_called_flattered():
    found = measured(article(TWO, length=1000))

    row = found.row("specific_agreement", "negative", "q")

    assert row.value == 1
    assert "99% of the characters are marked by nobody" in str(row.notes[0])


def test_a_label_that_nobody_used_is_no_agreement():
    found = measured(article(TWO), labels=["q", "unused"])

    row = found.row("specific_agreement", "negative", "unused")

    assert (row.value, row.undefined) == (None, "nobody marked a span")


def test_limiting_to_labels_leaves_the_other_spans_out_of_everything():
    found = measured(article({"a": [(0, 10, "q"), (5, 8, "s")], "b": [(0, 10, "q")]}), labels=["q"])

    assert found.row("span_f1", "strict").value == 1
    assert found.row("u_alpha", "u").value == 1
    assert {row.label for row in found.rows} == {None, "q"}


def test_split_spans_are_equal_by_all_pieces_and_overlap_by_their_union():
    split = [span(0, 30, "q", pieces=[(0, 10), (20, 30)])]
    other = [span(0, 30, "q", pieces=[(0, 10), (20, 29)])]
    inside = [(12, 18, "q")]

    assert measured(article({"a": split, "b": split})).row("span_f1", "strict").value == 1
    near = measured(article({"a": split, "b": other}))
    assert near.row("span_f1", "strict").value == 0
    assert near.row("span_f1", "iou50").value == 1
    apart = measured(article({"a": split, "b": inside}))
    assert apart.row("span_f1", "type").value == 0
    assert apart.row("specific_agreement", "positive", "q").value == 0


def test_each_piece_of_a_split_span_is_a_unit():
    split = [span(0, 30, "q", pieces=[(0, 10), (20, 30)])]
    units = [(0, 10, "q"), (20, 30, "q")]

    found = measured(article({"a": split, "b": units}))

    assert found.row("u_alpha", "u", "q").value == 1
    assert found.row("alpha_u_2004", None, "q").value == 1


def test_duplicates_of_one_annotator_count_once():
    found = measured(article({"a": [(0, 5, "q"), (0, 5, "q")], "b": [(0, 5, "q")]}))

    row = found.row("span_f1", "strict")
    assert (row.value, row.n) == (1, 2)


def test_trifles_can_be_left_out_of_every_figure():
    text = "گفت: «می‌آییم.» و رفت"
    start, end = text.index("«"), text.index("»") + 1
    one = article({"a": [(start, end, "q")], "b": [(start + 1, end - 2, "q")]}, text=text)

    assert measured(one).row("span_f1", "strict").value == 0
    assert measured(one, trimmed=True).row("span_f1", "strict").value == 1
    assert measured(one).kinds["a", "b"] == {(Kind.TRIFLE, "q"): 1}


def test_confusion_has_not_marked_on_both_sides():
    found = measured(
        article({"a": [(0, 5, "q"), (10, 15, "s")], "b": [(0, 5, "t"), (20, 25, "s")]})
    )

    assert found.confusion["a", "b"] == {("q", "t"): 1, ("s", None): 1, (None, "s"): 1}


def test_articles_come_worst_first_and_empty_ones_last():
    found = measured(
        article({"a": [(0, 5, "q")], "b": [(0, 5, "q")]}, key="good"),
        article({"a": [], "b": []}, key="empty"),
        article({"a": [(0, 5, "q")], "b": []}, key="bad"),
    )

    assert [(one.article, one.value) for one in found.scores] == [
        ("bad", 0.0),
        ("good", 1.0),
        ("empty", None),
    ]
    assert found.scores[0].differences == 1


def test_one_article_has_figures_and_no_interval():
    row = measured(article(TWO), resamples=50).headline

    assert row.value is not None
    assert (row.low, row.high) == (None, None)


def test_intervals_follow_the_seed_and_hold_the_figure():
    articles = [
        article({"a": [(0, 10, "q")], "b": [(0, 10 + place % 3, "q")]}, key=f"{place}")
        for place in range(30)
    ]

    one, again, other = (measured(*articles, resamples=200, seed=seed) for seed in (1, 1, 2))

    assert one.rows == again.rows
    assert one.rows != other.rows
    row = one.row("span_f1", "strict")
    assert row.low < row.value < row.high


def test_symmetric_relation_types_have_no_direction():
    spans = [span(0, 5, "s", key="1"), span(10, 15, "s", key="2")]
    one = article(
        {"a": layer(spans, [("same", "1", "2")]), "b": layer(spans, [("same", "2", "1")])}
    )

    assert measured(one).row("relation_f1", "strict").value == 0
    assert measured(one, symmetric=["same"]).row("relation_f1", "strict").value == 1


def test_given_arguments_leaves_out_relations_to_spans_the_other_did_not_mark():
    spans = [span(0, 5, "s", key="1"), span(10, 15, "q", key="2"), span(30, 35, "q", key="3")]
    ours = layer(spans, [("said", "2", "1"), ("said", "3", "1")])
    theirs = layer(spans[:2], [("said", "2", "1")])

    found = measured(article({"a": ours, "b": theirs}))

    assert found.row("relation_f1", "aligned").value == pytest.approx(2 / 3)
    row = found.row("relation_f1", "given_arguments", "said")
    assert (row.value, row.n) == (1, 2)


def test_entities_agree_by_grouping_and_not_by_name():
    ours = [span(i * 10, i * 10 + 5, "s", entity="A" if i < 3 else "B") for i in range(4)]
    theirs = [span(i * 10, i * 10 + 5, "s", entity="X" if i < 2 else "Y") for i in range(4)]

    found = measured(article({"a": ours, "b": theirs}))

    assert found.row("entity", "links").value == pytest.approx(2 * 1 / (3 + 2))
    precision, recall = (4 / 3 + 1 / 3 + 1) / 4, (4 / 2 + 1 / 2 + 1 / 2) / 4
    b_cubed = 2 * precision * recall / (precision + recall)
    assert found.row("entity", "b_cubed").value == pytest.approx(b_cubed)


def test_gamma_stands_only_where_asked_for_and_prints_its_weights():
    one = article(TWO)

    assert measured(one).row("gamma", "gamma") is None
    row = measured(one, gamma=True, seed=3).row("gamma", "gamma")
    assert 0 < row.value < 1
    assert str(row.notes[0]) == "alpha 1, beta 1, 30 samples, seed 3"
    nothing = measured(article({"a": [(0, 5, "q")], "b": []}), gamma=True)
    assert nothing.row("gamma", "gamma").value <= 0
    assert nothing.row("gamma", "cat").undefined == "no unit is aligned with another one"


def test_free_text_attributes_have_figures_without_interval():
    articles = [
        article(
            {
                name: [span(0, 5, "q", attributes={"words": f"{name}{place}"})]
                for name in ("a", "b")
            },
            key=f"{place}",
        )
        for place in range(500)
    ]

    row = measured(*articles, resamples=20).row("attribute", "percent", "q.words")

    assert (row.value, row.n, row.low) == (0, 500, None)
    assert "no interval" in str(row.notes[-1])


def test_reading_stops_when_cancelled():
    read = []

    with pytest.raises(Cancelled):
        report(
            (article(TWO, key=f"{place}") for place in range(9)),
            annotators=["a", "b"],
            progress=read.append,
            cancelled=lambda: len(read) >= 3,
        )

    assert read == [1, 2, 3]


def test_an_article_taken_back_from_done_leaves_the_figures():
    found = measurement(article(TWO), article(TWO, key="y"))
    assert found.report(resamples=0).articles == 2

    found.put(article(TWO | {"b": layer([], status=Status.STARTED)}, key="y"))

    assert found.report(resamples=0).articles == 1
    assert len(found.report(resamples=0).scores) == 1
