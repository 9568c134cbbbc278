import pytest

from annotator.domain.errors import UserError
from annotator.workspace import operations
from annotator.workspace.check import check
from workspace.projects import mine, place


@pytest.fixture
def labelled(ws):
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    operations.mark(ws, mine(), "SPEAKER", *place("رضایی"))
    return ws


def test_a_sound_project_has_no_findings(labelled):
    assert check(labelled) == []
    assert check(labelled.path) == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE body SET text = replace(text, 'باران', 'طوفان') WHERE article = 1",
            "SHA-256 differs",
        ),
        ("UPDATE span SET start = start + 1 WHERE label = 'TOPIC'", "not those that were labelled"),
        ("UPDATE span SET \"end\" = 9999 WHERE label = 'TOPIC'", "beyond the end"),
        ("UPDATE span SET pieces = '[[0, 2], [1, 3]]'", "pieces do not fit"),
        ("UPDATE span SET attributes = '{'", "cannot be read"),
        ("UPDATE layer SET spans = 7", "counts of 1 layers"),
        ("UPDATE label_count SET spans = 7 WHERE label = 'TOPIC'", "counts of 1 layers"),
        ("UPDATE journal SET content = '' WHERE seq = 1", "Entry 1 of the history"),
        ("DELETE FROM body WHERE article = 2", "text is missing"),
        ("UPDATE scheme_version SET content = '{}'", "label scheme test version 1 cannot be read"),
        ("UPDATE span SET layer = 99", "that is not there"),
    ],
)
def test_changed_content_is_found_though_sqlite_finds_the_file_sound(labelled, statement, finding):
    labelled.database.execute("PRAGMA foreign_keys = 0")
    labelled.database.execute(statement)

    found = check(labelled)

    assert any(finding in one for one in found), found
    assert labelled.database.value("PRAGMA integrity_check") == "ok"


def test_a_finding_names_article_layer_and_span(labelled):
    span = labelled.layer(mine()).index.ordered[0]
    labelled.database.execute("UPDATE span SET quote = 'x' WHERE uid = ?", (span.id,))

    assert check(labelled) == [
        f"Article a1, layer of Sara, span {span.id}: its words are not those that were labelled."
    ]


def test_a_damaged_page_is_a_finding_and_a_foreign_file_an_error(labelled, tmp_path):
    labelled.close()
    data = bytearray(labelled.path.read_bytes())
    data[2 * 4096 : 12 * 4096] = b"\xff" * (10 * 4096)
    labelled.path.write_bytes(data)

    assert any("damaged" in one for one in check(labelled.path))
    other = tmp_path / "other"
    other.write_text("no project")
    with pytest.raises(UserError, match="not a project"):
        check(other)
