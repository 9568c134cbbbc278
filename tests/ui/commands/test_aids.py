"""Entities by keys, what is still open, and one's own day."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from annotator.domain.layer import Status
from annotator.ui.dialogs.entity_chooser import EntityChooser
from annotator.ui.dialogs.my_day import MyDayPopover
from annotator.ui.dialogs.who_said_what import WhoSaidWhatDialog
from annotator.workspace import my_day, sayings
from ui.desk import labels, press


def mark(view, text, key, start=0):
    place = view.article.text.index(text, start)
    view.set_selection(place, place + len(text))
    press(view, key)
    return view.selected_span


def in_chooser(act):
    """Do something in the chooser as soon as it stands there."""

    def wait():
        found = QApplication.activeModalWidget()
        if isinstance(found, EntityChooser):
            act(found)
        else:
            QTimer.singleShot(10, wait)

    QTimer.singleShot(10, wait)


def entities(window):
    layer = window.session.layer
    return {span.quoted(window.session.article.text): span.entity for span in layer.index}


def test_a_mention_gets_a_new_entity_by_its_own_words_with_enter_alone(window, view):
    mark(view, "سارا کریمی", "1")
    in_chooser(lambda dialog: QTest.keyClick(dialog.field, Qt.Key.Key_Return))
    press(view, "E")

    (entity,) = window.session.layer.entities.values()
    assert entity.name == "سارا کریمی"
    assert window.focusWidget() is view


def test_a_digit_takes_the_likeliest_entity_and_ties_the_mentions_in_one_step(window, view):
    first = mark(view, "سارا کریمی", "1")
    in_chooser(lambda dialog: QTest.keyClick(dialog.field, Qt.Key.Key_Return))
    press(view, "E", shift=True)
    second = mark(view, "سارا کریمی", "1", view.article.text.index("رفت") - 15)
    in_chooser(lambda dialog: QTest.keyClicks(dialog.field, "1"))
    press(view, "E", shift=True)

    session = window.session
    assert session.layer.spans[first].entity == session.layer.spans[second].entity
    assert session.layer.targets(second, "SAME_AS") == [first]
    press(view, "Z", ctrl=True)
    assert session.layer.spans[second].entity is None
    assert session.layer.targets(second, "SAME_AS") == []


def test_typed_letters_filter_and_become_the_name_of_a_new_entity(window, view):
    mark(view, "سارا کریمی", "1")

    def act(dialog):
        for letter in "دکتر":
            held = Qt.KeyboardModifier.NoModifier
            typed = QKeyEvent(QEvent.Type.KeyPress, ord(letter), held, letter)
            QApplication.sendEvent(dialog.field, typed)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    in_chooser(act)
    press(view, "E", shift=True)

    assert [e.name for e in window.session.layer.entities.values()] == ["دکتر"]


def test_the_same_name_is_the_first_target_of_e(window, view):
    mark(view, "رضا احمدی", "1")
    first = mark(view, "سارا کریمی", "1")
    again = mark(view, "سارا کریمی", "1", view.article.text.index("رفت") - 15)
    press(view, "E")
    assert view.link_target() == first
    press(view, Qt.Key.Key_Return)

    assert window.session.layer.targets(again, "SAME_AS") == [first]


def test_what_is_open_is_said_once_and_the_second_press_goes_on(window, view):
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert window.session.article.id == "a1"
    assert not window.aids.strip.isHidden()

    press(view, Qt.Key.Key_Return, ctrl=True)
    assert window.session.article.id == "a2"
    assert window.aids.strip.isHidden()
    assert window.bridge.workspace.counts()[Status.DONE] == 1


def test_the_strip_goes_when_nothing_is_open_any_more(window, view):
    mark(view, "سارا کریمی", "1")
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, Qt.Key.Key_Return, ctrl=True)
    press(view, "L")
    press(view, Qt.Key.Key_Return)

    assert window.aids.strip.isHidden()
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert window.session.article.id == "a2"


def test_time_goes_to_who_worked_also_when_somebody_else_comes(window, view):
    ws = window.bridge.workspace
    window.aids.clock.spent.emit((ws, ws.present, "a1"), 120)
    assert my_day.seconds_today(ws) == 120
    assert "۲" in window.desk.status.day.text()
    window.aids.clock.spent.emit((object(), ws.present, "a1"), 500)
    assert my_day.seconds_today(ws) == 120


def test_my_day_says_what_was_done_and_who_sees_it(window):
    ws = window.bridge.workspace
    window.trigger("done_next")
    window.trigger("my_day")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, MyDayPopover)
    texts = [one.text() for one in popover.findChildren(QLabel)]
    assert "خبر پایان‌یافته" in texts
    assert any("کسی جز شما" in text for text in texts)

    popover.findChild(QCheckBox).click()
    popover.close()
    assert my_day.sums_are_shown(ws)


def test_who_said_what_lists_the_quotes_and_leads_to_one(window, view, qtbot):
    mark(view, "سارا کریمی", "1")
    quote = mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "L")
    press(view, Qt.Key.Key_Return)
    dialog = WhoSaidWhatDialog(window.bridge.workspace, window.tasks, window.bridge.run, window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.speakers.count() == 2
    dialog.field.setText("هیچ")
    assert dialog.model.rowCount() == 0
    dialog.field.setText("كریمي")
    assert dialog.model.rowCount() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.chosen.span == quote
    assert dialog.chosen.speakers == ("سارا کریمی",)


def test_names_are_joined_where_the_person_says_so_and_parted_again(window, view, qtbot):
    for who, said in (("سارا کریمی", "«ما با این طرح موافقیم.»"), ("کریمی", "«کار از فردا")):
        mark(view, who, "1", 0 if " " in who else view.article.text.index("رفت") - 8)
        mark(view, said, "2")
        press(view, "L")
        for letter in who[:3]:
            window.session.view.type_link(letter)
        press(view, Qt.Key.Key_Return)
    ws = window.bridge.workspace
    sayings.join_names(ws, "سارا کریمی", "کریمی")
    dialog = WhoSaidWhatDialog(ws, window.tasks, window.bridge.run, window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    dialog.speakers.setCurrentRow(1)
    assert not dialog._part.isHidden()
    dialog._part.click()

    assert sayings.joined(ws) == {}
    assert labels(window)


def test_the_queue_says_how_many_were_done_today(window):
    window.trigger("done_next")
    window.session.queue.refresh()

    text = window.desk.queue._count.text().replace("\u2068", "").replace("\u2069", "")
    assert text == "۱ از ۳ خبر، امروز ۱"


def test_topics_of_the_article_are_ticked_by_keys_alone(window, view, qtbot):
    press(view, "A")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    def tick():
        menu = QApplication.activePopupWidget()
        for _ in range(2):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu.focusWidget(), Qt.Key.Key_Space)
        menu.close()

    QTimer.singleShot(30, tick)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)

    def ticked():
        state = window.session.layer.state
        assert state is not None
        assert state.document == {"topics": ("diplomacy_consultation",)}

    qtbot.waitUntil(ticked)
