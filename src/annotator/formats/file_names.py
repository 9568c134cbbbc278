"""Names of files made of ids of articles and names of people, and back to the letter."""

from __future__ import annotations

import re
from hashlib import sha256

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]|^[.~ ]|[. ]$')
_ESCAPE = re.compile(r"(?:%[0-9A-F]{2})+")
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_LONGEST = 180


def file_name(identity: str) -> str:
    """Return a name that every file system takes; `identity_of` gives the id back.

    Only where it would be longer than file systems take, it is cut and ends in a hash.
    """
    name = _UNSAFE.sub(lambda found: _escaped(found.group()), identity)
    if _RESERVED.match(name):
        name = _escaped(name[0]) + name[1:]
    data = name.encode()
    if len(data) <= _LONGEST:
        return name or "%00"
    return _cut(identity, data)


def _cut(identity: str, data: bytes) -> str:
    kept = data[: _LONGEST - 17].decode(errors="ignore").rstrip("%")
    return f"{kept}~{sha256(identity.encode()).hexdigest()[:16]}"


def _escaped(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def identity_of(name: str) -> str:
    """Return the id that `file_name` made a name of; other names as they are."""
    try:
        return _ESCAPE.sub(lambda found: _bytes(found.group()).decode(), name)
    except UnicodeDecodeError:
        return name


def _bytes(escapes: str) -> bytes:
    return bytes.fromhex(escapes.replace("%", ""))
