"""Values and rules of annotation; frozen dataclasses, standard library only, no input or output."""
