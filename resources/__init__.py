"""Data files of the program, packaged as `annotator.resources`; read them with `annotator.assets`."""
