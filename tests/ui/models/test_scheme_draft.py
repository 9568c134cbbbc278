"""A scheme under edit stays a scheme file, and remembers which ids it began with."""

from pathlib import Path

import pytest

from annotator.domain import scheme_file
from annotator.ui.models.scheme_draft import SchemeDraft, path_of

SCHEME = scheme_file.parse_text(
    (Path(__file__).parents[3] / "resources/schemes/fa-news-attribution.json").read_text("utf-8")
)


@pytest.fixture
def draft():
    return SchemeDraft(SCHEME)


def place_of(draft, section, identity):
    ids = [part["id"] for part in draft.data[section]]
    return (section, ids.index(identity))


def test_a_scheme_that_nobody_changed_is_the_same(draft):
    assert draft.scheme() == SCHEME
    assert not draft.renaming()
    assert draft.error() is None


def test_every_part_has_a_path(draft):
    paths = list(draft.paths())

    assert len(paths) == len(set(paths))
    assert sum(len(path) == 4 for path in paths) == sum(len(x.attributes) for x in SCHEME.labels)


def test_what_is_added_is_valid_at_once(draft):
    label = draft.add(("labels",))
    draft.add((*label, "attributes"))
    relation = draft.add(("relations",))
    draft.add(("document",))

    assert draft.error() is None
    assert draft.part(label)["key"] == "6"
    draft.set(relation, "from", [draft.part(label)["id"]])
    assert draft.error() is None


def test_a_label_taken_away_leaves_the_relations_valid(draft):
    draft.remove(place_of(draft, "labels", "TOPIC"))

    assert draft.error() is None
    assert draft.scheme().relation("ABOUT").targets == ("AGREEMENT",)


def test_a_new_id_reaches_the_relations_and_is_a_renaming(draft):
    draft.set(place_of(draft, "labels", "QUOTE"), "id", "SAYING")
    draft.set(place_of(draft, "relations", "ABOUT"), "id", "ON")

    assert draft.scheme().relation("SAID_BY").sources == ("SAYING",)
    assert draft.renaming().labels == {"QUOTE": "SAYING"}
    assert draft.renaming().relations == {"ABOUT": "ON"}


def test_parts_move_within_their_list_and_no_further(draft):
    assert draft.move(("labels", 0), -1) == ("labels", 0)
    assert draft.move(("labels", 0), 1) == ("labels", 1)
    assert draft.part(("labels", 1))["id"] == SCHEME.labels[0].id


def test_removing_the_last_part_of_a_list_leads_to_what_held_it(draft):
    path = place_of(draft, "labels", "CUE")

    assert draft.remove((*path, "attributes", 0)) == path


def test_an_error_leads_to_the_part_it_is_about(draft):
    draft.set(("labels", 1, "attributes", 0), "id", "a b")
    error = draft.error()

    assert path_of(error.place) == ("labels", 1, "attributes", 0)
    assert path_of("labels[1].attributes[2].values[0].value") == ("labels", 1, "attributes", 2)
    assert path_of("labels") == ()
