"""The scheme editor changes the project's scheme in an open window, and nobody's work."""

import pytest
from PySide6.QtWidgets import QLabel

from annotator.domain import scheme_file
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.dialogs.scheme_fields import ColorField
from annotator.ui.dialogs.scheme_versions import VersionsDialog
from annotator.ui.theme import LIGHT
from annotator.workspace import schemes
from ui.desk import OTHER, labels, press, words


@pytest.fixture
def marked(window, view):
    """Give a window whose article has a speaker."""
    view.set_selection(*words(view, "سارا کریمی"))
    press(view, "1")
    return window


@pytest.fixture
def editor(marked, qtbot):
    made = SchemeEditor(marked.bridge.workspace, marked.bridge.run, marked)
    qtbot.addWidget(made)
    return made


def path(editor, identity, section="labels"):
    return (section, [part["id"] for part in editor.draft.data[section]].index(identity))


def test_a_new_label_reaches_the_palette_and_the_keys_at_once(marked, view, editor):
    editor._add_to(("labels",))
    editor._edit("fa", "مکان")
    editor._edit("en", "Place")
    editor._edit("id", "PLACE")
    editor.accept()

    assert "PLACE" in marked.desk.palette_._buttons
    view.set_selection(*words(view, "باغ"))
    marked.trigger("label:PLACE")
    assert ("PLACE", "باغ") in labels(marked)


def test_what_is_lost_is_said_before_it_is_saved_and_stays(marked, editor):
    editor.choose(path(editor, "SPEAKER"))
    assert editor._used.text()
    editor._take_away()
    editor._count_losses()
    assert not editor._losses.isHidden()
    assert "۱" in editor._losses.text()

    editor.accept()

    assert labels(marked) == [("SPEAKER", "سارا کریمی")]
    assert any(problem.kind == "unknown_label" for problem in marked.session.problems)
    marked.desk.view.select_span(next(iter(marked.session.layer.spans)))
    marked._cards_due.timeout.emit()
    assert not marked.desk.inspector.span_card._gone.isHidden()


def test_a_changed_id_is_given_to_the_work_where_that_is_ticked(marked, editor):
    editor.choose(path(editor, "SPEAKER"))
    editor._edit("id", "WHO")
    editor._count_losses()
    assert not editor._relabel.isHidden()
    editor.accept()

    assert labels(marked) == [("WHO", "سارا کریمی")]
    marked.trigger("undo")
    assert labels(marked) == [("SPEAKER", "سارا کریمی")]


def test_an_error_is_said_with_its_place_and_nothing_is_saved(editor):
    editor.choose(path(editor, "QUOTE"))
    editor._edit("id", "a b")

    assert not editor.accept_button.isEnabled()
    assert "نقل‌قول" in editor.error.text()
    assert editor.pages["labels"]._fields["id"].property("invalid")
    editor._edit("id", "QUOTE")
    assert editor.accept_button.isEnabled()
    assert not editor.pages["labels"]._fields["id"].property("invalid")


def test_every_page_shows_every_part_without_changing_it(editor):
    before = editor.draft.scheme()
    for one in ((), ("labels",), ("document",), *editor.draft.paths()):
        editor.choose(one)

    assert editor.draft.scheme() == before


def test_an_optional_label_is_switched_off_and_on(marked, editor):
    editor.choose(path(editor, "CUE"))
    assert not editor._shown.isHidden()
    editor._shown.click()
    editor.accept()
    assert "CUE" not in marked.desk.palette_._buttons
    assert marked.bridge.workspace.scheme.label("CUE").key == "5"

    schemes.set_hidden(marked.bridge.workspace, frozenset())
    assert "CUE" in marked.desk.palette_._buttons


def test_an_older_version_comes_back(marked, editor, qtbot):
    editor.choose(path(editor, "TOPIC"))
    editor._take_away()
    editor.accept()
    ws = marked.bridge.workspace
    dialog = VersionsDialog(schemes.versions(ws))
    qtbot.addWidget(dialog)
    assert dialog.chosen is None
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))

    marked.bridge.run(schemes.restore, dialog.chosen.scheme.ref)

    assert ws.scheme.label("TOPIC") is not None
    assert "TOPIC" in marked.desk.palette_._buttons


def test_a_file_goes_out_and_comes_in_and_a_bad_one_is_told(editor, tmp_path):
    file = tmp_path / "scheme.json"
    editor.choose(path(editor, "TOPIC"))
    editor._take_away()
    editor.write(file)
    assert scheme_file.parse_text(file.read_text("utf-8")).label("TOPIC") is None

    editor.show_scheme(editor._ws.scheme)
    editor.load(file)
    assert editor.draft.scheme().label("TOPIC") is None
    file.write_text("{", "utf-8")
    editor.load(file)
    assert not editor.error.isHidden()


def test_a_colour_that_is_hard_to_read_is_warned_of(qtbot):
    field = ColorField("x", LIGHT.page)
    qtbot.addWidget(field)
    warning = field.findChild(QLabel)
    field.show_value("#88CC88")
    assert not warning.isHidden()
    field.show_value("#0066AF")
    assert warning.isHidden()


def test_an_annotator_may_not_change_the_scheme(marked):
    marked.session.sign_in(OTHER)
    marked.trigger("scheme")

    assert "سرپرست" in marked.desk.status.message
