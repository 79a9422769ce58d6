"""`kill -9` of the worker while it sends mails, a hundred times. `test_delivery` has the same cuts without a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
KILLS = 100


@pytest.mark.fuzz
def test_no_mail_is_lost_and_one_that_goes_again_has_the_same_message_id(tmp_path):
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killing.py"), str(tmp_path), str(KILLS)],
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert (
        found["sent"] == found["ids"] == found["readers"] == found["pairs"] == found["written"] == 4 * KILLS
    )
    assert found["taken"] >= found["written"]
    assert found["cut between the server and the mark"] > 10  # else the test proves nothing
