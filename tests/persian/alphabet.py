"""Strategies for nasty Persian texts, shared by the tests of this folder."""

from hypothesis import strategies as st

PIECES = [
    *"ابپتثجچحدرزژسشعغفقکگلمنوهیآئأؤةيىكء",
    *("\u200c", "\u200d", "\u200f", "\u200e", "\xad", "\xac", "\u0640", "\ufeff"),
    *("\u064e", "\u0651", "\u0653", "\u0654", "\u0301"),
    *"۰۱۲٣٤56٫٬٪%",
    *("می\u200cشود", "گفت", "ه.ش.", "U.S.", "don’t", "#تگ_ها", "@user", "https://a.ir/x?y=1"),
    *("👨\u200d👩\u200d👧", "🇮🇷", "👍🏽", "❤\ufe0f", "😀", "\ufefb", "\ufdfa", "\ufb8e"),
    *"aBé./:",
    *("  ", " ", " ", " ", " ", "\n", "\xa0", "\t"),
    *"،؛؟!.…()-",
    *'«»«»“”„‟"‹›‘’',
]
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@st.composite
def selections(draw):
    """Draw a text and a half-open range of it."""
    text = draw(texts)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, start, end


@st.composite
def carets(draw):
    """Draw a text and a position in it."""
    text = draw(texts)
    return text, draw(st.integers(0, len(text)))
