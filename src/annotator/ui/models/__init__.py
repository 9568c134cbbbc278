"""Qt item models over workspace queries; no widgets here."""
