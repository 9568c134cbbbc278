"""Annotate quotations and agreements in Persian news. Holds the version, nothing else."""

__version__ = "0.1.0"
