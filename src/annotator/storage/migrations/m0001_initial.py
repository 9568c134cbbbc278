"""Version 1: people, schemes, articles, layers with their items, journal, settings, word index.

Positions are code points. JSON stands as text; `pieces` only where a span is split. A layer of gold
has no person. The quoted words of each span and the hash of each text are kept to be compared.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        role TEXT NOT NULL CHECK (role IN ('annotator', 'lead')),
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
    ) STRICT""",
    """CREATE TABLE scheme_version (
        id INTEGER PRIMARY KEY,
        scheme TEXT NOT NULL,
        version INTEGER NOT NULL,
        content TEXT NOT NULL,
        created TEXT NOT NULL,
        UNIQUE (scheme, version)
    ) STRICT""",
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        person INTEGER REFERENCES person (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        reference INTEGER REFERENCES journal (seq),
        active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
        content TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX journal_step ON journal (person, active, seq) WHERE kind = 'do'",
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        source TEXT NOT NULL,
        published TEXT NOT NULL,
        words INTEGER NOT NULL,
        imported INTEGER REFERENCES journal (seq),
        binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
    ) STRICT""",
    "CREATE INDEX article_binned ON article (binned)",
    """CREATE TABLE body (
        article INTEGER PRIMARY KEY REFERENCES article (id),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        direction TEXT NOT NULL,
        meta TEXT NOT NULL,
        cleaning TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE journal_article (
        article INTEGER NOT NULL REFERENCES article (id),
        seq INTEGER NOT NULL REFERENCES journal (seq),
        PRIMARY KEY (article, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE layer (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (id),
        person INTEGER REFERENCES person (id),
        status TEXT NOT NULL CHECK (status IN ('new', 'started', 'done', 'skipped')),
        scheme TEXT,
        scheme_version INTEGER,
        document TEXT NOT NULL DEFAULT '{}',
        note TEXT NOT NULL DEFAULT '',
        flag INTEGER NOT NULL DEFAULT 0 CHECK (flag IN (0, 1)),
        spans INTEGER NOT NULL DEFAULT 0,
        flags INTEGER NOT NULL DEFAULT 0,
        modified TEXT NOT NULL DEFAULT '',
        imported INTEGER REFERENCES journal (seq),
        UNIQUE (article, person)
    ) STRICT""",
    "CREATE UNIQUE INDEX layer_gold ON layer (article) WHERE person IS NULL",
    "CREATE INDEX layer_person ON layer (person, status, article)",
    """CREATE TABLE span (
        id INTEGER PRIMARY KEY,
        layer INTEGER NOT NULL REFERENCES layer (id),
        uid TEXT NOT NULL,
        label TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK (start < "end"),
        pieces TEXT,
        attributes TEXT,
        entity TEXT,
        note TEXT NOT NULL,
        flag INTEGER NOT NULL CHECK (flag IN (0, 1)),
        origin TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        provenance TEXT,
        quote TEXT NOT NULL,
        UNIQUE (layer, uid)
    ) STRICT""",
    """CREATE TABLE relation (
        id INTEGER PRIMARY KEY,
        layer INTEGER NOT NULL,
        uid TEXT NOT NULL,
        label TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        provenance TEXT,
        UNIQUE (layer, uid),
        FOREIGN KEY (layer, source) REFERENCES span (layer, uid) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (layer, target) REFERENCES span (layer, uid) DEFERRABLE INITIALLY DEFERRED
    ) STRICT""",
    """CREATE TABLE entity (
        id INTEGER PRIMARY KEY,
        layer INTEGER NOT NULL REFERENCES layer (id),
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        extra TEXT,
        UNIQUE (layer, uid)
    ) STRICT""",
    """CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        layer INTEGER NOT NULL REFERENCES layer (id),
        uid TEXT NOT NULL,
        start INTEGER,
        "end" INTEGER,
        provenance TEXT NOT NULL,
        UNIQUE (layer, uid)
    ) STRICT""",
    """CREATE TABLE label_count (
        layer INTEGER NOT NULL REFERENCES layer (id),
        label TEXT NOT NULL,
        spans INTEGER NOT NULL,
        PRIMARY KEY (layer, label)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX label_layers ON label_count (label, layer, spans)",
    """CREATE VIRTUAL TABLE word USING fts5 (
        body, content = '', tokenize = 'ascii'
    )""",
)
