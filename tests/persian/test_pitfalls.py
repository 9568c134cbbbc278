"""One fact or more for each text that breaks naive tools; the texts stand in data/pitfalls.json."""

import json
from pathlib import Path

import pytest

from annotator.persian.clean import clean, decode, for_display, notices
from annotator.persian.display import terminal
from annotator.persian.fold import FoldLevel, bad_name_characters, fold_key, search
from annotator.persian.marks import guillemet_pairs, unclosed_marks
from annotator.persian.segment import next_grapheme, sentence_spans, word_at, word_spans
from annotator.persian.snap import snap

ROWS = json.loads((Path(__file__).parent / "data" / "pitfalls.json").read_text("utf-8"))
TEXTS = {row["id"]: row["text"].encode("utf-16", "surrogatepass").decode("utf-16") for row in ROWS}
LOOSE = FoldLevel.LOOSE


def words(text):
    return [text[start:end] for start, end in word_spans(text)]


def one_word(text):
    return word_spans(text) == [(0, len(text))]


def found(text, query, level=FoldLevel.STANDARD):
    return [text[start:end] for start, end in search(text, query, level)]


def kept(text):
    return clean(text).text == text == "".join(for_display(text))


def told(text):
    return dict(notices(text))


def cleaned(text):
    return clean(text).text, dict(clean(text).changes)


def snapped(text, start, end):
    return snap(text, start, end, trim=" \u200c،؛:.", guillemets="in")


FACTS = {
    "zwnj-kept": lambda t: kept(t) and one_word(t) and next_grapheme(t, 1) == 3,
    "zwnj-lost": lambda t: kept(t) and found(t, "می\u200cدانیم") == [t],
    "zwnj-double": lambda t: kept(t) and one_word(t) and told(t) == {"double_zwnj": 1},
    "zwnj-edge": lambda t: kept(t) and snapped(t, 0, 4) == (0, 3),
    "not-sign": lambda t: one_word(t) and snapped(t, 3, 6) == (0, 6) and told(t) == {"not_sign": 1},
    "zwj": lambda t: one_word(t) and found(t, "ه.ش") == [t] and len(sentence_spans(t)) == 1,
    "mi-space": lambda t: words(t) == ["می", "شود"] and found(t, "میشود", LOOSE) == [t],
    "arabic-yeh-kaf": lambda t: kept(t) and found(t, "کتاب یک") == [t],
    "alef-maksura": lambda t: kept(t) and found(t, "علی") == [t],
    "tatweel": lambda t: one_word(t) and found(t, "کتاب") == [t],
    "diacritics": lambda t: one_word(t) and found(t, "محمد") == [t] and snapped(t, 3, 6) == (0, 8),
    "heh-hamza": lambda t: len(words(t)) == len(found(t, "خانه")) == 4,
    "hamza-carriers": lambda t: len(found(t, "رؤسا")) == len(found(t, "روسا")) == 2,
    "madda": lambda t: (
        (len(found(t, "آن")), len(found(t, "ان"))) == (2, 0) and found(t, "ان", LOOSE)
    ),
    "digits": lambda t: len(words(t)) == len(found(t, "١٤٠٤")) == 3,
    "percent": lambda t: words(t) == found(t, "12.5%") == ["۱۲٫۵٪", "12.5%"],
    "latin-in-rtl": lambda t: snapped(t, 1, 14) == (0, 15),
    "url": lambda t: words(t)[1] == "https://a.ir/x?y=1" and snapped(t, 9, 12) == (7, 25),
    "hashtag": lambda t: words(t) == ["#برجام_ابدی", "@user"] and word_at(t, 13) == (12, 17),
    "latin-first": lambda t: kept(t) and words(t) == ["Reuters", "سلام"],
    "rlm-lrm": lambda t: kept(t) and snapped(t, 0, 6) == (1, 5) and found(t, "سلام") == ["سلام"],
    "rlo-spoof": lambda t: kept(t) and told(t) == {"bidi_control": 2} and bad_name_characters(t),
    "isolate-open": lambda t: kept(t) and told(t) == {"bidi_control": 1},
    "bom": lambda t: cleaned(t) == (t[1:], {"bom": 1}) and len(for_display(t)) == len(t),
    "crlf": lambda t: cleaned(t) == ("الف\nب", {"crlf": 1}) and for_display(t) == "الف\u200b\nب",
    "cr": lambda t: cleaned(t) == ("الف\nب", {"cr": 1}) and for_display(t) == "الف\nب",
    "line-sep": lambda t: cleaned(t) == ("الف\nب", {"line_separator": 1}),
    "para-sep": lambda t: cleaned(t) == ("الف\nب", {"paragraph_separator": 1}),
    "nel-vt-ff": lambda t: cleaned(t) == ("الف\nب", {"nel": 1}),
    "nbsp": lambda t: kept(t) and words(t) == ["سه", "شنبه"] and found(t, "سه شنبه") == [t],
    "nonchar": lambda t: cleaned(t) == ("الف\ufffdب", {"noncharacter": 1}),
    "nul": lambda t: cleaned(t) == ("الف\ufffdب", {"nul": 1}),
    "astral": lambda t: word_spans(t)[0] == (2, 8) and word_at(t, 0) == (0, 1),
    "zwj-emoji": lambda t: kept(t) and next_grapheme(t, 0) == 5 and snapped(t, 2, 3) == (0, 5),
    "soft-hyphen": lambda t: one_word(t) and found(t, "رئیس\u200cجمهور") == [t],
    "presentation": lambda t: kept(t) and fold_key(t) == "لا ریال ک",
    "allah-ligature": lambda t: len(fold_key(t)) == 18 and found(t, "عليه") == [t],
    "nfd": lambda t: kept(t) and found(t, "ئ") == found(t, "ی") == [t],
    "kurdish-urdu": lambda t: kept(t) and fold_key(t) == fold_key("ه و ی ه ه ی"),
    "cp1256": lambda t: decode(t.encode("cp1256")).text == t,
    "iso8859-6": lambda t: decode(t.encode("iso8859-6")).text == t,
    "mojibake": lambda t: told(t) == {"mojibake": 1},
    "entities": lambda t: kept(t) and told(t) == {"html_entity": 3},
    "nested-quotes": lambda t: guillemet_pairs(t) == [(0, 20), (9, 13)],
    "unclosed-quote": lambda t: guillemet_pairs(t) == [] and unclosed_marks(t) == [8],
    "reversed-quotes": lambda t: kept(t) and guillemet_pairs(t) == [(0, 6)],
    "scare-quotes": lambda t: guillemet_pairs(t) == [(0, 14)],
    "span-space": lambda t: snapped(t, 0, len(t)) == (2, 5),
    "lone-mark": lambda t: snapped(t, 3, 4) == (0, 4),
    "case": lambda t: len(found(t, "fbi")) == 3,
    "reshaper": lambda t: kept(t) and terminal(t, bidi=True) == t != terminal(t, bidi=False),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_wanted_of_each_nasty_text_holds(name):
    assert FACTS[name](TEXTS[name])


def test_no_pitfall_of_the_shared_data_is_left_out(shared_data):
    rows = json.loads((shared_data / "text_pitfalls.json").read_text("utf-8"))
    assert {row["id"] for row in rows} - {"long-line"} == set(FACTS) == set(TEXTS)


def test_a_line_of_245_000_characters_is_cut_in_one_pass():
    text = "او گفت «نه» و رفت. " * 13_000
    assert len(sentence_spans(text)) == len(guillemet_pairs(text)) == 13_000
    assert len(word_spans(text)) == 65_000
