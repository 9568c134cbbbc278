"""What every test stands on: no screen, a home of its own, the shared data where it is there.

The environment is set while this file is imported, before anything imports Qt or platformdirs.
Fixtures that only one package needs belong into that package's own conftest.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(tempfile.mkdtemp(prefix="annotator-home-"))


def _isolate() -> None:
    """Give the tests a home, so that they never touch the settings of whoever runs them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folders = {
        "HOME": ".",
        "USERPROFILE": ".",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "run",
    }
    for variable, folder in folders.items():
        path = HOME / folder
        path.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(path)


_isolate()

# shared machines are slow now and then, which is no fact about the program
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of shared data; skip where this checkout has none."""
    named = os.environ.get("ANNOTATOR_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("no shared data; name its folder in ANNOTATOR_SHARED")
    return folder
