"""Who said what: one row a quote, for people who do not train models.

The quotes are the spans that may have a speaker by the scheme; what they are about stands in one
column for each label that the relation allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain import attribution
from annotator.domain.article import PUBLISHED, SOURCE, URL, Article
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.formats import sheets
from annotator.formats.records import Labelled
from annotator.formats.spans_table import JOINT, shown, whose

_ARTICLE = ("article", "title", "source", "published", "url", "annotator")
_QUOTE = ("quote", "type", "speaker", "speaker_words")


def write_csv(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield the table as CSV."""
    return sheets.csv_bytes(rows(articles, scheme))


def write_xlsx(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield the table as an Excel workbook."""
    right_to_left = scheme.direction == "rtl"
    return sheets.xlsx_bytes(rows(articles, scheme), "quotes", right_to_left=right_to_left)


def rows(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[list[str]]:
    """Yield the header and a row for each quote, in reading order."""
    said_by = scheme.relation(attribution.SAID_BY)
    about = scheme.relation(attribution.ABOUT)
    subjects = list(about.targets) if about else []
    yield [*_ARTICLE, *_QUOTE, *(label.lower() for label in subjects), "note"]
    for article, layers in articles:
        for layer in layers:
            for span in layer.index:
                if said_by and span.label in said_by.sources:
                    yield [
                        *_article(article, layer),
                        *_quote(article.text, layer, span),
                        *(_about(article.text, layer, span, label) for label in subjects),
                        span.note,
                    ]


def _article(article: Article, layer: Layer) -> list[str]:
    known = [article.known(key) for key in (SOURCE, PUBLISHED, URL)]
    return [article.id, article.title, *known, whose(layer)]


def _quote(text: str, layer: Layer, span: Span) -> list[str]:
    found = attribution.speakers(layer, span)
    names = dict.fromkeys(attribution.display_name(layer, text, one) for one in found)
    words = JOINT.join(one.quoted(text) for one in found)
    kind = shown(span.attributes.get(attribution.TYPE, ""))
    return [span.quoted(text), kind, JOINT.join(names), words]


def _about(text: str, layer: Layer, span: Span, label: str) -> str:
    targets = [layer.spans[t] for t in layer.targets(span.id, attribution.ABOUT)]
    named = (attribution.display_name(layer, text, t) for t in targets if t.label == label)
    return JOINT.join(dict.fromkeys(named))
