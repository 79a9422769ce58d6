"""The compose file names what exists: settings, values, images, services."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
EXAMPLE = (DEPLOY / "env.example").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
README = (DEPLOY / "README.md").read_text(encoding="utf-8")
SETTINGS = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "site/portal/settings").glob("*.py"))


def under(name, level=0):
    """The names one step below an entry of the file."""
    space = "  " * level
    (block,) = re.findall(rf"^{space}{name}:[^\n]*\n((?:(?:{space} +[^\n]*)?\n)+)", COMPOSE, re.MULTILINE)
    return re.findall(rf"^{space}  ([\w.-]+):", block, re.MULTILINE)


def site_environment():
    """The environment of the site, with what stands in a filled file `.env`."""
    given = dict(line.split("=", 1) for line in EXAMPLE.splitlines() if not line.startswith("#"))
    given = {name: value or "0" * 64 for name, value in given.items()}
    block = COMPOSE.partition("&site-environment\n")[2].partition("\n  volumes:")[0]
    pairs = re.findall(r"^    (\w+): (.+)$", block, re.MULTILINE)
    return {
        name: re.sub(r"\$\{(\w+)[^}]*\}", lambda one: given[one[1]], value).strip('"')
        for name, value in pairs
    }


def test_the_file_is_written_in_steps_of_two_spaces_and_every_line_is_an_entry():
    for line in COMPOSE.splitlines():
        assert re.fullmatch(r"(?:  )*(?:- .+|[\w.<-]+:(?: .+)?)|\s*#.*|", line), line


def test_its_services_and_volumes_are_there():
    nodes = ["es01", "es02", "es03"]
    assert under("services") == [
        "certificates", *nodes, "database", "prepare", "site", "worker", "periodic", "index-worker"
    ]  # fmt: skip
    needed = re.findall(r"^ +([\w-]+):\n +condition: ", COMPOSE, re.MULTILINE)
    assert set(needed) <= set(under("services"))
    mounted = re.findall(r"^ +- ([a-z][\w-]+):/", COMPOSE, re.MULTILINE)
    assert set(mounted) == set(under("volumes"))


def test_images_are_pinned_and_the_nodes_are_of_the_version_that_is_tested():
    from tests.search.nodes.install import ELASTICSEARCH

    images = re.findall(r"image: (\S+)", COMPOSE)
    assert all(re.fullmatch(r"\S+:\d+(\.\d+)+", image) for image in images)
    nodes = {image.rpartition(":")[2] for image in images if "elasticsearch" in image}
    assert nodes == {ELASTICSEARCH}
    assert f"elasticsearch=={ELASTICSEARCH} " in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert re.search(r"^FROM python:3\.11\.\d+-", CONTAINER)


def test_what_is_asked_of_the_environment_stands_in_the_example():
    asked = set(re.findall(r"\$\{(\w+)", COMPOSE))
    assert asked == set(re.findall(r"^(\w+)=", EXAMPLE, re.MULTILINE))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"MADDA_\w+", COMPOSE + EXAMPLE + README))))
def test_every_setting_that_is_named_exists(name):
    assert f'"{name.removesuffix("_FILE")}"' in SETTINGS


def test_files_and_commands_that_are_named_exist():
    for name in re.findall(r"- \./([\w.-]+):", COMPOSE):
        assert (DEPLOY / name).is_file()
    from django.core.management import get_commands

    commands = set(get_commands())
    assert set(re.findall(r"manage\.py[\", ]+(\w+)", COMPOSE + README)) <= commands


@pytest.mark.whole
def test_the_site_starts_with_these_settings_and_asks_the_cluster_by_a_key_over_tls():
    code = (
        "import django, json; django.setup(); from django.conf import settings as s;"
        "print(json.dumps([s.SEARCH_ENGINE, s.SEARCH_SERVER, s.DATABASES['default']['HOST'], str(s.MEDIA_ROOT),"
        " [one['CONN_HEALTH_CHECKS'] for one in s.DATABASES.values()]]))"
    )
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=own | site_environment(), capture_output=True, text=True, check=True
    )
    engine, server, host, media, asks_whether_the_server_is_there = json.loads(done.stdout)
    assert engine == "search.backends.elastic.server_engines.Elasticsearch"
    assert server["urls"] == [f"https://es0{number}:9200" for number in (1, 2, 3)]
    assert (server["shards"], server["replicas"]) == (1, 1)
    assert server["api_key"]
    assert server["ca_file"].startswith("/")
    assert host == "database"
    assert media == "/srv/var/media"
    assert asks_whether_the_server_is_there == [True, True]


def test_the_key_opens_our_indexes_only():
    key = json.loads((DEPLOY / "api-key.json").read_text(encoding="utf-8"))
    (role,) = key["role_descriptors"].values()
    assert role["cluster"] == []
    assert [one["names"] for one in role["indices"]] == [[f"{site_environment()['MADDA_SEARCH_PREFIX']}-*"]]


def test_the_server_takes_the_longest_question_that_can_be_typed():
    from search.query.parse import MAX_LENGTH

    (limit,) = re.findall(r'"--limit-request-line", "(\d+)"', CONTAINER)
    assert int(limit) > 6 * MAX_LENGTH  # a Cyrillic letter of an address is written with six signs


def test_the_site_signs_in_to_the_database_as_a_role_that_owns_nothing():
    owner = re.search(r"POSTGRES_USER: (\w+)", COMPOSE)[1]
    site = re.search(r"postgresql://(\w+):", site_environment()["MADDA_DATABASE_URL"])[1]
    assert site != owner
    prepare = COMPOSE.partition("\n  prepare:\n")[2].partition("\n\n")[0]
    assert f"postgresql://{owner}:" in prepare
    assert "manage.py migrate" in prepare
    script = (DEPLOY / "roles.sh").read_text(encoding="utf-8")
    assert f"CREATE ROLE {site}'" in script
    assert "- ./roles.sh:/docker-entrypoint-initdb.d/roles.sh:ro" in COMPOSE
    assert not re.search(r"\b(SUPERUSER|OWNER|TRUNCATE|ALL PRIVILEGES|CREATE ON)\b", script)
