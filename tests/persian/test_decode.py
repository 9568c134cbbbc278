import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.persian.clean import decode

PLAIN = "وزير خارجه گفت: مذاكره «خوب» پيش مي\u200cرود، چند روز ديگر."
LETTERS = "ابپتثجچدرزژسشعغفقكگلمنوهي ،.\n"


def test_utf8_is_certain():
    decoded = decode("لاوروف گفت ۱۲ 😀".encode())
    assert (decoded.encoding, decoded.certain) == ("utf-8", True)
    assert decoded.text == "لاوروف گفت ۱۲ 😀"


def test_an_empty_file_is_an_empty_text():
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    "mark, codec, name",
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark, codec, name):
    decoded = decode(mark + "می\u200cشود".encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == ("می\u200cشود", name, True)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["سلام", "سلام\nReuters 12", "می\u200cشود؛ «نه»", "hello world"])
def test_utf16_without_a_mark_is_recognised(codec, text):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, codec, False)


def test_a_nul_in_utf8_does_not_make_it_utf16():
    assert decode("الف\x00ب پ".encode()).encoding == "utf-8"


def test_code_page_1256_is_recognised():
    assert decode(bytes.fromhex("E1C7E6D1E6DD2090DDCA")).text == "لاوروف گفت"
    decoded = decode(PLAIN.encode("cp1256"))
    assert (decoded.text, decoded.encoding, decoded.certain) == (PLAIN, "cp1256", False)


def test_iso_8859_6_is_preferred_where_1256_mixes_alphabets_in_words():
    decoded = decode(bytes.fromhex("E2C7E420E4C7E8D1E8E1"))
    assert (decoded.text, decoded.encoding) == ("قال لاوروف", "iso8859-6")


def test_damaged_utf8_is_refused_instead_of_read_as_garbage():
    data = "وزیر خارجه گفت".encode() + b"\xd9"
    with pytest.raises(ValueError, match="damaged at byte 26"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", bytes(range(256)), b"\xff\xfe\x00"],
)
def test_what_is_no_text_is_refused_with_a_sentence(data):
    with pytest.raises(ValueError, match="; "):
        decode(data)


@given(st.text(st.sampled_from(LETTERS + "۱۲😀«»\u200c"), min_size=3, max_size=40))
def test_whatever_is_valid_utf8_is_read_as_utf8(text):
    assert decode(text.encode()).text == text


def news_lines(shared):
    path = shared / "ntrex-fas" / "newstest2019-ref.fas.txt"
    if not path.exists():
        pytest.skip("the shared news are not here")
    digits = str.maketrans("ی۰۱۲۳۴۵۶۷۸۹", "ي0123456789")
    return [line.translate(digits) for line in path.read_text(encoding="utf-8").split("\n") if line]


def encodable(lines, encoding):
    for line in lines:
        try:
            yield line, line.encode(encoding)
        except UnicodeEncodeError:
            continue


def test_real_news_in_code_page_1256_are_recognised_line_by_line(shared_data):
    pairs = list(encodable(news_lines(shared_data), "cp1256"))
    right = sum(decode(data).text == line for line, data in pairs)
    assert len(pairs) > 1900
    assert right >= 0.999 * len(pairs)


def test_real_news_in_iso_8859_6_are_recognised_line_by_line(shared_data):
    plain = str.maketrans("گکپچژ\u200c«»ٔ٫٬…–”“’٪", "كك" + "بجز" + " " * 12)
    lines = [line.translate(plain) for line in news_lines(shared_data)]
    pairs = list(encodable(lines, "iso8859-6"))
    right = sum(decode(data).text == line for line, data in pairs)
    assert len(pairs) > 1500
    assert right >= 0.995 * len(pairs)
