"""A site with a record, uploads and a log of heads, on folders of its own."""

import pytest
from django.db import connection

from tests.factories import law


@pytest.fixture
def site(db, settings, tmp_path):
    """The folders `backups` and `var`; the database holds an act."""
    settings.VAR = tmp_path / "var"
    settings.MEDIA_ROOT = str(settings.VAR / "media")
    settings.MADDA_CHAIN_LOG = settings.VAR / "chain.log"
    (settings.VAR / "media" / "images").mkdir(parents=True)
    (settings.VAR / "media" / "images" / "ferry.png").write_bytes(b"a ferry")
    settings.MADDA_CHAIN_LOG.write_text("a head\n")
    (tmp_path / "backups").mkdir()
    section = law.make_section()
    law.make_act(section, law.make_drafter(section))
    return tmp_path


@pytest.fixture
def copied(monkeypatch):
    """The database of the tests is in a transaction, which no copy would see: the copy is this file."""

    def copy_database(into):
        path = into / {"sqlite": "database.sqlite3", "postgresql": "database.dump"}[connection.vendor]
        path.write_bytes(b"the database")
        return path

    monkeypatch.setattr("portal.home.backups.making.copy_database", copy_database)
