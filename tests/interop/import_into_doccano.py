"""Run inside an environment with doccano: its own importer in, its own exporter out.

python import_into_doccano.py WORK_FOLDER FILE.jsonl relations|spans -> WORK_FOLDER/all.jsonl
"""

import importlib.util
import os
import sys
from pathlib import Path

BACKEND = Path(next(iter(importlib.util.find_spec("backend").submodule_search_locations)))


def start(folder: Path) -> None:
    """Set Django up over a database in the folder."""
    sys.path.insert(0, str(BACKEND))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.development"
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'doccano.sqlite'}"
    os.chdir(folder)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("create_roles", verbosity=0)


def project_for(user, relations: bool):
    """Make a project for spans that may share text, with relations if asked."""
    from projects.models import ProjectType, SequenceLabelingProject

    return SequenceLabelingProject.objects.create(
        name="interop",
        description="",
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        allow_overlapping=True,
        use_relation=relations,
        collaborative_annotation=True,
    )


def main(folder: Path, file: Path, *, relations: bool) -> None:
    """Import the file, export it again, and print how many records and errors there were."""
    start(folder)
    from data_export.celery_tasks import create_collaborative_dataset
    from data_export.pipeline.factories import create_formatter, create_writer
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import RELATION_EXTRACTION, create_file_format
    from data_import.pipeline.readers import FileName
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.create_superuser("lead", "lead@example.org", "none")
    project = project_for(user, relations)
    task = RELATION_EXTRACTION if relations else "SequenceLabeling"
    names = [FileName(str(file), file.name, file.name)]
    options = {"encoding": "utf-8", "column_data": "text", "column_label": "label"}
    dataset = load_dataset(task, create_file_format("JSONL"), names, project, **options)
    dataset.save(user, batch_size=1000)
    writer = create_writer("JSONL")
    create_collaborative_dataset(
        project, str(folder), False, create_formatter(project, "JSONL"), writer
    )
    print({"examples": project.examples.count(), "errors": [e.dict() for e in dataset.errors]})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).resolve(), relations=sys.argv[3] == "relations")
