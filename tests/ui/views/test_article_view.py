"""The article in hand: keys, mouse, selection and requests, by real events."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Change
from annotator.ui.theme import DARK
from annotator.ui.views.article_view import ArticleView
from ui.views.conftest import TEXT, at, make_layer, span

LEFT = Qt.MouseButton.LeftButton
NO, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def point_in(view, position, share=0.5):
    """Return a point of the viewport inside a character, at a share of its box from the left."""
    line = view.lines.line_of(position)
    box = view.lines.boxes(line, position, position + 1)[0]
    y = view.lines.baseline(line) - view.verticalScrollBar().value() - 4
    return QPoint(round(box.left + (box.right - box.left) * share), round(y))


def point_at(view, position):
    """Return the point of the viewport where the caret would stand at a position."""
    line = view.lines.line_of(position)
    y = view.lines.baseline(line) - view.verticalScrollBar().value() - 4
    return QPoint(round(view.lines.caret_x(position)), round(y))


def drag(view, start, end, modifier=NO):
    """Drag the mouse from one point of the viewport to another."""
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for step in range(1, 6):
        between = start + (end - start) * step / 5
        event_at = QPointF(between)
        QApplication.sendEvent(port, _move(port, event_at, modifier))
    QTest.mouseRelease(port, LEFT, modifier, end)


def _move(port, where, modifier):
    glob = port.mapToGlobal(where)
    return QMouseEvent(QEvent.Type.MouseMove, where, glob, Qt.MouseButton.NoButton, LEFT, modifier)


def hover(view, where):
    port = view.viewport()
    nobody = Qt.MouseButton.NoButton
    position = QPointF(where)
    event = QMouseEvent(
        QEvent.Type.MouseMove, position, port.mapToGlobal(position), nobody, nobody, NO
    )
    QApplication.sendEvent(port, event)


def signals(signal):
    """Collect what a signal says."""
    found = []
    signal.connect(lambda *values: found.append(values))
    return found


# keys


def test_left_goes_on_reading_and_right_goes_back(view):
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == 2

    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 1


def test_arrows_follow_the_eye_inside_a_latin_word(view):
    start, _end = at("MoveOn")
    view.set_caret(start + 3)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == start + 2

    view.set_visual_arrows(False)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == start + 3


@pytest.mark.parametrize("visual", [True, False])
def test_left_arrow_reads_through_the_whole_text(view, visual):
    view.set_visual_arrows(visual)
    seen = {0}
    for _ in range(2 * len(TEXT)):
        QTest.keyClick(view, Qt.Key.Key_Left)
        seen.add(view.caret())

    assert len(TEXT) in seen
    assert not seen & {at("😀")[0] + 0.5, at("👍🏽")[0] + 1}


def test_a_caret_never_stands_inside_a_cluster(view):
    thumbs, _ = at("👍🏽")
    view.set_caret(thumbs)
    QTest.keyClick(view, Qt.Key.Key_Left)

    assert view.caret() == thumbs + 2


def test_control_moves_by_words_and_shift_extends(view):
    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL)
    assert view.caret() == at("گروه")[0]

    QTest.keyClick(view, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert view.selection() == (at("گروه")[0], at("MoveOn")[0])


def test_alt_moves_by_sentences_and_control_down_by_paragraphs(view):
    view.set_caret(at("وزیر")[0])
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    assert view.caret() == at("این جمله دوم")[0]

    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert view.caret() == at("وزیر")[0]
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert view.caret() == at("پایان متن")[0]


def test_up_and_down_keep_the_place_across_and_skip_blank_lines(view):
    view.set_caret(at("سندی تازه")[0] + 4)
    x = view.lines.caret_x(view.caret())
    QTest.keyClick(view, Qt.Key.Key_Down)

    assert view.lines.line_of(view.caret()).start == at("وزیر")[0]
    assert view.lines.caret_x(view.caret()) == pytest.approx(x, abs=12)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.caret() == at("سندی تازه")[0] + 4


def test_home_and_end_stay_on_the_line_they_show(view):
    view.set_caret(at("قرارداد")[0])
    line = view.lines.line_of(view.caret())
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.caret() == line.start

    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.lines.line_of(view.caret()) == line
    QTest.keyClick(view, Qt.Key.Key_End, CONTROL)
    assert view.caret() == len(TEXT)


def test_page_down_moves_on_and_page_up_comes_back(view):
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    further = view.caret()
    QTest.keyClick(view, Qt.Key.Key_PageUp)

    assert further > at("سندی")[0]
    assert view.lines.line_of(view.caret()).start == 0


def test_an_arrow_leaves_a_selection_at_its_edge(view):
    view.set_selection(*at("گروه"))
    QTest.keyClick(view, Qt.Key.Key_Left)

    assert view.selection() == (at("گروه")[1], at("گروه")[1])


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_R,
                                 Qt.Key.Key_Delete, Qt.Key.Key_QuoteLeft])  # fmt: skip
def test_keys_that_are_not_movements_reach_the_window(view, key):
    event = QKeyEvent(QEvent.Type.KeyPress, key, NO)
    QApplication.sendEvent(view, event)

    assert not event.isAccepted()
    assert view.hasFocus()


@pytest.mark.parametrize(("key", "modifier", "ours"), [
    (Qt.Key.Key_Left, ALT, True),
    (Qt.Key.Key_Left, CONTROL | SHIFT, True),
    (Qt.Key.Key_PageDown, CONTROL, False),
    (Qt.Key.Key_Z, CONTROL, False),
    (Qt.Key.Key_C, CONTROL, False),
    (Qt.Key.Key_1, NO, False),
])  # fmt: skip
def test_only_movements_are_kept_from_shortcuts(view, key, modifier, ours):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(view, event)

    assert event.isAccepted() == ours


def test_space_grows_and_shrinks_the_same_way_back(view):
    view.set_caret(at("طرح")[0] + 1)
    seen = [view.selection()]
    for _ in range(4):
        view.grow()
        seen.append(view.selection())
    assert seen[1] == at("طرح")
    assert all(a[0] >= b[0] and a[1] <= b[1] for a, b in itertools.pairwise(seen))

    for expected in reversed(seen[:-1]):
        view.shrink()
        assert view.selection() == expected


def test_a_left_to_right_article_turns_the_arrows(qtbot, scheme):
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_article(Article(ArticleId("b"), "One two. Three", {}, "ltr"), make_layer(), scheme)
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)

    assert view.caret() == 4


# mouse


def test_a_click_puts_the_caret_and_selects_the_innermost_span(view):
    QTest.mouseClick(view.viewport(), LEFT, NO, point_in(view, at("12.5")[0]))

    assert view.selected_span == "topic"
    assert at("12.5")[0] <= view.caret() <= at("12.5")[1]


def test_clicking_again_goes_outwards_and_round(view):
    where = point_in(view, at("12.5")[0])
    seen = []
    for _ in range(3):
        QTest.mouseClick(view.viewport(), LEFT, NO, where, QApplication.doubleClickInterval() + 50)
        seen.append(view.selected_span)

    assert seen == ["topic", "quote", "topic"]


def test_a_click_on_bare_text_clears_the_span(view):
    view.select_span("quote")
    QTest.mouseClick(view.viewport(), LEFT, NO, point_in(view, at("تازه")[0]))

    assert view.selected_span is None
    assert view.caret() in {at("تازه")[0], at("تازه")[0] + 1}


def test_a_drag_snaps_to_whole_words(view):
    drag(view, point_at(view, at("خبرنگار")[0] + 2), point_at(view, at("پرسید")[0] + 3))

    assert view.selection() == (at("خبرنگار")[0], at("پرسید")[1])


def test_a_drag_backwards_leaves_the_caret_at_the_start(view):
    drag(view, point_at(view, at("پرسید")[0] + 3), point_at(view, at("خبرنگار")[0] + 2))

    assert view.selection() == (at("خبرنگار")[0], at("پرسید")[1])
    assert view.caret() == at("خبرنگار")[0]


def test_a_drag_with_alt_takes_characters(view):
    start, end = at("خبرنگار")[0] + 2, at("پرسید")[0] + 3
    drag(view, point_at(view, start), point_at(view, end), ALT)

    assert view.selection() == (start, end)


def test_a_drag_over_an_emoji_gives_code_points(view):
    drag(view, point_at(view, at("😀")[0]), point_at(view, at("هم سلام")[1]), ALT)

    assert view.selection() == (at("😀")[0], at("هم سلام")[1])


def test_a_double_click_takes_the_word_and_a_third_the_sentence(view):
    where = point_in(view, at("جمله")[0] + 1)
    port = view.viewport()
    QTest.mouseClick(port, LEFT, NO, where)
    QTest.mouseDClick(port, LEFT, NO, where)
    assert view.selection() == at("جمله")

    QTest.mouseClick(port, LEFT, NO, where)
    assert view.selection() == at("این جمله دوم است!")


def test_shift_click_extends_from_the_caret(view):
    view.set_caret(at("خبرنگار")[0])
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, point_at(view, at("چرا")[1]))

    assert view.selection() == (at("خبرنگار")[0], at("چرا")[1])


def test_a_drag_with_control_asks_for_a_piece(view):
    asked = signals(view.pieceRequested)
    drag(view, point_at(view, at("جمله")[0] + 1), point_at(view, at("دوم")[0] + 2), CONTROL)

    assert asked == [(at("جمله")[0], at("دوم")[1], False)]
    assert view.marks.preview is None


@pytest.mark.parametrize(("modifier", "exact"), [(NO, False), (ALT, True)])
def test_dragging_the_end_handle_asks_for_another_end(view, modifier, exact):
    asked = signals(view.resizeRequested)
    view.select_span("minister")
    start, end = at("وزیر")
    drag(view, point_at(view, end), point_at(view, at("گفت: ما")[0] + 2), modifier)

    wanted = at("گفت: ما")[0] + (2 if exact else 3)
    assert asked == [("minister", 0, start, wanted, exact)]


def test_dragging_the_start_handle_of_a_second_piece_names_it(view):
    asked = signals(view.resizeRequested)
    view.select_span("split")
    piece = view.layer.spans["split"].pieces[1]
    drag(view, point_at(view, piece.start), point_at(view, at("افزود")[0] + 2))

    assert asked == [("split", 1, at("افزود")[0], piece.end, False)]


def test_dragging_a_tag_to_a_span_asks_for_a_link(view):
    asked = signals(view.linkRequested)
    line = view.lines.line_of(at("«قرارداد")[0])
    shown = next(s for s in view.scene.shown(0, 500) if s.line == line)
    tag = next(art for art in view.painter.tag_art(shown) if art.tag.span.id == "quote")
    drag(view, tag.rect.center().toPoint(), point_in(view, at("وزیر")[0] + 1))

    assert asked == [("quote", "minister")]
    assert view.rubber is None


def test_the_pointer_tells_handles_tags_and_text_apart(view):
    view.select_span("minister")
    hover(view, point_at(view, at("وزیر")[1]))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor

    hover(view, point_in(view, at("تازه")[0]))
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_hovering_shows_the_tag_of_the_span_under_the_pointer(view):
    hover(view, point_in(view, at("میلیون")[0]))

    assert view.marks.hovered == "topic"


def test_a_right_click_selects_and_asks_for_the_menu(view):
    asked = signals(view.menuRequested)
    where = point_in(view, at("وزیر")[0])
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(view.viewport(), event)

    assert asked == [("minister", view.viewport().mapToGlobal(where))]
    assert view.selected_span == "minister"


def test_a_tooltip_names_the_spans_and_shows_a_note_as_plain_text(view, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "annotator.ui.views.gestures.QToolTip.showText", lambda *values: shown.append(values[1])
    )
    where = point_in(view, at("سخنگوی")[0])
    event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)

    assert "گوینده" in shown[0]
    assert "&lt;کیست&gt;" in shown[0]


def wheel(view, turned, modifier):
    QApplication.sendEvent(view.viewport(), wheel_event(turned, modifier))


def wheel_event(turned, modifier):
    return QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_control_and_wheel_ask_for_another_size(view):
    asked = signals(view.zoomRequested)
    wheel(view, 120, CONTROL)
    wheel(view, -120, CONTROL)

    assert asked == [(1,), (-1,)]


def test_the_wheel_scrolls(view):
    view.resize(700, 200)
    wheel(view, -240, NO)

    assert view.verticalScrollBar().value() > 0


def test_the_wheel_scrolls_beside_the_column_too(view):
    view.resize(1600, 200)
    QApplication.sendEvent(view, wheel_event(-240, NO))

    assert view.verticalScrollBar().value() > 0


def test_escape_gives_a_drag_up_and_then_belongs_to_the_window(view):
    asked = signals(view.pieceRequested)
    start, end = point_at(view, at("جمله")[0]), point_at(view, at("دوم")[1])
    port = view.viewport()
    QTest.mousePress(port, LEFT, CONTROL, start)
    QApplication.sendEvent(port, _move(port, QPointF(end), CONTROL))
    assert view.marks.preview is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, CONTROL, end)
    assert asked == []
    assert view.marks.preview is None

    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NO)
    QApplication.sendEvent(view, again)
    assert not again.isAccepted()


def test_nothing_can_be_dropped(view):
    data = QMimeData()
    data.setText("بیگانه")
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NO)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)

    assert not event.isAccepted()
    assert not view.acceptDrops()


# the model


def test_copying_gives_the_text_of_the_article_itself(qtbot, scheme):
    text = "یک\xa0دو\r\nسه\u2028چهار 😀 پنج"
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_article(Article(ArticleId("b"), text), make_layer(), scheme)
    view.set_selection(0, len(text))
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == text
    assert view.createMimeDataFromSelection().formats() == ["text/plain"]


def test_the_document_holds_no_label(view, layer):
    block = view.document().firstBlock()
    view.select_span("quote")

    assert len(block.textFormats()) == 1
    assert block.layout().formats() == []


def test_selecting_a_span_tells_it_once_and_describes_it(view):
    told = signals(view.spanSelected)
    view.select_span("quote")
    view.select_span("quote")

    assert told == [("quote",)]
    assert "سارا پارسا" in view.accessibleDescription()
    assert "قرارداد ABC-12" in view.accessibleDescription()


def test_a_range_and_a_span_are_never_selected_together(view):
    view.set_selection(*at("خبرنگار"))
    view.select_span("minister")
    assert view.selection()[0] == view.selection()[1]

    view.set_selection(*at("خبرنگار"))
    assert view.selected_span is None


def test_a_change_forgets_only_the_lines_it_touches(view, layer):
    view.viewport().repaint()
    first, last = view.lines.block_at(0), view.lines.block_at(at("وزیر")[0])
    lines = {n: view.lines.of_block(n)[0] for n in (first, last)}
    kept = {n: view.scene.segments(lines[n]) for n in lines}
    view.set_layer(layer.apply([Change(layer.key, None, span("new", "TOPIC", "طرح"))]))

    assert view.scene.segments(lines[first]) is kept[first]
    assert [s.span.id for s in view.scene.segments(lines[last])].count("new") == 1
    assert kept[last] != view.scene.segments(lines[last])


def test_a_span_that_is_gone_is_no_longer_selected(view, layer):
    view.select_span("topic")
    told = signals(view.spanSelected)
    view.set_layer(layer.apply([Change(layer.key, layer.spans["topic"], None)]))

    assert view.selected_span is None
    assert told == [(None,)]


def test_stepping_follows_reading_order_from_the_caret(view, layer):
    view.set_caret(at("سندی")[0])
    view.step_span(True)
    assert view.selected_span == "minister"

    view.step_span(False)
    assert view.selected_span == "topic"
    assert view.caret() == layer.spans["topic"].start


def test_backquote_goes_through_nested_spans_from_the_inside(view):
    view.set_caret(at("12.5")[0] + 1)
    seen = []
    for _ in range(3):
        view.cycle_nested()
        seen.append(view.selected_span)

    assert seen == ["topic", "quote", "topic"]


@pytest.mark.parametrize(("edge", "longer", "by_char", "words"), [
    ("end", True, False, "12.5 میلیون امضا"),
    ("end", False, False, "12.5"),
    ("start", True, False, "ارزش 12.5 میلیون"),
    ("start", False, False, "میلیون"),
    ("end", False, True, "12.5 میلیو"),
    ("start", True, True, " 12.5 میلیون"),
])  # fmt: skip
def test_an_edge_is_nudged_by_a_word_or_a_character(view, edge, longer, by_char, words):
    view.select_span("topic")

    assert view.nudged(edge, longer, by_char) == (0, *at(words))


def test_a_nudge_never_makes_a_span_vanish(view):
    view.select_span("minister")

    assert view.nudged("end", False, False) is None
    assert view.nudged("start", True, False) is not None


# linking by keys


def test_a_link_goes_to_the_nearest_target_before_and_steps_round(view):
    view.begin_link("split", lambda one: one.label == "SPEAKER")
    assert view.link_target() == "minister"

    view.step_link(False)
    assert view.link_target() == "speaker"
    view.step_link(False)
    assert view.link_target() == "minister"
    view.end_link()
    assert view.link_target() is None


def test_letters_find_a_target_by_its_words_or_its_entity(view):
    view.begin_link("split", lambda one: one.label == "SPEAKER")
    assert view.type_link("پار")
    assert view.link_target() == "speaker"

    assert view.type_link("وز")
    assert view.link_target() == "minister"
    assert not view.type_link("ژژ")
    assert view.link_target() == "minister"


# drawing


def colors(view):
    image = view.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)}  # fmt: skip


def test_grounds_and_lanes_are_painted_in_the_colours_of_the_theme(view, scheme):
    for theme in (view.theme, DARK):
        view.set_theme(theme)
        quote = theme.label(scheme.label("QUOTE").color)

        assert quote.lower() in colors(view)
        assert theme.tinted(quote).lower() in colors(view)


def test_a_nested_ground_replaces_its_parents(view, scheme):
    start = at("میلیون")[0]
    where = point_in(view, start, 0.02)
    line = view.lines.line_of(start)
    y = round(view.lines.baseline(line) - view.measures.ground_above + 5)
    image = view.viewport().grab().toImage()
    topic = view.theme.tinted(view.theme.label(scheme.label("TOPIC").color))

    assert image.pixelColor(where.x() - 1, y).name() == topic.lower()


@pytest.mark.parametrize("size", [14, 19, 32])
def test_every_size_and_width_is_painted_without_a_word(view, size):
    view.set_font_size(size)
    view.set_lens(True)
    view.set_hits([at("گفت")])
    view.select_span("quote")
    for width in (260, 700, 1400):
        view.resize(width, 500)
        assert not view.viewport().grab().isNull()


def test_another_size_keeps_caret_selection_and_place(view):
    view.resize(700, 200)
    view.set_selection(*at("پرسید"))
    view.restore_scroll(at("وزیر")[0])
    view.set_font_size(28)

    assert view.selection() == at("پرسید")
    assert view.scroll_position() == at("وزیر")[0]


def test_a_wide_window_has_a_centred_column(view):
    view.resize(1600, 500)
    margins = view.viewportMargins()

    assert margins.left() > 300
    assert view.viewport().width() <= view.measures.column + 60


def test_the_lines_of_an_article_have_one_pitch(view):
    heights = [view.lines.baseline(line) for line in view.lines.of_block(0)]

    assert {b - a for a, b in itertools.pairwise(heights)} == {view.measures.pitch}


def test_walking_to_the_end_scrolls_there(view):
    view.resize(400, 200)
    view.move("document", True, False)

    start, end = view.visible_range()
    assert start <= len(TEXT) <= end


def test_an_empty_article_can_be_shown_and_walked(view):
    view.clear_article()
    for unit in ("char", "word", "sentence", "paragraph", "line", "page", "document"):
        view.move(unit, True, True)
        view.move(unit, False, False)
    view.step_span(True)
    view.cycle_nested()
    view.grow()
    view.shrink()

    assert view.selection() == (0, 0)
    assert not view.viewport().grab().isNull()


def test_keys_the_view_leaves_alone_reach_its_parent(qtbot, article, layer, scheme):
    class Window(QWidget):
        def __init__(self):
            super().__init__()
            self.keys = []
            self.view = ArticleView()
            QVBoxLayout(self).addWidget(self.view)

        def keyPressEvent(self, event):
            self.keys.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    window.view.set_article(article, layer, scheme)
    window.show()
    window.view.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Left):
        QTest.keyClick(window.view, key)

    assert window.keys == [Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_Space]
