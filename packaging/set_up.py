"""Make .venv with the program and its test tools in it; `make setup` runs this.

Standard library only: it runs before anything is installed. When the virtual environment already
fits the lock file it ends at once. On Debian and its relatives it installs, as root, the system
packages that are really missing, and otherwise prints the one line to run; on other systems it
names the missing libraries. No product code belongs here.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-for"
LOCK = "requirements-dev.lock"
OLDEST_PYTHON = (3, 11)

# Shared library that Qt loads from the system -> Debian package. The offscreen platform needs the
# first six; a window under X11 all of them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
VENV_MODULES = ("venv", "ensurepip")
# named so since the 64-bit time transition (Ubuntu 24.04, Debian 13)
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
# settings that would send packages somewhere else than into .venv
MISLEADING = (
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_REQUIRE_HASHES",
    "PYTHONHOME",
    "PYTHONPATH",
)


def main() -> None:
    """Set up; on failure end with status 1 and one sentence on standard error."""
    if sys.version_info < OLDEST_PYTHON:
        found = "{}.{}".format(*sys.version_info)
        sys.exit(
            f"Python 3.11 or newer is needed, but {sys.executable} is {found}; "
            "name a newer one: make setup PYTHON=python3.12"
        )
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    provide_system_parts()
    make_venv()
    install()
    STAMP.write_text(wanted)
    say("Ready: .venv/bin/annotator" if os.name != "nt" else "Ready: .venv/Scripts/annotator")


def fingerprint() -> str:
    """Tell what .venv must fit: the lock, the package's metadata, this Python, this folder."""
    digest = hashlib.sha256()
    for name in (LOCK, "pyproject.toml", "setup.py"):
        digest.update((ROOT / name).read_bytes())
    digest.update(f"{sys.version}\n{sys.base_prefix}\n{ROOT}".encode())
    return digest.hexdigest()


def provide_system_parts() -> None:
    """Install what the system lacks, or say what to install and end."""
    modules = [name for name in VENV_MODULES if importlib.util.find_spec(name) is None]
    libraries = [name for name in LIBRARIES if not loads(name)] if sys.platform == "linux" else []
    if not modules and not libraries:
        return
    if shutil.which("apt-get") is None:
        missing = ", ".join([*(f"Python module {name}" for name in modules), *libraries])
        sys.exit(
            f"Missing on this system: {missing}. "
            "Install the packages of your distribution that hold them, then run make again."
        )
    packages = (["python3-venv"] if modules else []) + [LIBRARIES[name] for name in libraries]
    if os.geteuid() != 0:
        line = " ".join(["sudo apt-get install -y", *renamed(packages)])
        sys.exit(
            f"{line}\nRun the line above, which installs what Python and Qt lack on this "
            "system, then run make again."
        )
    apt_install(packages)


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds and loads the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root; end with a sentence when that fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], environment, "The package lists could not be updated")
    names = renamed(packages)
    say("Installing system packages: " + " ".join(names))
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    run(command, environment, "System packages could not be installed")


def renamed(packages: list[str]) -> list[str]:
    """Replace packages that this release of the distribution knows under a newer name."""
    return [
        RENAMED[name] if name in RENAMED and apt_knows(RENAMED[name]) else name for name in packages
    ]


def apt_knows(package: str) -> bool:
    """Tell whether the package lists hold this name."""
    command = ["apt-cache", "show", package]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Create .venv, afresh where a broken, moved or other Python's one stands."""
    python = venv_python()
    if STAMP.is_file() and works(python):
        return
    say(f"Making .venv with Python {sys.version.split()[0]}")
    run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        clean_environment(),
        "The virtual environment could not be made",
    )


def works(python: Path) -> bool:
    """Tell whether this is our Python's environment, with a pip that starts."""
    code = "import sys, pip; print(sys.prefix, sys.base_prefix, sys.version)"
    command = [str(python), "-I", "-c", code]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.stdout.rstrip("\n") == f"{VENV} {sys.base_prefix} {sys.version}"


def venv_python() -> Path:
    """Give the path of the interpreter in .venv."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def install() -> None:
    """Install the locked packages by hash, then this project in place."""
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    say("Installing the locked packages into .venv (some minutes on a slow line)")
    run(
        [*pip, "--require-hashes", "-r", str(ROOT / LOCK)],
        clean_environment(),
        "The locked packages could not be installed",
    )
    run(
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
        clean_environment(),
        "The program could not be installed into .venv",
    )


def clean_environment() -> dict[str, str]:
    """Copy the environment without settings that lead pip or Python out of .venv."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {**kept, "PIP_USER": "0"}


def run(command: list[str], environment: dict[str, str], failure: str) -> None:
    """Run a command quietly; when it fails show what it printed and end with a sentence."""
    done = subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        say(done.stdout)
        sys.exit(f"{failure}: `{' '.join(command)}` ended with status {done.returncode}.")


def say(message: str) -> None:
    """Report progress."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
