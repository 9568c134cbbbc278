"""Small functions that connect actions to workspace operations."""
