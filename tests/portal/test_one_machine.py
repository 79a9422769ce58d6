"""The guide for one machine names what exists, and its units are units of systemd."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "deploy" / "one-machine"
GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")
UNITS = sorted((FOLDER / "systemd").iterdir())
VALUES = dict(
    line.split("=", 1) for line in (FOLDER / "site.env").read_text().splitlines() if "=" in line[:40]
)
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]


def test_every_unit_that_the_guide_starts_exists():
    named = set(re.findall(r"madda-\w+\.(?:service|timer)", GUIDE))
    names = {unit.name for unit in UNITS}
    assert named <= names
    assert names - named <= {"madda-backup.service"}  # its timer starts it


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"(?:madda(?: --owner)?|manage\.py) ([a-z_]+)", GUIDE)))
)
def test_every_command_of_the_guide_exists(command):
    from django.core.management import get_commands

    assert command in get_commands()


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_units_run_what_exists_as_the_user_of_the_site(unit):
    from django.core.management import get_commands

    text = unit.read_text(encoding="utf-8")
    assert "\nUser=madda\n" in text
    for command in re.findall(r"^ExecStart=.*manage\.py (\w+)", text, re.MULTILINE):
        assert command in get_commands()
    assert re.search(r"^ExecStart=/srv/madda/venv/bin/(python|gunicorn) ", text, re.MULTILINE)


def test_the_units_serve_as_the_container_does():
    (there,) = re.findall(
        r'^CMD \["gunicorn", (.*)\]$', (ROOT / "deploy/Containerfile").read_text(), re.MULTILINE
    )
    unit = (FOLDER / "systemd" / "madda-site.service").read_text(encoding="utf-8")
    (here,) = re.findall(r"^ExecStart=\S+gunicorn (.*)$", unit, re.MULTILINE)
    assert here.replace("127.0.0.1", "0.0.0.0").split() == re.findall(r'"([^"]+)"', there)  # noqa: S104 - of the container


def test_the_values_start_a_site():
    given = {
        name: value.replace("@SITE_PASSWORD@", "x").replace("@SECRET_KEY@", "y" * 64)
        for name, value in VALUES.items()
    }
    own = {
        **given,
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "MADDA_VAR": "/nonexistent",
    }
    code = "import django; django.setup(); from django.conf import settings as s; print(s.DATABASES['default']['USER'])"
    done = subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, text=True)
    assert done.stdout.strip() == "madda_site", done.stderr


def test_the_command_of_the_guide_is_a_shell_script():
    assert subprocess.run(["sh", "-n", FOLDER / "madda"]).returncode == 0
    assert os.access(FOLDER / "madda", os.X_OK)


@pytest.mark.whole  # systemd reads its units
def test_systemd_understands_the_units(tmp_path):
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace(
            "/srv/madda/venv/bin/", f"{Path(sys.executable).parent}/"
        )
        (tmp_path / unit.name).write_text(text)
    analyze = shutil.which("systemd-analyze")
    assert analyze, "install systemd"
    done = subprocess.run([analyze, "verify", *sorted(tmp_path.iterdir())], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_all_that_the_site_keeps_stays_in_the_group_of_the_proxy():
    (mode,) = re.findall(r"install -d -o madda -g www-data -m (\d+) /var/lib/madda\n", GUIDE)
    assert int(mode, 8) == stat.S_ISGID | 0o750


def test_the_proxy_speaks_tls_alone_hides_its_version_and_lets_pictures_do_nothing():
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    assert "return 301 https://$host$request_uri;" in text
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in text
    (suites,) = re.findall(r"ssl_ciphers (\S+);", text)
    assert all(re.fullmatch(r"ECDHE-(ECDSA|RSA)-(AES\d+-GCM|CHACHA20)-\w+", one) for one in suites.split(":"))
    assert "server_tokens off;" in text
    assert "autoindex" not in text
    assert text.count("limit_req zone=") == 2
    assert re.search(r"client_max_body_size \d+m;", text)
    pictures = text.partition("location ~ ^/media/((?:images|original_images)/.+)$ {")[2]
    for header in (
        "X-Content-Type-Options nosniff",
        "Content-Security-Policy \"default-src 'none'; sandbox\"",
        'Strict-Transport-Security "max-age=31536000; includeSubDomains"',
    ):
        assert f"add_header {header} always;" in pictures


def test_each_part_runs_as_an_own_user_with_closed_folders():
    for unit in SERVICES:
        text = unit.read_text(encoding="utf-8")
        for line in (
            "User=madda",
            "NoNewPrivileges=yes",
            "PrivateTmp=yes",
            "ProtectHome=yes",
            "ProtectSystem=strict",
        ):
            assert f"\n{line}\n" in text, unit.name
        assert ("owner.env" in text) is (unit.name == "madda-prepare.service")


def test_what_answers_people_and_reads_files_reaches_no_other_machine():
    for name in ("site", "worker"):
        text = (FOLDER / "systemd" / f"madda-{name}.service").read_text(encoding="utf-8")
        assert re.findall(r"^IPAddress\w+=.*$", text, re.MULTILINE) == [
            "IPAddressDeny=any",
            "IPAddressAllow=localhost",
        ]
