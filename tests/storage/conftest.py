import pytest

from workspace.projects import project


@pytest.fixture
def ws(tmp_path):
    made = project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path):
    """Give a closed project."""
    made = project(tmp_path)
    made.close()
    return made.path
