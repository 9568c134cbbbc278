from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.workspace import operations
from annotator.workspace.backups import Backup, back_up_session, backups, folder, to_remove
from annotator.workspace.workspace import Workspace
from workspace.projects import mine, place

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ages = st.lists(st.integers(-5, 24 * 900), unique=True, max_size=60)


def aged(hours):
    return Backup(Path(f"{hours}"), NOW - timedelta(hours=hours), "session")


def test_a_session_that_follows_changes_begins_with_a_backup(ws, clock):
    assert back_up_session(ws) is not None
    assert back_up_session(ws) is None
    clock.move(hours=1)
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))

    made = back_up_session(ws)

    assert made.parent == folder(ws.path)
    assert backups(ws.path)[0].path == made
    with Workspace.open(made, read_only=True) as copy:
        assert len(copy.layer(mine()).spans) == 1


def test_two_backups_of_one_second_are_two_files(ws):
    back_up_session(ws)
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    back_up_session(ws)

    assert len(backups(ws.path)) == 2


def test_files_of_others_in_the_folder_are_left_alone(ws):
    folder(ws.path).mkdir()
    (folder(ws.path) / "mine.txt").write_text("x")

    assert backups(ws.path) == []


@given(ages)
def test_thinning_keeps_the_newest_all_of_two_days_and_one_of_each_period(hours):
    present = [aged(one) for one in hours]

    removed = to_remove(present, NOW)

    kept = [one for one in present if one not in removed]
    assert not present or max(present, key=lambda one: one.made) in kept
    assert not [one for one in removed if NOW - one.made < timedelta(days=2)]
    for one in removed:
        assert any(k.made > one.made and k.made - one.made <= timedelta(days=31) for k in kept)
    assert to_remove(kept, NOW) == []


def test_two_years_of_daily_backups_become_few():
    present = [aged(24 * day) for day in range(730)]

    assert len(present) - len(to_remove(present, NOW)) <= 60
