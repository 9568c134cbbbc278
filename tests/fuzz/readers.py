"""Look for bytes that break a reader, guided by coverage, until stopped.

python tests/fuzz/readers.py [FORMAT] [libFuzzer options]     needs `pip install atheris` (Linux)

Inputs that broke something are written as crash-* into the present folder.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["annotator"]):
    from annotator.formats import registry

from formats.test_fuzz_readers import READERS, SEEDS, hold


def main() -> None:
    """Fuzz one format, or all by turns."""
    names = [one for one in sys.argv[1:2] if not one.startswith("-")]
    readers = [registry.find(names[0], reads=True)] if names else READERS
    corpus = Path("fuzz-corpus")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one_input(data: bytes) -> None:
        for reader in readers:
            hold(reader, data)

    rest = sys.argv[1 + len(names) :]
    atheris.Setup([sys.argv[0], *rest, str(corpus)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
