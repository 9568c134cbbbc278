"""Articles prove their text and find a title to show."""

import hashlib

from annotator.domain.article import Article, first_line, id_from_text
from annotator.domain.ids import ArticleId


def test_the_hash_is_of_the_text_in_utf8():
    text = "می‌شود 😀\n"

    assert Article(ArticleId("a"), text).sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_an_id_is_made_from_the_text_alone():
    assert id_from_text("الف") == id_from_text("الف") != id_from_text("ب")


def test_the_title_is_the_metadata_s_else_the_first_line_else_the_id():
    assert Article(ArticleId("a"), "متن", {"title": "تیتر"}).title == "تیتر"
    assert Article(ArticleId("a"), "\n\n سطر نخست\nدوم", {"title": 7}).title == "سطر نخست"
    assert Article(ArticleId("a"), " \n").title == "a"


def test_a_long_first_line_is_cut():
    assert len(first_line("ا" * 500)) == 80
