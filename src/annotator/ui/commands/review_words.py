"""What the review page says: offers, sentences, rows of the queue, examples for the guideline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.agreement.cases import Case
from annotator.agreement.kinds import Kind
from annotator.domain.ids import SpanId
from annotator.domain.layer import Decision
from annotator.domain.scheme import Scheme
from annotator.domain.span import Relation, Span
from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.ui.models import differences
from annotator.ui.models.rows import Row, label_color, scheme_name
from annotator.ui.theme import Theme
from annotator.ui.views.verdict_panel import Offer, Shown
from annotator.workspace.operations.adjudicate import Verdict
from annotator.workspace.review import LinkCase, Question, Review, ReviewRow

_VERDICTS = {
    Verdict.MERGED: QT_TRANSLATE_NOOP("Review", "Both together"),
    Verdict.OWN: QT_TRANSLATE_NOOP("Review", "My own answer"),
    Verdict.BOTH_WRONG: QT_TRANSLATE_NOOP("Review", "Nobody is right"),
    Verdict.UNCLEAR: QT_TRANSLATE_NOOP("Review", "The guideline is not clear"),
}


def answers(found: Review, question: Question, names: Iterable[str]) -> list[list[str]]:
    """Put together those who answer alike, in the order of the names."""
    alike: dict[object, list[str]] = {}
    for name in names:
        alike.setdefault(_answer(found, question, name), []).append(name)
    groups = list(alike.values())
    return groups if len(groups) > 1 else [[name] for name in names]


def _answer(found: Review, question: Question, name: str) -> object:
    if isinstance(question, LinkCase):
        return question.targets.get(name, frozenset())
    span = question.spans.get(name)
    if span is None:
        return None
    entity = found.layers[name].entities.get(span.entity) if span.entity else None
    attributes = tuple(sorted(span.attributes.items()))
    return span.label, span.pieces, attributes, entity.name if entity else None


def who(shown: str, hidden: bool) -> str:
    """Return what to call an annotator: her name, or her number where names are hidden."""
    if not hidden:
        return shown
    return i18n.fill(translate("Review", "annotator {number}"), number=int(shown))


def in_hand(found: Review, question: Question | None) -> list[Case]:
    """Return the cases that the place in hand is about."""
    if question is None:
        return []
    return [found.cases[i] for i in question.ends] if isinstance(question, LinkCase) else [question]


def shown(
    found: Review, question: Question, named: Mapping[str, str], scheme: Scheme, theme: Theme
) -> Shown:
    """Put a question into words, with what each side would give."""
    place = found.questions.index(question) + 1
    heading = i18n.fill(
        translate("Review", "Difference {number} of {count}"),
        number=place,
        count=len(found.questions),
    )
    kind = Kind.RELATION if isinstance(question, LinkCase) else question.kind
    return Shown(
        heading,
        differences.kind_name(kind),
        said(found, question, named, scheme),
        _settled(found, question, named),
        tuple(_offers(found, question, named, scheme, theme)),
    )


def said(found: Review, question: Question, named: Mapping[str, str], scheme: Scheme) -> str:
    """State a question in one sentence."""
    if isinstance(question, Case):
        return differences.sentence(question, named, found.layers, found.article.text, scheme)
    targets = [
        (named[name], _targets(found, question, name)) for name in named if name in question.targets
    ]
    return differences.link_sentence(question.label, targets, scheme)


def queue_row(row: ReviewRow) -> Row:
    """Return the row of an article in the queue."""
    if row.settled:
        detail = translate("Review", "settled")
    elif row.open:
        template = translate("Review", "{open} open of {count}")
        detail = i18n.fill(template, open=row.open, count=row.questions)
    else:
        detail = translate("Review", "agreed cases are open")
    return Row(row.title, detail, span=SpanId(row.article))


def progress(rows: Sequence[ReviewRow]) -> str:
    """Say how many articles are settled."""
    template = translate("Review", "{done} of {count} articles settled")
    return i18n.fill(template, done=sum(row.settled for row in rows), count=len(rows))


def plain_lines(found: Review, scheme: Scheme) -> list[tuple[str, str, bool]]:
    """Return label, words and whether it is a trifle, for each case to settle in one go."""
    lines = []
    for case in found.plain:
        span = next(span for span in case.spans.values() if span is not None)
        words = differences.short(span.quoted(found.article.text), 60)
        lines.append((scheme_name(scheme, span.label), words, case.is_trifle))
    return lines


def example(found: Review, question: Question, scheme: Scheme, reason: str) -> str:
    """Return an example in Markdown: the words, what was marked, what was decided and why."""
    numbered = {name: who(str(i), hidden=True) for i, name in enumerate(found.layers, 1)}
    start, end = found.place(question)
    words = found.article.text[max(0, start - 40) : end + 40].replace("\n", " ")
    settled = _settled(found, question, numbered)
    lines = [f"> …{words}…", "", said(found, question, numbered, scheme)]
    return "\n".join(
        [*lines, *(["", settled] if settled else []), *(["", reason] if reason else [])]
    )


def _offers(
    found: Review, question: Question, named: Mapping[str, str], scheme: Scheme, theme: Theme
) -> list[Offer]:
    offers = []
    two = len(named) == 2
    places = (
        translate("Review", "{who} (above the line)"),
        translate("Review", "{who} (below the line)"),
    )
    for number, group in enumerate(answers(found, question, named)):
        called = differences.listed([named[name] for name in group])
        title = i18n.fill(places[number], who=called) if two else called
        words, color = _side(found, question, group[0], scheme, theme)
        offers.append(Offer(group[0], title, _digit(number), words, color, is_side=True))
    for number, (verdict, text) in enumerate(_VERDICTS.items(), len(offers)):
        offers.append(Offer(str(verdict), translate("Review", text), _digit(number)))
    return offers


def _digit(number: int) -> str:
    return str(number + 1) if number < 9 else ""


def _side(
    found: Review, question: Question, name: str, scheme: Scheme, theme: Theme
) -> tuple[str, str]:
    """Return what one side made, in words, and the colour of its label."""
    nothing = translate("Review", "nothing here")
    if isinstance(question, LinkCase):
        return "، ".join(_targets(found, question, name)) or nothing, ""
    span = question.spans.get(name)
    if span is None:
        return nothing, ""
    words = differences.words_of(span, found.article.text)
    label = scheme_name(scheme, span.label)
    return f"{label}: {words}", label_color(scheme, span.label, theme)


def _targets(found: Review, link: LinkCase, name: str) -> list[str]:
    layer = found.layers[name]
    spans = [layer.spans[r.target] for r in link.relations.get(name, ())]
    return [differences.short(span.quoted(found.article.text)) for span in spans]


def _settled(found: Review, question: Question, named: Mapping[str, str]) -> str:
    """Say what was decided, by whom and why; empty where the question is open."""
    answer = found.answer(question)
    if answer is None:
        return ""
    made = answer if isinstance(answer, Decision) else answer.provenance
    assert made is not None
    letters = dict(zip("abcdefghijklmnopqrstuvwxyz", found.layers, strict=False))
    verdict = made.verdict
    if verdict in letters:
        said_by = i18n.fill(translate("Review", "as {who} has it"), who=named[letters[verdict]])
    elif verdict in list(_VERDICTS):
        said_by = translate("Review", _VERDICTS[Verdict(verdict)])
    else:
        said_by = verdict
    words = _gold_words(found, answer)
    parts = [
        i18n.fill(translate("Review", "Settled: {verdict}"), verdict=said_by),
        words,
        made.reason,
    ]
    return " · ".join(part for part in parts if part)


def _gold_words(found: Review, answer: Span | Relation | Decision) -> str:
    if not isinstance(answer, Span):
        return ""
    return f"«{differences.short(answer.quoted(found.article.text))}»"
