import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.persian.clean import clean, for_display, notices

DIRT = "الف \n\r\x0b\x0c\x85\u2028\u2029\x00\ufdd0\ufffe\U0001ffff\ufeff\ufffc\u200c😀"
dirty = st.text(st.sampled_from(DIRT), max_size=30)
relaxed = settings(max_examples=300)


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    "raw, cleaned, changes",
    [
        ("الف\r\nب", "الف\nب", {"crlf": 1}),
        ("الف\rب", "الف\nب", {"cr": 1}),
        ("\r\r\n", "\n\n", {"cr": 1, "crlf": 1}),
        ("الف\u2028ب", "الف\nب", {"line_separator": 1}),
        ("الف\u2029ب", "الف\nب", {"paragraph_separator": 1}),
        ("الف\x85ب", "الف\nب", {"nel": 1}),
        ("\x0bالف\x0cب", "\nالف\nب", {"vertical_tab": 1, "form_feed": 1}),
        ("\ufeffلاوروف", "لاوروف", {"bom": 1}),
        ("الف\ufeffب", "الف\ufeffب", {}),
        ("الف\x00ب", "الف\ufffdب", {"nul": 1}),
        ("الف\ufdd0\ufdd1\U0010fffe", "الف\ufffd\ufffd\ufffd", {"noncharacter": 3}),
    ],
)
def test_each_kind_of_dirt_is_cleaned_and_counted(raw, cleaned, changes):
    cleaning = clean(raw)
    assert cleaning.text == cleaned
    assert dict(cleaning.changes) == changes
    assert cleaning.changed == bool(changes)


@pytest.mark.parametrize(
    "text",
    [
        "می\u200c\u200cشود",
        "سه\xa0شنبه",
        "ي\u0654 ك",
        "👨\u200d👩\u200d👧",
        "\u202eالف\u202c",
        "a\tb",
    ],
)
def test_spelling_marks_and_spaces_are_kept(text):
    assert clean(text).text == text
    assert not clean(text).changed


def test_a_lone_surrogate_is_refused_with_its_position_in_what_came_in():
    with pytest.raises(ValueError, match="character 3 "):
        clean("\ufeffab\ud83d")


@relaxed
@given(dirty)
def test_cleaning_is_done_once_and_for_all(text):
    once = clean(text).text
    assert not clean(once).changed
    assert re.search("[\r\x0b\x0c\x85\u2028\u2029\x00\ufdd0\ufffe\U0001ffff]", once) is None
    assert not once.startswith("\ufeff")


@relaxed
@given(dirty)
def test_what_is_shown_keeps_every_position(text):
    shown = for_display(text)
    assert len(shown) == len(text)
    assert utf16_length(shown) == utf16_length(text)
    assert all(a == b or a in DIRT[4:] for a, b in zip(text, shown, strict=True))


def test_line_ends_are_shown_as_lines_and_carriage_returns_as_nothing():
    assert for_display("الف\r\nب\rپ\u2028ت") == "الف\u200b\nب\nپ\nت"
    assert for_display("\ufeffa\x00b\ufdd1c\ufffcd") == "\u2060a\ufffdb\ufffdc\ufffdd"


@relaxed
@given(dirty)
def test_qt_shows_as_many_positions_as_the_text_has(text):
    gui = pytest.importorskip("PySide6.QtGui")
    document = gui.QTextDocument()
    document.setPlainText(for_display(text))
    assert document.characterCount() - 1 == utf16_length(text)


@pytest.mark.parametrize(
    "text, name, count",
    [
        ("می\u200c\u200cشود", "double_zwnj", 1),
        ("گفت\u200c و", "zwnj_at_space", 1),
        ("می\xacشود", "not_sign", 1),
        ("\u202eدلار\u202c", "bidi_control", 2),
        ("\u2066سلام", "bidi_control", 1),
        ("\ufefb \ufb8e", "presentation_form", 2),
        ("می&zwnj;شود &#8204;", "html_entity", 2),
        ("او گفت: «فردا", "unclosed_guillemet", 1),
        ("الف\ufffd", "replacement_character", 1),
        ("كتاب", "arabic_letter", 1),
        ("سلام".encode().decode("cp1256"), "mojibake", 1),
        ("سلام".encode().decode("cp1252", "ignore") * 2, "mojibake", 1),
    ],
)
def test_what_is_kept_but_odd_is_told(text, name, count):
    assert dict(notices(text))[name] == count


@pytest.mark.parametrize(
    "text",
    ["می\u200cشود؛ «سلام» و ۱۲٫۵٪", "شرط، طبع؛ عطا", "Ølgod Ùtil 5\xac6", "R&D & co", "۱۰۰ ﷼"],
)
def test_ordinary_text_gives_no_notice(text):
    assert notices(text) == ()
