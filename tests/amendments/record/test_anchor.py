"""The log of heads on a disk that is full."""

import os

import pytest

from amendments.record import anchor
from amendments.record.anchor import kept_heads


@pytest.fixture
def log(settings, tmp_path):
    settings.MADDA_CHAIN_LOG = tmp_path / "chain.log"
    return settings.MADDA_CHAIN_LOG


def append(log, number):
    anchor._append(log, anchor._SIGNER().sign(f"record {number} {'a' * 64} 2026-11-28T09:00:00+0000"))


def test_a_line_that_a_full_disk_cut_off_is_told_and_spoils_no_other(log, monkeypatch, caplog):
    append(log, 1)
    whole = os.write
    monkeypatch.setattr(os, "write", lambda place, words: whole(place, words[:20]))
    append(log, 2)
    assert "cannot be appended to the log" in caplog.text
    monkeypatch.undo()
    append(log, 3)
    append(log, 4)
    assert [(head.number, head.is_genuine) for head in kept_heads()] == [
        (1, True),
        (0, False),
        (3, True),
        (4, True),
    ]
