"""Inter-annotator agreement: plain layers in, plain figures out; no window, no database."""
