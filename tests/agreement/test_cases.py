import pytest

from agreement.layers import layer, span
from annotator.agreement.cases import amount, cases, relation_cases
from annotator.agreement.kinds import Kind
from annotator.domain.span import Piece

TEXT = "او گفت: «ما می‌آییم.» و رفت"
OPEN, CLOSE = TEXT.index("«"), TEXT.index("»") + 1


def both(first, second, text=TEXT, **options):
    return cases("x", {"a": layer(first), "b": layer(second)}, text, **options)


def test_equal_spans_are_one_unanimous_case_of_no_amount():
    (case,) = both([(8, 20, "q")], [(8, 20, "q")])

    assert case.is_unanimous
    assert (case.amount, case.start, case.end) == (0, 8, 20)


def test_guillemets_and_full_stop_at_the_edge_are_a_trifle():
    inner = (OPEN + 1, CLOSE - 2, "q")

    (case,) = both([(OPEN, CLOSE, "q")], [inner])

    assert case.kind is Kind.TRIFLE
    assert case.is_trifle
    assert case.amount == 0


def test_without_the_text_the_same_difference_is_one_of_boundaries():
    (case,) = both([(OPEN, CLOSE, "q")], [(OPEN + 1, CLOSE - 2, "q")], text="")

    assert case.kind is Kind.BOUNDARY


def test_a_word_more_is_a_difference_of_boundaries():
    (case,) = both([(8, 20, "q")], [(8, 24, "q")])

    assert case.kind is Kind.BOUNDARY
    assert case.amount == pytest.approx(1 - 12 / 16)


def test_another_label_and_a_missing_span_count_in_full():
    label, missing = both([(0, 2, "s"), (8, 20, "q")], [(0, 2, "t")])

    assert (label.kind, label.amount) == (Kind.LABEL, 1)
    assert (missing.kind, missing.amount) == (Kind.MISSING, 1)
    assert missing.spans["b"] is None
    assert amount([label, missing]) == 2


def test_attributes_are_compared_where_the_label_is_the_same():
    (case,) = both(
        [span(8, 20, "q", attributes={"type": "direct", "list": ("x", "y")})],
        [span(8, 20, "q", attributes={"type": "indirect", "list": ("y", "x")})],
    )

    assert (case.kind, case.attributes) == (Kind.ATTRIBUTE, ("type",))
    assert case.amount > 0


def test_entities_are_compared_by_grouping_and_not_by_id():
    alike = [span(0, 2, "s", entity="E1"), span(8, 10, "s", entity="E1")]
    renamed = [span(0, 2, "s", entity="P9"), span(8, 10, "s", entity="P9")]
    parted = [span(0, 2, "s", entity="P9"), span(8, 10, "s", entity="P2")]

    assert {case.kind for case in both(alike, renamed)} == {Kind.AGREED}
    assert Kind.ENTITY in {case.kind for case in both(alike, parted)}


def test_three_annotators_stand_in_one_case_with_the_missing_one_named():
    found = cases(
        "x",
        {
            "a": layer([(0, 10, "q"), (2, 4, "t")]),
            "b": layer([(0, 9, "q")]),
            "c": layer([(2, 4, "t"), (0, 10, "q")]),
        },
    )

    assert [sorted(n for n, s in case.spans.items() if s) for case in found] == [
        ["a", "b", "c"],
        ["a", "c"],
    ]
    assert found[0].kinds == {Kind.BOUNDARY}
    assert found[1].kind is Kind.MISSING


def test_split_spans_agree_only_if_all_pieces_do():
    whole = [span(8, 20, "q")]
    split = [span(8, 20, "q", pieces=[(8, 12), (15, 20)])]

    (case,) = both(whole, split, text="")

    assert case.kind is Kind.BOUNDARY
    assert case.amount == pytest.approx(1 - 9 / 12)
    assert case.spans["b"].pieces == (Piece(8, 12), Piece(15, 20))


def test_relations_stand_together_by_the_cases_at_their_ends():
    spans = [span(0, 5, "s", key="s"), span(10, 20, "q", key="q")]
    shifted = [span(0, 5, "s", key="1"), span(11, 20, "q", key="2")]
    layers = {
        "a": layer(spans, [("said", "q", "s"), ("about", "q", "s")]),
        "b": layer(shifted, [("said", "2", "1")]),
    }
    found = cases("x", layers)

    one, other = relation_cases("x", layers, found)

    assert (one.label, one.is_unanimous) == ("about", False)
    assert (other.label, other.is_unanimous) == ("said", True)
    assert found[other.source].spans["b"].id == "2"
