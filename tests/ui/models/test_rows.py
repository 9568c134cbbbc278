import pytest
from PySide6.QtTest import QAbstractItemModelTester

from annotator.domain import scheme_file
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState
from annotator.domain.rules import Problem, ProblemKind
from annotator.domain.span import Entity, Relation, Span, single
from annotator.ui import i18n
from annotator.ui.models import rows
from annotator.ui.models.rows import Row, RowsModel
from annotator.ui.theme import LIGHT
from ui.conftest import SCHEME

TEXT = "مدیر گفت: «می‌آییم.» او افزود: «زود.»"


def at(words):
    start = TEXT.index(words)
    return single(start, start + len(words))


@pytest.fixture
def scheme(qapp):
    i18n.set_language(qapp, "fa")
    return scheme_file.parse_text(SCHEME.read_text(encoding="utf-8"))


@pytest.fixture
def layer():
    spans = (
        Span(SpanId("s"), "SPEAKER", at("مدیر"), entity=EntityId("e")),
        Span(SpanId("q"), "QUOTE", at("«می‌آییم.»")),
        Span(SpanId("r"), "QUOTE", at("«زود.»"), flag=True),
    )
    return Layer(
        LayerKey(ArticleId("a"), "مریم"),
        LayerState(),
        {span.id: span for span in spans},
        {RelationId("l"): Relation(RelationId("l"), "SAID_BY", SpanId("q"), SpanId("s"))},
        {EntityId("e"): Entity(EntityId("e"), "مدیر باغ")},
    )


def test_who_said_what_groups_quotes_by_the_entitys_name(layer, scheme):
    made = rows.speaker_rows(TEXT, layer, scheme, LIGHT)

    assert [(row.title, row.is_heading) for row in made] == [
        ("مدیر باغ", True),
        ("«می‌آییم.»", False),
        ("بی‌گوینده", True),
        ("«زود.»", False),
    ]


def test_spans_are_listed_with_label_speaker_and_flag(layer, scheme):
    made = rows.span_rows(TEXT, layer, scheme, LIGHT)

    assert [row.detail for row in made] == ["گوینده · مدیر باغ", "نقل‌قول · مدیر باغ", "نقل‌قول"]
    assert [row.flag for row in made] == [False, False, True]


def test_links_are_listed_by_both_ends(layer, scheme):
    (row,) = rows.relation_rows(TEXT, layer, scheme, LIGHT)

    assert (row.title, row.detail, row.span) == ("«می‌آییم.»", "← مدیر", "q")


def test_problems_name_their_span(layer, scheme):
    problems = [
        Problem(ProblemKind.NO_SPEAKER, SpanId("r")),
        Problem(ProblemKind.RELATION_COUNT, None, {"relation": "ABOUT"}),
    ]
    made = rows.problem_rows(problems, TEXT, layer, scheme, LIGHT)

    assert [row.detail for row in made] == ["«زود.»", ""]


def test_every_kind_of_problem_has_words(layer, scheme):
    for kind in ProblemKind:
        values = dict.fromkeys(("label", "attribute", "value", "relation", "entity"), "x")
        (row,) = rows.problem_rows([Problem(kind, None, values)], TEXT, layer, scheme, LIGHT)
        assert "{" not in row.title


def test_the_model_keeps_qts_rules(qapp, layer, scheme):
    model = RowsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows.span_rows(TEXT, layer, scheme, LIGHT))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows(rows.span_rows(TEXT, layer, scheme, LIGHT))

    assert resets == []
    assert model.row_of(SpanId("q")) == 1
    assert model.row_of(None) == -1
    model.set_rows([Row("عنوان")])
    assert model.rowCount() == 1
    del tester
