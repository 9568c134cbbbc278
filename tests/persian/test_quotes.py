import json

import pytest

from annotator.persian.quotes import quote_marking, quote_type

DIRECT = "او گفت که «فردا همه با هم می\u200cآییم» و رفت."


def located(text, part):
    return text, text.index(part), text.index(part) + len(part)


@pytest.mark.parametrize(
    "text, part, kind",
    [
        (DIRECT, "«فردا همه با هم می\u200cآییم»", "direct"),
        (DIRECT, "فردا همه با هم می\u200cآییم", "direct"),
        (DIRECT, "فردا همه با هم", "indirect"),
        ("گفت «فردا می\u200cآیم.»", "«فردا می\u200cآیم.»", "direct"),
        ("گفت «فردا می\u200cآیم.»", "فردا می\u200cآیم", "direct"),
        ("گفت: »فردا می\u200cآیم«", "»فردا می\u200cآیم«", "direct"),
        ('گفت "فردا می\u200cآیم"', "فردا می\u200cآیم", "direct"),
        ("گفت: «یک\nدو»", "«یک\nدو»", "direct"),
        ("گفت باید «همه با هم کار کنند» تا", "باید «همه با هم کار کنند» تا", "mixed"),
        ("گفت: در «میگیمو» بود", "در «میگیمو» بود", "indirect"),
        ("گفت: فردا می\u200cآیم", "فردا می\u200cآیم", "indirect"),
        ("گفت «یک» و «دو»", "«یک» و «دو»", "indirect"),
    ],
)
def test_the_type_follows_the_marks(text, part, kind):
    assert quote_type(*located(text, part)) == kind


@pytest.mark.parametrize(
    "text, part, marking",
    [
        (DIRECT, "«فردا همه با هم می\u200cآییم»", "guillemets"),
        ("او گفت: ما می\u200cرویم.", "ما می\u200cرویم", "colon"),
        ("او گفت :\u200f ما می\u200cرویم.", "ما می\u200cرویم", "colon"),
        ("او گفت: یک شد. دو شد.", "دو شد", "colon"),
        ("او گفت که ما می\u200cرویم", "ما می\u200cرویم", "ke"),
        ("او گفت ما می\u200cرویم", "ما می\u200cرویم", "none"),
        ("با بیان اینکه ما می\u200cرویم", "ما می\u200cرویم", "bayan_inke"),
        ("با بیان این\u200cکه ما می\u200cرویم", "ما می\u200cرویم", "bayan_inke"),
        ("با بیان این که ما می\u200cرویم", "ما می\u200cرویم", "bayan_inke"),
        ("ضمن تأکید بر اینکه ما می\u200cرویم", "ما می\u200cرویم", "bayan_inke"),
        ("با تاکید بر این نکته که ما می\u200cرویم", "ما می\u200cرویم", "bayan_inke"),
        ("ما می\u200cرویم", "ما می\u200cرویم", "none"),
        ("او گفت: یک.\nدو شد", "دو شد", "none"),
    ],
)
def test_the_marking_is_what_stands_before(text, part, marking):
    assert quote_marking(*located(text, part)) == marking


def test_the_gold_quotes_of_the_seed_are_told_by_their_marks(shared_data):
    gold = json.loads((shared_data / "seed_gold.json").read_text("utf-8"))
    text = (shared_data / gold["source_file"]).read_text("utf-8")
    quotes = [span for span in gold["spans"] if span["label"] == "QUOTE"]
    for span in quotes:
        attributes = span["attributes"]
        assert quote_marking(text, span["start"], span["end"]) == attributes["marking"]
        if attributes["type"] != "reported":
            assert quote_type(text, span["start"], span["end"]) == attributes["type"]
