import pytest

from annotator.persian.names import name_score, same_name


@pytest.mark.parametrize(
    "first, second",
    [
        ("سید عباس عراقچی", "عراقچی"),
        ("«سرگئی لاوروف» وزیر خارجه روسیه", "لاوروف"),
        ("وزیر خارجه روسیه سرگئی لاوروف", "سرگئی لاوروف"),
        ("لاوروف، وزیر خارجه روسیه", "سرگئی لاوروف"),
        ("دکتر مسعود پزشکیان", "رئیس\u200cجمهور پزشکیان"),
        ("امیر عبداللهیان", "حسین امیرعبداللهیان"),
        ("علي كريمي", "علی کریمی"),
        ("ج. بایدن", "جو بایدن"),
        ("سرگی لاوروف", "سرگئی لاوروف"),
        ("محمدجواد ظریف", "جواد ظریف"),
        ("آقای ظریف", "ظریف"),
    ],
)
def test_mentions_of_one_person_are_recognised(first, second):
    assert same_name(first, second)
    assert same_name(second, first)
    assert name_score(first, second) == name_score(second, first)


@pytest.mark.parametrize(
    "first, second",
    [
        ("حسن روحانی", "محمد روحانی"),
        ("وزیر خارجه روسیه", "روسیه"),
        ("وزیر خارجه روسیه", "وزیر خارجه ایران"),
        ("وزیر خارجه روسیه", "وزیر خارجه روسیه"),
        ("او", "او"),
        ("او", "لاوروف"),
        ("عباس", "عباس عراقچی"),
        ("", ""),
        ("«»", "لاوروف"),
    ],
)
def test_different_people_offices_and_pronouns_are_not_joined(first, second):
    assert not same_name(first, second)
    assert not same_name(second, first)
