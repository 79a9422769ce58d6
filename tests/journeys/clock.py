"""Letters of later: what waits so that several go in one mail is written at once."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRITE = """
import sys
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from consultations.letters.due_letters import write_due
write_due(timezone.now() + timedelta(seconds=float(sys.argv[1])))
"""


def advance(folder: Path, time: timedelta) -> None:
    """Write the letters of the site in this folder as if so much time had passed."""
    environment = {
        **os.environ,
        "MADDA_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    environment.pop("MADDA_DATABASE_URL", None)
    command = [sys.executable, "-c", WRITE, str(time.total_seconds())]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
