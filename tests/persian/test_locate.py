from hypothesis import given, strategies

from annotator.persian.fold import FoldLevel, find_all, fold
from annotator.persian.locate import Locator

ALPHABET = (
    'اآأبکكیيهة وو  \n\u200c\u0640\u064e\u0654\u06f1١1aA«»"،\xac\ufdfc\ufefb\xa0\u0653\u200f😀'
)
texts = strategies.text(ALPHABET, max_size=40)
queries = strategies.text(ALPHABET, min_size=1, max_size=4)


@given(texts, queries, strategies.sampled_from(FoldLevel), strategies.booleans())
def test_the_places_are_those_of_the_slow_way(text, query, level, whole_words):
    wanted = find_all(fold(text, level), query.strip(), whole_words)

    assert Locator(query, level, whole_words=whole_words).places(text) == wanted


@given(strategies.lists(texts, max_size=4), queries)
def test_one_locator_serves_many_texts(many, query):
    locator = Locator(query)

    assert [locator.places(text) for text in many] == [
        find_all(fold(text), query.strip()) for text in many
    ]


def test_neighbouring_repetitions_are_each_found():
    assert Locator("ا ا", whole_words=True).places("با ا ا") == [(3, 6)]
    assert Locator("اا").places("اااا") == [(0, 2), (2, 4)]
