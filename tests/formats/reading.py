"""Shortcuts for reading bytes with any reader."""

import io

from annotator.domain.errors import Rejection
from annotator.formats.records import ReadContext, Record
from formats.conftest import SCHEME


def read_all(reader, data, name="f", **wishes):
    return list(reader(io.BytesIO(data), name, ReadContext(SCHEME, **wishes)))


def articles(found):
    assert all(isinstance(one, Record) for one in found), [str(one) for one in found]
    return [one.article for one in found]


def reasons(found):
    assert all(isinstance(one, Rejection) for one in found), found
    return [str(one) for one in found]
