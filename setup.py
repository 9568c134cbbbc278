"""List the packages, which pyproject.toml cannot say: everything in src/, and resources/ by name."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages("src"), "annotator.resources"],
    package_dir={"": "src", "annotator.resources": "resources"},
)
