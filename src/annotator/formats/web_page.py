"""Saved web pages: the main text, headline, agency, date and address; nothing else of the page.

Nothing is ever fetched, and no script is run. Finding the main text is resiliparse's work; here
stands what it needs to be safe, and what it does not know of Persian pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from annotator.domain.article import PUBLISHED, SOURCE, TITLE, URL
from annotator.domain.errors import Rejection
from annotator.formats.dates import date_in
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.formats.single import single_article
from annotator.persian.clean import decode
from annotator.persian.fold import fold_key

# deeper pages take the parser longer than the square of their depth
_DEPTH_LIMIT = 500
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 8192
_ARABIC = re.compile("[\u0600-\u06ff]")
# as browsers read these names; an Iranian page that calls itself Latin is none
_CODECS = {"windows-1256": "cp1256", "cp-1256": "cp1256", "iso-8859-6": "iso8859-6"}
_BLANK_LINES = re.compile(r"\n\s*\n+")
_EDGE_SPACES = re.compile(r"[ \t\xa0]+\n|\n[ \t\xa0]+")
_DATE_LINE = 60
_TITLE_JOINTS = re.compile(r"\s+[-–—|»«:]+\s+|\s*[|»«]\s*")
_META_KEYS = {
    TITLE: ("og:title", "twitter:title", "dc.title"),
    SOURCE: ("og:site_name", "application-name", "publisher", "dc.publisher"),
    URL: ("og:url",),
    PUBLISHED: ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "date"),
    "author": ("author", "article:author", "dc.creator"),
}
_LINKED_DATA = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage"}
# what stands around an article, by the names that agencies give it
_AROUND = [
    *("nav", "footer", "aside", "form", "button", "[class~=ads]", "[class*=advert]"),
    *("[class*=share]", "[class*=sharing]", "[class*=social]", "[class*=related]"),
    *("[class*=comment]", "[class*=breadcrumb]", "[class*=news-code]", "[class~=tags]"),
]

_Meta = dict[str, str]


class _Decoded(NamedTuple):
    text: str
    assumed: str


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield the one article of a saved web page."""
    data = source.read(LINE_LIMIT + 1)
    try:
        page = _decoded(data)
        text, meta = _article(page.text)
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    yield single_article(text, meta, name, context, page.assumed)


def _decoded(data: bytes) -> _Decoded:
    """Decode by byte order mark, then by what the page says, then by what its bytes look like."""
    if len(data) > LINE_LIMIT:
        raise ValueError(f"the page is longer than {LINE_LIMIT // 1024**2} MiB")
    if not data.strip():
        raise ValueError("the file is empty")
    declared = _DECLARED.search(data[:_HEAD])
    if declared is not None:
        name = declared.group(1).decode("ascii").lower()
        try:
            text = data.decode(_CODECS.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            if name.startswith("utf") or _ARABIC.search(text):
                return _Decoded(text.removeprefix("\ufeff"), "")
    found = decode(data)
    return _Decoded(found.text, "" if found.certain else found.encoding)


def _article(page: str) -> tuple[str, _Meta]:
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError as error:
        raise ValueError(
            "saved web pages need the package resiliparse: install it with pip"
        ) from error
    tree = HTMLTree.parse(page)
    if tree.body is None:
        raise ValueError("the file is no web page")
    _refuse_deep(tree)
    meta = _meta(tree)
    everything = tree.body.text or ""
    _keep_lists(tree)
    extract = partial(
        extract_plain_text,
        tree,
        main_content=True,
        alt_texts=False,
        comments=False,
        post_meta=False,
    )
    text = extract(skip_elements=_AROUND) or extract()
    return _without_head(_tidy(text), meta, everything), meta


def _refuse_deep(tree: Any) -> None:
    level = [tree.body]
    for _ in range(_DEPTH_LIMIT):
        level = [child for node in level for child in node.children]
        if not level:
            return
    raise ValueError(f"the page is nested more than {_DEPTH_LIMIT} deep")


def _keep_lists(tree: Any) -> None:
    """Turn the items of lists without links into paragraphs: else they pass for menus."""
    for found in tree.document.query_selector_all("article ul, article ol, main ul, main ol"):
        if found.query_selector("a, ul, ol, form") is not None:
            continue
        kept = tree.create_element("div")
        for item in found.query_selector_all("li"):
            paragraph = tree.create_element("p")
            paragraph.append_child(tree.create_text_node(item.text.strip()))
            kept.append_child(paragraph)
        found.parent.replace_child(kept, found)


def _tidy(text: str) -> str:
    lines = _EDGE_SPACES.sub("\n", _EDGE_SPACES.sub("\n", text))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def _without_head(text: str, meta: _Meta, page: str) -> str:
    """Take headline and date lines from the beginning of a text; they stand in the metadata."""
    lines = text.split("\n")
    while len(lines) > 1:
        line = lines[0].strip()
        is_title = bool(line) and fold_key(line) == fold_key(meta.get(TITLE, ""))
        date = date_in(line) if len(line) <= _DATE_LINE else ""
        if line and not is_title and not date:
            break
        if date:
            meta.setdefault(PUBLISHED, date)
        del lines[0]
    if PUBLISHED not in meta and (date := date_in(page)):
        meta[PUBLISHED] = date
    return "\n".join(lines)


def _meta(tree: Any) -> _Meta:
    named: _Meta = {}
    for element in tree.document.query_selector_all("meta[content]"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        if name and (value := (element.getattr("content") or "").strip()):
            named.setdefault(name.lower(), value)
    found = _linked_data(tree)
    for key, names in _META_KEYS.items():
        value = next((named[name] for name in names if name in named), "")
        if value and key not in found:
            found[key] = value
    link = tree.document.query_selector("link[rel=canonical]")
    if URL not in found and link is not None and link.getattr("href"):
        found[URL] = link.getattr("href").strip()
    if PUBLISHED not in found and (time := tree.document.query_selector("time[datetime]")):
        found[PUBLISHED] = time.getattr("datetime").strip()
    _complete_title(tree, found)
    return found


def _complete_title(tree: Any, found: _Meta) -> None:
    """Find headline and agency: the first heading, and what the title of the window adds to it."""
    whole = (tree.title or "").strip()
    parts = [part for part in _TITLE_JOINTS.split(whole) if part.strip()]
    headings = [h.text.strip() for h in tree.document.query_selector_all("h1, h2")[:10]]
    heading = next((h for h in headings if h and h in whole), "")
    title = found.get(TITLE) or heading or max(parts, key=len, default="")
    if title:
        found[TITLE] = " ".join(title.split())
    rest = [part.strip() for part in parts if part.strip() not in title]
    if SOURCE not in found and len(rest) == 1 and len(parts) > 1:
        found[SOURCE] = rest[0]


def _linked_data(tree: Any) -> _Meta:
    """Return what the page tells search engines about its article."""
    for script in tree.document.query_selector_all('script[type="application/ld+json"]')[:20]:
        try:
            value = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for one in _things(value):
            kinds = one.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in _LINKED_DATA for kind in kinds if isinstance(kind, str)):
                found = {
                    TITLE: _text(one.get("headline")),
                    PUBLISHED: _text(one.get("datePublished")),
                    SOURCE: _text(one.get("publisher")),
                    "author": _text(one.get("author")),
                    URL: _text(one.get("url")),
                }
                return {key: text for key, text in found.items() if text}
    return {}


def _things(value: Any) -> list[dict[str, Any]]:
    things = value if isinstance(value, list) else [value]
    inner = [g for thing in things if isinstance(thing, dict) for g in _graph(thing)]
    return [thing for thing in (*things, *inner) if isinstance(thing, dict)]


def _graph(thing: dict[str, Any]) -> list[Any]:
    graph = thing.get("@graph")
    return graph if isinstance(graph, list) else []


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) else ""
