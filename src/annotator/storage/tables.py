"""The tables as peewee knows them, for the queries that are put together from parts."""

from __future__ import annotations

from peewee import Table

Person = Table("person")
Article = Table("article")
Layer = Table("layer")
Assignment = Table("assignment")
LabelCount = Table("label_count")
