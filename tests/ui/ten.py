"""A project of ten annotators who mark made-up articles, each with slips of their own."""

import random
from pathlib import Path

from annotator.domain import scheme_file
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Span, single
from annotator.formats.records import Record
from annotator.workspace.importing import ImportOptions, import_records
from annotator.workspace.workspace import Workspace

NAMES = ["سارا", "رضا", "نرگس", "امید", "لیلا", "کاوه", "مینا", "بهرام", "شیرین", "پویا"]
LEAD = "مهتاب"
LABELS = ("SPEAKER", "QUOTE", "AGREEMENT", "TOPIC")
SCHEME = Path(__file__).parents[2] / "resources" / "schemes" / "fa-news-attribution.json"
_SENTENCES = (
    "وزیر راه گفت: «پل تازه تا پایان سال آماده می‌شود.»",
    "شهردار افزود که بودجهٔ آن در شورا تصویب شده است.",
    "دو طرف بر سر ساخت سه ایستگاه به توافق رسیدند.",
    "خبرنگاران دربارهٔ زمان آغاز کار پرسیدند.",
    "سخنگو پاسخ داد: «از فردا آغاز می‌کنیم و درنگ نمی‌کنیم.»",
)


def make(path: Path, articles: int = 12, annotators: int = 10, seed: int = 5) -> None:
    """Write the project; the same seed gives the same one."""
    chance = random.Random(seed)
    scheme = scheme_file.parse_text(SCHEME.read_text(encoding="utf-8"))
    records = []
    for number in range(articles):
        text = f"خبر شمارهٔ {number + 1}\n" + " ".join(chance.choices(_SENTENCES, k=9))
        article = Article(ArticleId(f"a{number:02d}"), text, {"title": text.split("\n")[0]})
        truth = _truth(text, chance)
        readers = [n for n in NAMES[:annotators] if chance.random() < 0.8]
        layers = [_layer(article, name, truth, chance) for name in readers]
        records += [Record("ten", None, article, layer) for layer in layers]
    with Workspace.create(path, scheme, lead=LEAD) as ws:
        for name in NAMES[:annotators]:
            ws.add_person(name)
        import_records(ws, iter(records), ImportOptions())


def _truth(text: str, chance: random.Random) -> list[tuple[int, int, str]]:
    found, start = [], text.index("\n") + 1
    while start < len(text) - 12:
        end = min(start + chance.randrange(8, 40), len(text))
        found.append((start, end, chance.choice(LABELS)))
        start = end + chance.randrange(2, 14)
    return found


def _layer(
    article: Article, name: str, truth: list[tuple[int, int, str]], chance: random.Random
) -> Layer:
    slips = 0.04 + 0.03 * NAMES.index(name)
    spans = {}
    for number, (start, end, label) in enumerate(truth):
        kind = chance.random()
        if kind < slips:
            continue
        shorter = max(start + 2, end - chance.randrange(1, 8)) if kind < 2 * slips else end
        named = chance.choice(LABELS) if 2 * slips <= kind < 2.4 * slips else label
        span = SpanId(f"s{number}")
        spans[span] = Span(span, named, single(start, shorter))
    state = LayerState(status=Status.DONE)
    return Layer(LayerKey(article.id, name), state, spans)
