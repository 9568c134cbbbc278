"""What must hold for the window as a whole: names, sizes, languages, themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from annotator.ui import i18n, style
from annotator.ui.commands.actions import ACTIONS, Scope
from annotator.ui.theme import DARK, LIGHT
from ui.desk import press

LANGUAGES = pytest.mark.parametrize("language", ["fa", "en"])


def unnamed(root):
    """List the widgets a person can focus that have neither a name nor a text."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(root):
            continue
        if widget.objectName().startswith("qt_"):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text or widget.toolTip()):
            found.append((type(widget).__name__, widget.parent()))
    return found


@LANGUAGES
def test_everything_that_takes_the_focus_has_a_name(window, view, language):
    window.settings.put("language", language)
    window.apply_preferences()
    view.set_selection(0, 5)
    press(view, "1")

    assert unnamed(window) == []


def test_every_action_can_be_done_by_menu_and_has_a_handler(window):
    in_menus = {a for menu in window._menus.values() for a in menu.actions()}

    for action in ACTIONS:
        if action.scope is not Scope.VIEW:
            assert window.actions_.actions[action.id] in in_menus
            assert action.id in window._handlers
            assert window.actions_.actions[action.id].toolTip()


@LANGUAGES
def test_the_window_fits_into_1024_by_600(window, language):
    window.settings.put("language", language)
    window.apply_preferences()
    window.resize(1024, 600)

    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 600
    assert window.desk.view.height() >= 250


def test_the_language_changes_without_a_restart(window):
    window.trigger("language_en")
    assert window._menus["edit"].title() == "Edit"
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert "spans" in window.session.queue_model.index(0).data(Qt.ItemDataRole.ToolTipRole) or (
        "words" in window.session.queue_model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    )
    window.trigger("language_fa")
    assert window._menus["edit"].title() == "ویرایش"
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_the_theme_changes_at_once_and_is_remembered(window):
    window.trigger("theme_dark")
    assert window.theme is DARK
    assert style.palette(DARK).window() == window.palette().window()
    window.trigger("theme_light")
    assert window.theme is LIGHT
    assert window.settings.preferences().appearance == "light"


def test_the_size_of_the_text_stays_in_its_range(window):
    for _ in range(30):
        window.trigger("larger")
    assert window.settings.preferences().font_size == 32
    window.trigger("normal_size")
    assert window.settings.preferences().font_size == 19


def test_panels_hide_and_stay_hidden(window):
    window.trigger("show_queue")
    assert not window.desk.queue.isVisible()
    assert not window.settings.flag("show_queue", True)
    window.trigger("show_queue")
    assert window.desk.queue.isVisible()


def test_f6_goes_from_pane_to_pane(window, view):
    view.setFocus()
    press(view, Qt.Key.Key_F6)
    assert window.desk.inspector.isAncestorOf(window.focusWidget()) or (
        window.desk.queue.isAncestorOf(window.focusWidget())
    )


def test_no_label_of_the_window_takes_text_for_markup(window):
    labels = window.findChildren(QLabel)

    assert labels
    assert [x.text() for x in labels if x.textFormat() != Qt.TextFormat.PlainText] == []


def test_the_first_page_stands_where_no_project_is_open(empty_window):
    assert empty_window.desk.welcome.isVisible()
    assert not empty_window.actions_.actions["import"].isEnabled()
    assert empty_window.actions_.actions["open_sample"].isEnabled()


def test_the_guideline_opens_at_the_label_in_hand_and_closes_again(window, view):
    view.set_selection(0, 5)
    press(view, "2")
    window.trigger("guideline")
    assert window.desk.guideline.isVisible()
    window.trigger("guideline")
    assert not window.desk.guideline.isVisible()


def test_closing_a_project_leads_back_to_the_first_page(window):
    window.trigger("close_project")

    assert window.bridge.workspace is None
    assert window.desk.welcome.isVisible()
    assert i18n.language() == "fa"
