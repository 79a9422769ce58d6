"""One cache that all processes see, apart from the transactions of the data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.settings.cache import ALIAS, Router, connection_of

ROOT = Path(__file__).resolve().parents[2]
TELL = """
import django; django.setup()
from django.core.cache import cache
from django.core.management import call_command
call_command("createcachetable", database="cache", verbosity=0)
cache.add("count", 0, 60); print(cache.incr("count"))
"""


def run(tmp_path, code=TELL):
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "MADDA_VAR": str(tmp_path)}
    own["DJANGO_SETTINGS_MODULE"] = "portal.settings.dev"
    return subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, text=True, check=True)


@pytest.mark.whole  # two processes start
def test_processes_count_together(tmp_path):
    assert [run(tmp_path).stdout.strip() for _process in range(2)] == ["1", "2"]
    assert (tmp_path / "cache.sqlite3").exists()


def test_it_is_a_file_of_its_own_on_sqlite_and_a_connection_of_its_own_elsewhere(tmp_path):
    main = {"ENGINE": "django.db.backends.sqlite3", "NAME": "x", "OPTIONS": {"timeout": 180}}
    assert connection_of(main, tmp_path)["NAME"] == tmp_path / "cache.sqlite3"
    main = {"ENGINE": "django.db.backends.postgresql", "NAME": "madda", "OPTIONS": {}}
    assert connection_of(main, tmp_path) == main


def test_nothing_else_is_there():
    router = Router()
    assert router.allow_migrate(ALIAS, "amendments") is False
    assert router.allow_migrate(ALIAS, "django_cache") is True
    assert router.allow_migrate("default", "django_cache") is False
    assert router.allow_migrate("default", "amendments") is None
