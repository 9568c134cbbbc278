"""What the tests of storage and workspace work with: a small scheme, texts, projects in a folder."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.domain import scheme_file
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Span, single
from annotator.formats.records import Record
from annotator.workspace.importing import ImportOptions, ImportReport, import_records
from annotator.workspace.workspace import Workspace

TEXT = (
    "وزیر کشاورزی گفت: «امسال باران خوب بود و گندم بیشتری خریدیم.»\n"
    "علی رضایی افزود که قرارداد خرید گندم امضا شده است.\n"
    "رضایی این را در گفت‌وگو با خبرنگاران گفت. او خوشحال بود."
)
OTHER = "بازار تبریز پس از بازسازی باز شد. شهردار گفت: «همه آمدند.»"


def value(one: str) -> dict[str, str]:
    return {"value": one, "fa": one, "en": one}


SCHEME = scheme_file.parse(
    {
        "id": "test",
        "version": 1,
        "name": {"fa": "آزمون", "en": "Test"},
        "labels": [
            {
                "id": "SPEAKER",
                "key": "1",
                "edges": {"trim": " ،.:", "guillemets": "out"},
                "attributes": [
                    {"id": "kind", "default": "person", "values": [value("person"), value("body")]},
                    {"id": "entity", "type": "entity"},
                ],
            },
            {
                "id": "QUOTE",
                "key": "2",
                "edges": {"trim": " ،.:", "guillemets": "in"},
                "attributes": [
                    {
                        "id": "type",
                        "required": True,
                        "auto": True,
                        "values": [value("direct"), value("indirect"), value("mixed")],
                    },
                    {"id": "note_of", "type": "text"},
                ],
            },
            {"id": "TOPIC", "key": "3", "attributes": [{"id": "words", "type": "text_list"}]},
        ],
        "relations": [
            {"id": "SAID_BY", "from": ["QUOTE"], "to": ["SPEAKER"]},
            {"id": "CONTINUES", "from": ["QUOTE"], "to": ["QUOTE"], "max": 1},
            {"id": "SAME_AS", "from": ["SPEAKER"], "to": ["SPEAKER"], "same_label": True, "max": 1},
        ],
        "document": [{"id": "genre", "type": "text"}],
    }
)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **values: float) -> None:
        self.now += timedelta(**values)


def article(identity: str, text: str = TEXT, **meta: str) -> Article:
    return Article(ArticleId(identity), text, meta)


def span(identity: str, start: int, end: int, label: str = "TOPIC", **values: object) -> Span:
    return Span(SpanId(identity), label, single(start, end), **values)


def layer(
    identity: str, annotator: str | None, spans: Sequence[Span] = (), status: Status = Status.DONE
) -> Layer:
    key = LayerKey(ArticleId(identity), annotator)
    return Layer(key, LayerState(status), {one.id: one for one in spans})


def bring(ws: Workspace, *records: Record, **options: object) -> ImportReport:
    return import_records(ws, iter(records), ImportOptions(**options))


def record(one: Article, on_it: Layer | None = None, line: int = 1, **values: object) -> Record:
    return Record("file.jsonl", line, one, on_it, **values)


def project(folder: Path, *, name: str = "news", clock: Clock | None = None) -> Workspace:
    """Make a project of two articles, with Sara (lead) present and Omid (annotator) beside her."""
    ws = Workspace.create(
        folder / f"{name}.annotator", SCHEME, lead="Sara", clock=clock or Clock(), lock=True
    )
    ws.add_person("Omid")
    bring(ws, record(article("a1", title="گندم")), record(article("a2", OTHER, title="بازار")))
    ws.sign_in("Sara")
    return ws


def mine(identity: str = "a1", annotator: str | None = "Sara") -> LayerKey:
    return LayerKey(ArticleId(identity), annotator)


def place(words: str, text: str = TEXT, nth: int = 0) -> tuple[int, int]:
    """Find where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)
