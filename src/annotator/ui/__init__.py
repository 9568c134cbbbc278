"""The window: everything that needs Qt; it shows and asks, the workspace decides."""
