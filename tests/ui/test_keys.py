import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.commands.actions import ACTIONS, Scope, bindings
from annotator.ui.keys import Combo, KeyMap, Press, candidates, digit, parse, shown


def pressed(key=0, text="", scan=0, *, virtual=0, ctrl=False, alt=False, shift=False):
    return Press(key, text, scan, virtual, ctrl, alt, shift)


def found(press, platform="linux"):
    return next(candidates(press, platform), None)


@pytest.mark.parametrize("spec", ["L", "Ctrl+Shift+F", "+", "Ctrl++", "Alt+Shift+]", "?", "PgDn"])
def test_a_key_is_written_as_it_is_read(spec):
    assert parse(str(parse(spec))) == parse(spec)


@pytest.mark.parametrize(
    ("press", "combo"),
    [
        (pressed(0x4C, "l", 46), Combo("L")),
        (pressed(0x645, "م", 46), Combo("L")),
        (pressed(0x645, "", 46, ctrl=True), Combo("L", ctrl=True)),
        (pressed(0x6F1, "۱", 10), Combo("1")),
        (pressed(0x661, "١", 10), Combo("1")),
        (pressed(0x686, "چ", 35), Combo("]")),
        (pressed(0x5A, "\x1a", 52, ctrl=True), Combo("Z", ctrl=True)),
        (pressed(0x61F, "؟", 61, shift=True), Combo("?")),
        (pressed(int(Qt.Key.Key_Backtab), "", 23, shift=True), Combo("Tab", shift=True)),
        (pressed(0x200C, "\u200c", 65, shift=True), Combo("Space", shift=True)),
        (pressed(int(Qt.Key.Key_PageDown), "", 117, ctrl=True), Combo("PgDn", ctrl=True)),
    ],
)
def test_x11_and_wayland_keys_are_told_by_character_or_place(press, combo):
    assert combo in list(candidates(press, "linux"))


def test_the_same_place_counts_on_every_system():
    meem = pressed(0x645, "م", 38)
    assert found(meem, "win32") == Combo("L")
    assert found(pressed(0x645, "م", 0, virtual=37), "darwin") == Combo("L")


def test_a_latin_layout_counts_by_its_letters_not_by_places():
    # Q lies where A is on a US keyboard
    assert found(pressed(0x51, "q", 38)) == Combo("Q")


def test_shifted_signs_are_found_without_a_place_too():
    assert Combo("]", shift=True) in list(candidates(pressed(0x7D, "}", 0, shift=True)))
    assert Combo("+") in list(candidates(pressed(0x2B, "+", 21, shift=True)))


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("۳", 3), ("٣", 3), ("x", None)])
def test_digits_of_three_scripts_pick_from_a_menu(text, number):
    assert digit(pressed(ord(text), text, 0)) == number


def test_the_place_of_a_persian_digit_row_is_not_needed():
    assert digit(pressed(0x6F7, "۷", 0)) == 7


def test_an_event_is_taken_apart_with_its_modifiers():
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0x46, held, 41, 0, 0, "")

    assert found(Press.of(event)) == Combo("F", ctrl=True, shift=True)


def test_no_two_actions_share_a_key():
    specs = [parse(spec) for a in ACTIONS if a.scope is not Scope.VIEW for spec in a.keys]

    assert len(specs) == len(set(specs))


def test_own_keys_take_the_place_of_the_table_and_labels_come_first():
    table = bindings({"flag": ["G"], "history": ["1"]}, {"SPEAKER": "1"})
    keys = KeyMap(table)

    assert keys.action(pressed(0x47, "g"))[0] == "flag"
    assert keys.action(pressed(0x46, "f")) is None
    assert keys.action(pressed(0x31, "1"))[0] == "label:SPEAKER"


def test_keys_are_shown_left_to_right():
    assert shown("Ctrl+PgDn") == "\u2066Ctrl+PgDn\u2069"
