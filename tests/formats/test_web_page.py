"""Saved web pages: the article and nothing else, its half-spaces and metadata whole."""

import socket

import pytest

from annotator.formats import web_page
from formats.reading import articles, read_all, reasons

TITLE = "امضای تفاهم‌نامهٔ نوسازی ناوگان ریلی"
PARAGRAPHS = [
    "سخنگوی وزارت راه در نشست خبری گفت: «طرح نوسازی تا پایان سال اجرا می‌شود» و رفت.",
    "وی در پاسخ به پرسشی دربارهٔ تأخیر پروژه تأکید کرد: پیمانکار تازه کار خود را آغاز خواهد کرد.",
    "به گفتهٔ مدیرعامل شرکت قطارها، دو طرف تفاهم‌نامه‌ای سه‌ساله امضا کرده‌اند و خشنودند.",
    "«این توافق برای هر دو کشور سودمند است»، او گفت، «و راه همکاری‌های تازه را باز می‌کند».",
]
AROUND = """<header><nav><ul><li><a href="/">صفحه نخست</a></li><li><a href="/p">سیاسی</a></li></ul></nav>
</header><aside class="sidebar"><h3>پربازدیدها</h3><ul><li><a href="/1">خبر دیگر یک</a></li></ul></aside>"""
BELOW = """<div class="ads"><script>document.write("<p>متن اسکریپت</p>")</script>
<a href="http://ad.example"><img src="http://ad.example/x.gif" alt="تبلیغ"></a></div>
<div class="share">کد خبر: ۱۲۳۴۵ <a href="#">تلگرام</a></div>
<section class="comments"><h4>نظرات</h4><p>علی: بسیار خوب است امیدوارم زودتر اجرا شود</p></section>
<footer><p>تمامی حقوق محفوظ است.</p></footer>"""


def page(inner, head='<meta charset="utf-8">', title=TITLE):
    return (
        f'<!doctype html><html lang="fa" dir="rtl"><head>{head}<title>{title}</title></head>'
        f"<body>{AROUND}{inner}{BELOW}</body></html>"
    )


def body(joint=None):
    if joint:
        return f'<div class="body">{joint.join(PARAGRAPHS)}</div>'
    return "".join(f"<p>{one}</p>" for one in PARAGRAPHS)


def lines(text):
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    "inner",
    [
        f"<main><article><h1>{TITLE}</h1>{body()}</article></main>",
        f'<div id="c"><h2>{TITLE}</h2><div class="date">۲۶ آذر ۱۴۰۴</div>{body("<br/>")}</div>',
        f"<table><tr><td><h1>{TITLE}</h1>{body('<br><br>')}</td></tr></table>",
    ],
    ids=["article", "divs", "table"],
)
def test_only_the_main_text_comes_in_with_its_half_spaces(inner):
    (found,) = articles(read_all(web_page.read, page(inner).encode(), "a/خبر.html"))

    assert lines(found.text) == PARAGRAPHS
    assert (found.id, found.title) == ("خبر", TITLE)


def test_headline_agency_date_and_address_come_from_what_the_page_tells_search_engines():
    head = (
        '<meta charset="utf-8"><link rel="canonical" href="https://news.example/n/1">'
        '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],'
        f'"headline":"{TITLE}","datePublished":"2025-12-17T08:30:00+03:30",'
        '"publisher":{"@type":"Organization","name":"خبرگزاری نمونه"}}]}</script>'
    )
    data = page(f"<article>{body()}</article>", head, "چیز دیگر").encode()
    (found,) = articles(read_all(web_page.read, data))

    assert found.meta == {
        "title": TITLE,
        "published": "2025-12-17T08:30:00+03:30",
        "source": "خبرگزاری نمونه",
        "url": "https://news.example/n/1",
    }


def test_without_them_title_and_date_are_found_on_the_page():
    inner = (
        f'<h1>{TITLE}</h1><span>چهارشنبه ۲۶ آذر ۱۴۰۴ - ۰۸:۳۰</span><div class="b">{body()}</div>'
    )
    data = page(inner, title=f"خبرگزاری نمونه | {TITLE}").encode()
    (found,) = articles(read_all(web_page.read, data))

    assert found.meta == {"title": TITLE, "source": "خبرگزاری نمونه", "published": "2025-12-17"}


@pytest.mark.parametrize(
    ("head", "encoding", "assumed"),
    [
        ('<meta charset="windows-1256">', "cp1256", ""),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
            "cp1256",
            "",
        ),
        ('<meta charset="iso-8859-1">', "utf-8", ""),
        ("", "utf-8", ""),
        ("", "utf-16", ""),
    ],
)
def test_the_encoding_is_found(head, encoding, assumed):
    text = page(f"<article>{body()}</article>", head).replace("ی", "ي").replace("ٔ", "")
    (found,) = read_all(web_page.read, text.encode(encoding, "xmlcharrefreplace"))

    assert lines(found.article.text)[2].startswith("به گفته مديرعامل")
    assert found.encoding == assumed


def test_items_of_a_list_in_the_article_stay():
    inner = f"<article>{body()}<ul><li>نوسازی ۲۰۰ واگن</li><li>آموزش نیرو</li></ul></article>"
    (found,) = articles(read_all(web_page.read, page(inner).encode()))

    assert lines(found.text) == [*PARAGRAPHS, "نوسازی ۲۰۰ واگن", "آموزش نیرو"]


def test_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    inner = (
        f'<article>{body()}<img src="http://x.example/a.png"><iframe src="//y"></iframe></article>'
    )

    assert articles(read_all(web_page.read, page(inner).encode()))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n", "f:1: the file is empty"),
        (
            b"<html><body><script>x</script></body></html>",
            "f:1: the file holds no text of an article",
        ),
        (b"<div>" * 3000 + b"x", "f:1: the page is nested more than 500 deep"),
        (b"\x00\x01\x02\x03" * 40, "f:1: the file is not a text file; choose a plain text file"),
        (b"<p>" + b"x" * (16 * 1024 * 1024), "f:1: the page is longer than 16 MiB"),
    ],
    ids=["blank", "no text", "deep", "binary", "long"],
)
def test_a_page_that_cannot_be_taken_is_rejected_in_a_sentence(data, reason):
    assert reasons(read_all(web_page.read, data)) == [reason]
