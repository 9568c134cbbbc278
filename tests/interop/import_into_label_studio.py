"""Run inside an environment with Label Studio: its own importer in, its own exporter out.

python import_into_label_studio.py WORK_FOLDER TASKS.json CONFIG.xml -> WORK_FOLDER/export.json
"""

import importlib.util
import json
import os
import sys
from pathlib import Path


def start(folder: Path) -> None:
    """Set Django up over a database in the folder."""
    place = importlib.util.find_spec("label_studio").submodule_search_locations
    sys.path.insert(0, next(iter(place)))
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "core.settings.label_studio",
        "DJANGO_DB": "sqlite",
        "LABEL_STUDIO_BASE_DATA_DIR": str(folder),
        "COLLECT_ANALYTICS": "false",
        "LATEST_VERSION_CHECK": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def main(folder: Path, tasks: Path, config: Path) -> None:
    """Import the tasks, export them again, and print how many there were."""
    start(folder)
    from data_export.serializers import ExportDataSerializer
    from data_import.serializers import ImportApiSerializer
    from organizations.models import Organization
    from projects.models import Project
    from tasks.models import Task
    from users.models import User

    user = User.objects.create_user("lead@example.org", "none")
    organization = Organization.create_organization(created_by=user, title="interop")
    user.active_organization = organization
    user.save()
    project = Project.objects.create(
        title="interop",
        created_by=user,
        organization=organization,
        label_config=config.read_text(encoding="utf-8"),
    )
    project.validate_config(project.label_config)
    data = json.loads(tasks.read_text(encoding="utf-8"))
    serializer = ImportApiSerializer(
        data=data, many=True, context={"project": project, "user": user}
    )
    serializer.is_valid(raise_exception=True)
    serializer.save(project_id=project.id)
    found = Task.objects.filter(project=project)
    exported = ExportDataSerializer(found, many=True, context={"interpolate_key": False}).data
    (folder / "export.json").write_text(json.dumps(exported, default=str), encoding="utf-8")
    print({"tasks": found.count(), "annotations": sum(t.annotations.count() for t in found)})


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]), Path(sys.argv[3]))
