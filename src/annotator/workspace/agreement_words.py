"""What the figures of agreement are called and mean, in English and Persian.

The report is also written without a window, so these words do not pass through Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.agreement.kinds import Kind
from annotator.agreement.pairing import Scheme
from annotator.agreement.reasons import Note, NoteKind, Reason
from annotator.agreement.report import Row
from annotator.domain.scheme import Name
from annotator.persian.display import persian_digits


@dataclass(frozen=True, slots=True)
class Measure:
    """One choice of the measure switch.

    `by_label`: it speaks of one label at a time. `of_pairs`: of two people at a time.
    """

    id: str
    measure: str
    variant: str | None
    name: Name
    meaning: Name
    by_label: bool = False
    of_pairs: bool = False
    no_labels: bool = False


MEASURES: tuple[Measure, ...] = (
    Measure(
        "iou50",
        "span_f1",
        Scheme.IOU50,
        Name("F1، دست‌کم نیمی مشترک", "F1, half shared"),
        Name(
            "دو بازه یکی شمرده می‌شوند اگر برچسبشان یکی باشد و دست‌کم نیمی از گسترهٔ هر دو با هم مشترک باشد.",
            "Two spans count as one where the label is the same and at least half of their extent is shared.",
        ),
    ),
    Measure(
        "strict",
        "span_f1",
        Scheme.STRICT,
        Name("F1، سخت‌گیرانه", "F1, strict"),
        Name(
            "دو بازه یکی شمرده می‌شوند فقط اگر برچسب و هر دو مرزشان نویسه به نویسه یکی باشد.",
            "Two spans count as one only where the label and both ends are the same to the character.",
        ),
    ),
    Measure(
        "boundaries",
        "span_f1",
        Scheme.BOUNDARIES,
        Name("F1، فقط مرزها", "F1, boundaries only"),
        Name(
            "دو بازه یکی شمرده می‌شوند اگر مرزهایشان یکی باشد؛ برچسب به حساب نمی‌آید.",
            "Two spans count as one where both ends are the same; the label does not matter.",
        ),
    ),
    Measure(
        "type",
        "span_f1",
        Scheme.TYPE,
        Name("F1، برچسب با هر همپوشی", "F1, label with any overlap"),
        Name(
            "دو بازه یکی شمرده می‌شوند اگر برچسبشان یکی باشد و دست‌کم یک نویسه مشترک داشته باشند.",
            "Two spans count as one where the label is the same and they share a character.",
        ),
    ),
    Measure(
        "partial",
        "span_f1",
        Scheme.PARTIAL,
        Name("F1، جزئی", "F1, partial"),
        Name(
            "مرزهای یکسان یک امتیاز دارد و همپوشی نیم امتیاز؛ برچسب به حساب نمی‌آید.",
            "Equal ends earn one point, an overlap half a point; the label does not matter.",
        ),
    ),
    Measure(
        "alpha",
        "position_alpha",
        None,
        Name("آلفای کریپندورف", "Krippendorff’s α"),
        Name(
            "نویسه به نویسه: آیا این‌جا این برچسب خورده است؟ ۰ یعنی مانند تصادف، ۱ یعنی یکسان.",
            "Character by character: is it marked with this label? 0 is like chance, 1 is alike.",
        ),
        by_label=True,
    ),
    Measure(
        "kappa",
        "position_kappa",
        None,
        Name("کاپای کوهن", "Cohen’s κ"),
        Name(
            "مانند آلفا، برای دو نفر؛ ۰ یعنی مانند تصادف، ۱ یعنی یکسان.",
            "Like α, for two people; 0 is like chance, 1 is alike.",
        ),
        by_label=True,
        of_pairs=True,
    ),
    Measure(
        "u_alpha",
        "u_alpha",
        "u",
        Name("آلفای بخش‌بندی (uα)", "Unitizing α (uα)"),
        Name(
            "آلفا برای جا و اندازهٔ بازه‌ها: بخش‌ها و فاصله‌های میان آن‌ها با هم سنجیده می‌شوند.",
            "α for where units lie and how long they are: units and the gaps between them.",
        ),
        by_label=True,
    ),
    Measure(
        "relations",
        "relation_f1",
        "aligned",
        Name("F1 پیوندها", "F1 of links"),
        Name(
            "دو پیوند یکی شمرده می‌شوند اگر هم‌نوع باشند و دو سرشان بازه‌هایی باشد که با هم جفت شده‌اند.",
            "Two links count as one where their types are the same and their ends answer each other.",
        ),
        of_pairs=True,
        no_labels=True,
    ),
    Measure(
        "entities",
        "entity",
        "b_cubed",
        Name("موجودیت‌ها (B³)", "Entities (B³)"),
        Name(
            "آیا اشاره‌ها را به یک شخص یا نهاد می‌دهند؟ برای بازه‌هایی که هر دو نشان کرده‌اند.",
            "Are mentions given to the same person or body? Of the spans that both marked.",
        ),
        of_pairs=True,
        no_labels=True,
    ),
)
BY_ID = {one.id: one for one in MEASURES}

KINDS: dict[Kind, Name] = {
    Kind.AGREED: Name("یکسان", "alike"),
    Kind.TRIFLE: Name("نشانه و فاصله", "signs and spaces"),
    Kind.BOUNDARY: Name("مرز", "boundary"),
    Kind.LABEL: Name("برچسب", "label"),
    Kind.MISSING: Name("یکی ندیده", "one has none"),
    Kind.ATTRIBUTE: Name("ویژگی", "attribute"),
    Kind.ENTITY: Name("موجودیت", "entity"),
    Kind.RELATION: Name("پیوند", "link"),
}
NOT_MARKED = Name("نشان نشده", "not marked")
ALL_LABELS = Name("همهٔ برچسب‌ها", "all labels")
UNDEFINED = Name("تعریف‌نشده", "not defined")
FOR_PAIRS = Name(
    "این سنجه از دو نفر سخن می‌گوید: جدول «چه کسی با چه کسی» را ببینید.",
    "This measure speaks of two people: see who agrees with whom.",
)

_REASONS: dict[Reason, str] = {
    Reason.NOTHING_SHARED: "هیچ خبری نیست که هر دو تمام کرده باشند",
    Reason.NOTHING_SHARED_BY_TWO: "هیچ خبری نیست که دست‌کم دو نفر تمام کرده باشند",
    Reason.NOT_ALL: "هیچ خبری نیست که همه تمام کرده باشند",
    Reason.NO_SPAN: "هیچ‌کس بازه‌ای نشان نکرده است",
    Reason.NO_VARIATION: "گوناگونی نیست: همهٔ نویسه‌ها یک ارزش دارند",
    Reason.NO_TEXT: "همهٔ نویسه‌ها نشان شده‌اند",
    Reason.OVERLAP: "بازه‌های یک نفر همپوشی دارند، پس یک جا بیش از یک برچسب دارد",
    Reason.NOT_MARKED_BY_TWO: "هیچ متنی را بیش از یک نفر نشان نکرده است",
    Reason.ONE_LABEL: "گوناگونی نیست: هرجا بیش از یک نفر نشان کرده‌اند فقط یک برچسب هست",
    Reason.NOT_DISTINCT: "هرجا بیش از یک نفر نشان کرده‌اند فقط همین برچسب هست",
    Reason.NO_RELATION: "هیچ‌کس پیوندی نساخته است",
    Reason.NO_GIVEN: "هیچ پیوندی نیست که هر دو سرش را هر دو نفر نشان کرده باشند",
    Reason.NO_PAIR: "با این برچسب هیچ بازه‌ای را هر دو نشان نکرده‌اند",
    Reason.ONE_VALUE: "گوناگونی نیست: همهٔ جفت‌ها یک ارزش دارند",
    Reason.NO_VALUE: "هیچ جفتی نیست که هر دو نفر به آن ارزش داده باشند",
    Reason.NO_ENTITY: "هیچ بازه‌ای نیست که هر دو نفر به موجودیتی داده باشند",
    Reason.NO_LINK: "هیچ دو بازهٔ مشترکی به یک موجودیت داده نشده‌اند",
    Reason.NO_ALIGNED: "هیچ واحدی با واحد دیگری جفت نشده است",
    Reason.TOO_ENTANGLED: "واحدها چنان درهم‌اند که دقیق جفت نمی‌شوند",
}
_NOTES: dict[NoteKind, str] = {
    NoteKind.EMPTY_TEXT: "متن خالی آن را بالا برده است: {0:.0%} نویسه‌ها را هیچ‌کس نشان نکرده است",
    NoteKind.EMPTY_ARTICLES: "در {0:.0f} از {1:.0f} خبر هیچ‌کس چیزی نشان نکرده است",
    NoteKind.UNSET: "ارزش‌های نداده آن را بالا برده است: در {0:.0%} جفت‌ها هیچ‌کس ارزشی نداده است",
    NoteKind.DROPPED: "{0:.0f} واحد همپوش از یک برچسب کنار گذاشته شد",
    NoteKind.COVERAGE: "از {0:.0%} متنی سخن می‌گوید که بیش از یک نفر نشان کرده است",
    NoteKind.LABEL_COVERAGE: "از {0:.0%} آنچه نشان شده سخن می‌گوید که دیگری هم نشان کرده است",
    NoteKind.ALIGNED: "از بازه‌های مشترک سخن می‌گوید: {0:.0%} سوی نخست، {1:.0%} سوی دوم",
    NoteKind.WEIGHTS: "آلفا {0:g}، بتا {1:g}، {2:.0f} نمونه، بذر {3:.0f}",
    NoteKind.SKIPPED: "{0:.0f} خبر کنار گذاشته شد: واحدهایی که دقیق جفت نمی‌شوند",
    NoteKind.TOO_MANY_VALUES: "بازهٔ اطمینان ندارد: بیش از {0:.0f} ترکیب از ارزش‌ها",
}


def number(value: float, language: str, digits: int = 2) -> str:
    """Return a figure as the language writes it, `0.82` or `۰٫۸۲`, the sign before the digits."""
    text = f"{value:.{digits}f}".replace("-", "\u200e−")
    return persian_digits(text).replace(".", "٫") if language == "fa" else text


def count(value: int, language: str) -> str:
    """Return a whole number as the language writes it."""
    text = f"{value:,}"
    return persian_digits(text).replace(",", "٬") if language == "fa" else text


def percent(share: float, language: str) -> str:
    """Return a share between 0 and 1 as a whole percentage."""
    text = f"{round(100 * share)}"
    return f"{persian_digits(text)}٪" if language == "fa" else f"{text}%"


def interval(row: Row, language: str) -> str:
    """Return the interval of a figure, empty where it has none."""
    if row.low is None or row.high is None:
        return ""
    low, high = number(row.low, language), number(row.high, language)
    return f"{low} تا {high}" if language == "fa" else f"{low} to {high}"


def reason(text: str | None, language: str) -> str:
    """Return why a figure is not defined."""
    if text is None:
        return ""
    known = text in set(Reason)
    return _REASONS[Reason(text)] if language == "fa" and known else text


def note(said: Note, language: str) -> str:
    """Return what has to be said beside a figure."""
    if language != "fa":
        return str(said)
    return persian_digits(_NOTES[said.kind].format(*said.values)).replace("%", "٪")


def notes(row: Row, language: str) -> str:
    """Return the reason and the notes of a figure in one line."""
    said = [reason(row.undefined, language), *(note(one, language) for one in row.notes)]
    return "؛ ".join(filter(None, said)) if language == "fa" else "; ".join(filter(None, said))
