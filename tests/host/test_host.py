"""A site of somebody else, made by `wagtail start` and by the steps of docs/extending.md, exactly as they stand there.

Once with Django's own user model and once with one that has neither a field `email` nor `username`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
NAMED = re.compile(r"(?:# |\{# )([\w/.]+)(?: #\})?\n")
OWN_USERS = ["django", "own"]

pytestmark = pytest.mark.host


def steps():
    """The blocks of the section, in their order: kind and text."""
    section = (ROOT / "docs" / "extending.md").read_text().split("## Into a site of your own\n")[1]
    return FENCE.findall(section.split("\n## ")[0])


class Host:
    """The folder of a site, and the commands that are run in it."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, script, **more):
        """Lines of a shell; what they print."""
        tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "MADDA"))
        }
        done = subprocess.run(
            ["bash", "-euc", script],
            cwd=self.folder,
            env=clean | {"PATH": tools, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"},
            capture_output=True,
            text=True,
            check=False,
            **more,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def take(self, kind, text):
        """One step of the documentation."""
        if kind == "sh":
            return self.run(text)
        path = self.folder / NAMED.match(text)[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text() if path.exists() else ""
        path.write_text(f"{before}\n{text}" if before else text)
        return ""

    def with_own_users(self):
        """Give the site a user model of its own, as a grown site has one."""
        (self.folder / "people").mkdir()
        (self.folder / "people" / "__init__.py").touch()
        (self.folder / "people" / "models.py").write_text((HERE / "people_of_the_host.py").read_text())
        with (self.folder / "parliament" / "settings" / "base.py").open("a") as settings:
            settings.write('\nINSTALLED_APPS += ["people"]\nAUTH_USER_MODEL = "people.Person"\n')
        self.run("python manage.py makemigrations people -v 0")


@pytest.mark.parametrize("users", OWN_USERS)
def test_a_fresh_site_reads_drafts_consults_and_searches(tmp_path, users):
    host = Host(tmp_path)
    (start, *others) = steps()
    host.take(*start)
    host.folder = tmp_path / "parliament"
    (host.folder / "law.txt").write_text((HERE / "law.txt").read_text())
    said = ""
    for kind, text in others:
        if "migrate" in text and users == "own":
            host.with_own_users()
        if "import_act" in text:
            host.run(f"python manage.py shell -v 0 < {HERE / 'accounts.py'}")
        said += host.take(kind, text)
    assert "System check identified no issues" in said
    assert '"act": "/laws/law-1-l/"' in said
    assert "secretary: " in said
    assert host.run("python manage.py makemigrations --check --dry-run") == "No changes detected\n"
    told = host.run(f"python manage.py shell -v 0 < {HERE / 'visits.py'}")
    assert told.splitlines()[-1] == "Everything answered."
