"""Whether two mentions probably name one person, to propose an entity; never to decide it."""

from __future__ import annotations

from difflib import SequenceMatcher

import regex

from annotator.persian.fold import fold_key

_SAME = 0.75
_FAMILY = 0.9
_VARIANT = 0.85
_INITIAL = 0.8


def _folded_set(words: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in words.split())


_HONORIFICS = _folded_set(
    "سید سیده حاج حاجی شیخ ملا آقای آقا خانم جناب سرکار دکتر مهندس استاد پروفسور آیت‌الله "
    "آیت الله حجت‌الاسلام حجت الاسلام المسلمین والمسلمین علامه امام شهید مرحوم زنده‌یاد سردار "
    "سرلشکر سرتیپ سپهبد دریادار سرهنگ ژنرال کاپیتان لرد شاهزاده"
)
_ROLES = _folded_set(
    "وزیر وزیران رئیس رئیس‌جمهور رئیس‌جمهوری رییس جمهور جمهوری نخست‌وزیر نخست معاون قائم‌مقام "
    "سخنگو سخنگوی نماینده سفیر کاردار رایزن سرکنسول دبیر دبیرکل مدیر مدیرکل مدیرعامل سرپرست "
    "فرمانده فرماندار استاندار شهردار رهبر صدراعظم پادشاه ولیعهد سناتور عضو کارشناس تحلیلگر "
    "پژوهشگر دادستان قاضی وکیل مشاور دستیار مقام دیپلمات خبرنگار کمیسر مسئول هماهنگ‌کننده سرمربی "
    "مربی بازیکن نویسنده کارگردان بازیگر نایب عالی‌رتبه"
)
_ROLE_TAILS = _folded_set(
    "خارجه امور کشور دفاع دارایی اقتصاد نفت اطلاعات دادگستری ارشد سابق اسبق پیشین کنونی فعلی وقت "
    "ویژه اول دوم کل عالی مجلس شورای اسلامی ملی امنیت دولت پارلمان کنگره سنا سازمان ملل متحد "
    "اتحادیه اروپا حزب سپاه ارتش جمهور جمهوری قوه قضاییه قضائیه مقننه مجریه ایران روسیه روس "
    "آمریکا امریکا ایالات متحده چین فرانسه آلمان انگلیس بریتانیا ترکیه عراق سوریه لبنان فلسطین "
    "اسرائیل عربستان سعودی قطر امارات عمان کویت بحرین یمن مصر پاکستان افغانستان هند ژاپن کره "
    "جنوبی شمالی اوکراین بلاروس ارمنستان آذربایجان گرجستان ترکمنستان ازبکستان تاجیکستان قزاقستان "
    "قرقیزستان ایتالیا اسپانیا پرتغال سوئیس سوئد نروژ اتریش کانادا مکزیک برزیل ونزوئلا کوبا "
    "استرالیا ایرانی آمریکایی فرانسوی آلمانی چینی در از به و کشورمان دو"
)
_PRONOUNS = _folded_set("او وی ایشان آنها آن‌ها آنان نامبرده مشارالیه خود این آن ما من شما تو")
_SPLIT = regex.compile(r"[،,؛;()\[\]]")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d\xac]+\.?")


def same_name(first: str, second: str) -> bool:
    """Say whether two mentions probably name one person (or one organisation)."""
    return name_score(first, second) >= _SAME


def name_score(first: str, second: str) -> float:
    """Rate from 0 to 1 how likely two mentions name one person.

    Titles, honorifics and offices do not count: two mentions of one office may be two people.
    """
    a, b = _name_tokens(first), _name_tokens(second)
    if not a or not b:
        return 0.0
    if "".join(a) == "".join(b):
        return 1.0
    long, short = (a, b) if len("".join(a)) >= len("".join(b)) else (b, a)
    if _ends_with(long, short):
        return _FAMILY
    return _score_of_given_names(a, b)


def _name_tokens(mention: str) -> list[str]:
    """Leave what names the person: no marks, titles or offices; none for a pronoun or an office."""
    for part in _SPLIT.split(mention):
        tokens = [fold_key(token) for token in _TOKEN.findall(part)]
        name = _without_office([token for token in tokens if token])
        if name:
            return name
    return []


def _without_office(tokens: list[str]) -> list[str]:
    start = 0
    in_office = False
    while start < len(tokens) and _before_name(tokens[start], in_office):
        in_office = in_office or tokens[start] in _ROLES
        start += 1
    name = tokens[start:]
    office = next((i for i, token in enumerate(name) if i and token in _ROLES), len(name))
    return [token for token in name[:office] if token not in _PRONOUNS]


def _before_name(token: str, in_office: bool) -> bool:
    return token in _ROLES or token in _HONORIFICS or (in_office and token in _ROLE_TAILS)


def _ends_with(long: list[str], short: list[str]) -> bool:
    """Say whether the shorter name is the family name, whatever its spaces."""
    ending = "".join(short)
    return any("".join(long[start:]) == ending for start in range(1, len(long)))


def _score_of_given_names(a: list[str], b: list[str]) -> float:
    shared = 0
    while shared < min(len(a), len(b)) and a[-1 - shared] == b[-1 - shared]:
        shared += 1
    if shared == 0:
        return 0.0
    given_a, given_b = "".join(a[:-shared]), "".join(b[:-shared])
    if not given_a or not given_b:
        return _FAMILY
    if _is_initial(given_a, given_b) or _is_initial(given_b, given_a):
        return _INITIAL
    if given_a.endswith(given_b) or given_b.endswith(given_a):
        return _VARIANT
    return _VARIANT if SequenceMatcher(None, given_a, given_b).ratio() >= 0.8 else 0.0


def _is_initial(short: str, long: str) -> bool:
    return len(short.rstrip(".")) == 1 and long.startswith(short.rstrip("."))
