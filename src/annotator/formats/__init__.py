"""Files in and out: one module a format, `registry` the table of them; no database, no screen."""
