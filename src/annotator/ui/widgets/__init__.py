"""Reusable pieces that know only Qt."""
