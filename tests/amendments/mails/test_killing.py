"""`kill -9` of the worker while it sends mails."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("kills", [5, pytest.param(100, marks=pytest.mark.fuzz)])
def test_no_mail_is_lost_and_one_that_goes_again_has_the_same_message_id(tmp_path, kills):
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killing.py"), str(tmp_path), str(kills)],
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert (
        found["sent"] == found["ids"] == found["readers"] == found["pairs"] == found["written"] == 4 * kills
    )
    assert found["taken"] >= found["written"]
    if kills == 100:
        assert found["cut between the server and the mark"] > 10  # else the test proves nothing
