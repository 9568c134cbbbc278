import pytest

from workspace.projects import Clock, project


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def ws(tmp_path, clock):
    made = project(tmp_path, clock=clock)
    yield made
    made.close()
