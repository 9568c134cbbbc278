"""An open project without a screen: intentions, undo, queue, transfer, search, checks, backups."""
