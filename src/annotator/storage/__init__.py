"""The project file: SQLite through peewee and apsw; frozen domain values go in and come out.

Only `workspace` imports this package. It decides how things are stored, never what may be done.
"""
