import pytest

from annotator.domain.errors import UserError
from annotator.domain.layer import Status
from annotator.domain.people import Role
from annotator.domain.span import Provenance, SourceRef
from annotator.workspace import operations
from annotator.workspace.roles import SHOW_OTHERS
from annotator.workspace.workspace import Workspace
from workspace.projects import article, bring, layer, mine, place, record, span


def test_whoever_makes_a_project_leads_it(ws):
    assert [(person.name, person.role) for person in ws.people()] == [
        ("Sara", Role.LEAD),
        ("Omid", Role.ANNOTATOR),
    ]


def test_a_new_name_keeps_work_history_and_undo(ws):
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    before = ws.layer(mine()).spans
    ws.rename_person("Sara", "سارا")

    key = mine(annotator="سارا")
    assert ws.present == "سارا"
    assert ws.layer(key).spans == before
    assert ws.history("a1")[0].person == "سارا"
    assert ws.history("a1")[0].layers == (key,)
    ws.undo()
    assert ws.layer(key).state is None
    ws.redo()
    assert ws.layer_store.read(key).spans == before


def test_a_new_name_follows_into_gold(ws):
    made = Provenance((SourceRef("Omid", "x"), SourceRef("stranger", "y")), "a", "", "Sara")
    bring(ws, record(article("a1"), layer("a1", None, [span("g", 0, 4, provenance=made)])))

    ws.rename_person("Omid", "امید")
    ws.rename_person("Sara", "سارا")

    gold = ws.layer(mine(annotator=None)).spans["g"].provenance
    assert [ref.annotator for ref in gold.from_layers] == ["امید", "stranger"]
    assert gold.decided_by == "سارا"


@pytest.mark.parametrize("name", ["Omid", "omid", "ＯＭＩＤ", "", " Nima", "Ni\u202ema", "a\nb"])
def test_a_name_that_is_taken_or_could_disguise_itself_is_refused(ws, name):
    with pytest.raises(UserError):
        ws.add_person(name)

    assert len(ws.people()) == 2


def test_a_project_keeps_a_lead(ws):
    with pytest.raises(UserError, match="needs a lead"):
        ws.set_role("Sara", Role.ANNOTATOR)
    with pytest.raises(UserError, match="needs a lead"):
        ws.set_active("Sara", False)


def test_an_annotator_writes_her_own_layer_only(ws):
    ws.sign_in("Omid")

    with pytest.raises(UserError, match="work of Sara"):
        operations.mark(ws, mine(), "TOPIC", 0, 4)
    with pytest.raises(UserError, match="Only a lead"):
        operations.mark(ws, mine(annotator=None), "TOPIC", 0, 4)
    with pytest.raises(UserError, match="Only a lead"):
        operations.bin_articles(ws, ["a1"])


def test_an_annotator_sees_others_only_when_done_and_allowed(ws):
    operations.mark(ws, mine(), "TOPIC", 0, 4)
    own, others, gold = mine(annotator="Omid"), mine(), mine(annotator=None)
    omid, sara = ws.sign_in("Omid"), ws.people()[0]

    def seen(person):
        return [ws.may_see(person, key) for key in (own, others, gold)]

    assert seen(sara) == seen(None) == [True, True, True]
    assert seen(omid) == [True, False, False]
    operations.set_status(ws, own, Status.DONE)
    assert seen(omid) == [True, False, False]
    ws.set_setting(SHOW_OTHERS, True)
    assert seen(omid) == [True, True, True]
    operations.set_status(ws, own, Status.STARTED)
    assert seen(omid) == [True, False, False]


def test_history_shows_an_annotator_nothing_of_others(ws):
    operations.mark(ws, mine(), "TOPIC", 0, 4)
    ws.sign_in("Omid")
    operations.set_note(ws, mine(annotator="Omid"), None, "یادداشت")

    assert [entry.name for entry in ws.history("a1")] == ["set_note", "import"]
    ws.sign_in("Sara")
    assert [entry.name for entry in ws.history("a1")] == ["set_note", "mark", "import"]


def test_earlier_states_are_rebuilt_from_the_journal(ws):
    states = {ws.journal.last(): ws.layer(mine())}
    for start in (0, 5, 12):
        operations.mark(ws, mine(), "TOPIC", start, start + 3)
        states[ws.journal.last()] = ws.layer(mine())
    ws.undo()
    states[ws.journal.last()] = ws.layer(mine())
    bring(ws, record(article("a1"), layer("a1", "Sara", [span("new", 0, 9)])), replace=True)
    states[ws.journal.last()] = ws.layer(mine())

    for seq, state in states.items():
        assert ws.layer_at(mine(), seq) == state


def test_settings_and_the_name_of_the_project_survive(ws):
    ws.set_setting("place:Sara", {"article": "a1", "scroll": 12})
    operations.rename_project(ws, "خبرها")
    ws.close()

    with Workspace.open(ws.path) as again:
        assert again.setting("place:Sara") == {"article": "a1", "scroll": 12}
        assert again.setting("none", 5) == 5
        assert again.name == "خبرها"
