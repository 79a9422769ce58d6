"""What the look for packages with known weaknesses makes of an answer."""

from pathlib import Path

import pytest

from tests import audit

WEAK = {
    "dependencies": [
        {"name": "django", "version": "5.2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["5.2.1"]}]},
        {"name": "lxml", "version": "6.1", "vulns": []},
        {"name": "typst", "skip_reason": "Dependency not found on PyPI and could not be audited"},
        {"name": "pillow", "version": "11", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]},
    ]
}


def test_a_weakness_is_named_with_the_version_that_mends_it_and_silence_is_told():
    assert audit.judged(WEAK) == (
        ["django 5.2: PYSEC-1, mended in 5.2.1", "pillow 11: PYSEC-2, mended in no version"],
        ["typst"],
    )


def test_it_asks_about_what_the_site_names_and_what_this_brings():
    text = (Path(__file__).resolve().parents[1] / "requirements.txt").read_text(encoding="utf-8")
    named = audit.named(text)
    assert len(named) == len([line for line in text.splitlines() if "==" in line])
    found = audit.installed(named)
    assert {"django", "wagtail", "django-allauth", "pillow", "sqlparse", "fido2"} <= found.keys()
    assert all(found.values())


@pytest.mark.parametrize(
    ("answer", "status"), [(WEAK, 1), ({"dependencies": WEAK["dependencies"][1:3]}, None)]
)
def test_a_known_weakness_fails(monkeypatch, capsys, answer, status):
    monkeypatch.setattr(audit, "asked", lambda _program, _packages: answer)
    monkeypatch.setattr("sys.argv", ["audit.py", "pip-audit"])
    if status:
        with pytest.raises(SystemExit, match="PYSEC-1"):
            audit.main()
    else:
        audit.main()
    assert "The index has no advisories of 1." in capsys.readouterr().out
