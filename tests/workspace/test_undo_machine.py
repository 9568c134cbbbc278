"""Run, undo and redo against the simplest model there is: a list of snapshots of the layers."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.domain.errors import UserError
from annotator.domain.layer import Status
from annotator.workspace import check, operations
from annotator.workspace.workspace import Workspace
from workspace.projects import OTHER, TEXT, mine, project

TEXTS = {"a1": TEXT, "a2": OTHER}
articles = st.sampled_from(sorted(TEXTS))
labels = st.sampled_from(["SPEAKER", "QUOTE", "TOPIC"])
numbers = st.integers(0, 10**6)
edges = st.tuples(numbers, numbers)


class UndoMachine(RuleBasedStateMachine):
    """Sara works on two articles; the model remembers both layers after each of her steps."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ws = project(self.folder)
        self.snapshots = [self.layers()]
        self.at = 0

    def teardown(self):
        assert check.check(self.ws) == []
        self.ws.close()
        shutil.rmtree(self.folder)

    def layers(self):
        return {identity: self.ws.layer(mine(identity)) for identity in TEXTS}

    def done(self, act):
        """Act; a step that changed something is a new snapshot, a refused one changes nothing."""
        before, entries = self.layers(), self.ws.journal.last()
        try:
            act()
        except UserError:
            assert self.layers() == before
        if self.ws.journal.last() == entries:
            assert self.layers() == before
            return
        self.snapshots[self.at + 1 :] = [self.layers()]
        self.at += 1

    def pick(self, identity, number):
        spans = self.ws.layer(mine(identity)).index.ordered
        return spans[number % len(spans)].id if spans else "none"

    @staticmethod
    def within(identity, numbers):
        start, end = sorted(number % (len(TEXTS[identity]) + 1) for number in numbers)
        return start, min(end, start + 30)

    @rule(identity=articles, label=labels, ends=edges, exact=st.booleans())
    def mark(self, identity, label, ends, exact):
        start, end = self.within(identity, ends)
        self.done(lambda: operations.mark(self.ws, mine(identity), label, start, end, exact=exact))

    @rule(identity=articles, number=numbers, label=labels)
    def relabel(self, identity, number, label):
        span = self.pick(identity, number)
        self.done(lambda: operations.relabel(self.ws, mine(identity), span, label))

    @rule(identity=articles, number=numbers, ends=edges)
    def resize(self, identity, number, ends):
        span, place = self.pick(identity, number), self.within(identity, ends)
        self.done(lambda: operations.resize(self.ws, mine(identity), span, 0, *place))

    @rule(identity=articles, number=numbers, ends=edges)
    def add_piece(self, identity, number, ends):
        span, place = self.pick(identity, number), self.within(identity, ends)
        self.done(lambda: operations.add_piece(self.ws, mine(identity), span, *place))

    @rule(identity=articles, several=st.lists(numbers, max_size=3))
    def delete(self, identity, several):
        spans = [self.pick(identity, number) for number in several]
        self.done(lambda: operations.delete(self.ws, mine(identity), spans))

    @rule(
        identity=articles,
        several=st.tuples(numbers, numbers),
        kind=st.sampled_from(["SAID_BY", "SAME_AS", "CONTINUES"]),
    )
    def link(self, identity, several, kind):
        ends = [self.pick(identity, number) for number in several]
        self.done(lambda: operations.link(self.ws, mine(identity), kind, *ends))

    @rule(identity=articles, number=numbers, name=st.sampled_from([None, "رضایی", "او"]))
    def refer(self, identity, number, name):
        span = self.pick(identity, number)
        if name is None:
            self.done(lambda: operations.set_entity(self.ws, mine(identity), span, None))
        else:
            self.done(lambda: operations.name_entity(self.ws, mine(identity), span, name))

    @rule(identity=articles, number=numbers, text=st.sampled_from(["", "چرا؟"]))
    def note(self, identity, number, text):
        span = self.pick(identity, number)
        self.done(lambda: operations.set_note(self.ws, mine(identity), span, text))

    @rule(identity=articles, status=st.sampled_from(Status))
    def set_status(self, identity, status):
        self.done(lambda: operations.set_status(self.ws, mine(identity), status))

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self):
        assert self.ws.can_undo()
        self.ws.undo()
        self.at -= 1

    @precondition(lambda self: self.at + 1 < len(self.snapshots))
    @rule()
    def redo(self):
        assert self.ws.can_redo()
        self.ws.redo()
        self.at += 1

    @rule()
    def close_and_open_again(self):
        self.ws.close()
        self.ws = Workspace.open(self.ws.path, lock=True)
        self.ws.sign_in("Sara")

    @invariant()
    def the_layers_are_those_of_the_snapshot(self):
        assert self.layers() == self.snapshots[self.at]

    @invariant()
    def what_is_stored_is_what_is_shown(self):
        for identity, layer in self.layers().items():
            assert self.ws.layer_store.read(mine(identity)) == layer

    @invariant()
    def the_ends_of_the_history_are_known(self):
        assert (self.ws.can_undo() is None) == (self.at == 0)
        assert (self.ws.can_redo() is None) == (self.at + 1 == len(self.snapshots))

    @invariant()
    def the_queue_counts_the_spans(self):
        for row in self.ws.queue():
            assert row.spans == len(self.ws.layer(mine(row.article_id)).spans)


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=12, stateful_step_count=25)


@pytest.mark.slow
class TestUndoAtLength(UndoMachine.TestCase):
    settings = settings(max_examples=150, stateful_step_count=60)
