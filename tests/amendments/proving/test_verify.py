"""A proof is checked by a script that knows nothing of the site; whatever is changed in its file is named."""

import ast
import copy
import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from amendments.proving import verify

SHARES = 400
"""Places of a bundle at which a byte is changed."""


def leaf(kind, row, content):
    return ["5a17", "2026-11-28T10:00:00+00:00", kind, row, content]


def line(key, number, words):
    return [key, "", "article", number, "{number} ", f"art_{number}", False, verify.words_hash(*words)]


def made(chain="c-1", **changed):
    """The files of a proof of a draft with one text, as the site makes them."""
    words = [["Fares", "The fare is 10 coins.", []], ["", "Dogs pay half.", [["1", "text", 3, "[1]"]]]]
    content = [[7, "d-1", 0, 1, "en", "", ""], ["", ""], ["moment", "A drafter", ""]]
    content += [[line("p-1", "1", words[0]), line("p-2", "2", words[1])], [["i-1", {"op": "repeal"}, []]], []]
    version = {"kind": "version", "row": "v-1", "more": [], "hash": verify.digest(content)}
    of_draft = [[3, 1, "", "c-1"], ["moment", "A drafter", ""], [[7, version["hash"]]]]
    draft = {"kind": "draft", "row": "d-1", "more": [], "hash": verify.digest(of_draft), "content": of_draft}
    shown = [
        leaf(row["kind"], row["row"], verify.digest([row["kind"], row["row"], row["hash"]]))
        for row in (version, draft)
    ]
    links = [shown[0], verify.digest(leaf("step", "1", "of another matter")), shown[1]]
    hashes = "0" * 64
    for link in links:
        hashes = verify.digest([link if isinstance(link, str) else verify.digest(link), hashes])
    proof = {
        "format": verify.FORMAT,
        "draft": draft,
        "receipt": None,
        "versions": [version | {"content": content, "words": words}],
    }
    return {
        verify.PROOF: verify.as_json(proof),
        verify.CHAIN: verify.as_json({"previous": "0" * 64, "links": links}),
        verify.HEAD: verify.head_message(chain, "2026-11-28", hashes),
        verify.SIGNATURE: bytes(range(64)),
        verify.KEY: b"-----BEGIN PUBLIC KEY-----\n",
        verify.README: b"Read me.\n",
    } | changed


def test_a_proof_holds():
    assert verify.faults(verify.packed(made())) == []


def test_every_other_program_opens_the_file(tmp_path):
    with zipfile.ZipFile(io.BytesIO(verify.packed(made()))) as box:
        assert box.testzip() is None
        assert box.namelist() == [*verify.NAMES, verify.SUMS]


def test_a_changed_byte_is_named_wherever_it_stands():
    bundle = verify.packed(made())
    places = random.Random(23).sample(range(len(bundle)), SHARES)  # noqa: S311
    for place in places:
        for flip in (1, 0x20, 0x80):
            changed = bytearray(bundle)
            changed[place] ^= flip
            assert verify.faults(bytes(changed)), place


@pytest.mark.fuzz
def test_every_changed_byte_is_named():
    bundle = verify.packed(made())
    for place in range(len(bundle)):
        for flip in (1, 0xFF):
            changed = bytearray(bundle)
            changed[place] ^= flip
            assert verify.faults(bytes(changed)), place


def values(data, path=()):
    """Where each value stands in JSON."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from values(value, (*path, place))
    else:
        yield path


def with_other(data, path):
    """The same with another value there."""
    data = copy.deepcopy(data)
    at = data
    for step in path[:-1]:
        at = at[step]
    was = at[path[-1]]
    at[path[-1]] = f"{was}x" if isinstance(was, str) else not was if isinstance(was, bool) else 99
    return data


@pytest.mark.parametrize("name", [verify.PROOF, verify.CHAIN])
def test_a_value_that_somebody_changed_and_packed_anew_is_named(name):
    """Whoever packs a bundle anew gives it a right list of hashes; what the chain covers cannot be changed all the same."""
    files = made()
    data = json.loads(files[name])
    paths = list(values(data))
    assert len(paths) > 5
    for path in paths:
        changed = files | {name: verify.as_json(with_other(data, path))}
        assert verify.faults(verify.packed(changed)), path


def test_what_is_wrong_is_said():
    files = made()
    proof = json.loads(files[verify.PROOF])
    proof["versions"][0]["words"][0][1] = "The fare is 99 coins."
    (fault,) = verify.faults(verify.packed(files | {verify.PROOF: verify.as_json(proof)}))
    assert fault == "The words of 1 are not those of which the text v-1 has the hash."


def test_a_text_left_out_and_a_head_of_other_links_are_named():
    files = made()
    proof = json.loads(files[verify.PROOF]) | {"versions": []}
    found = verify.faults(verify.packed(files | {verify.PROOF: verify.as_json(proof)}))
    assert "The texts are not those of the draft d-1." in found
    chain = json.loads(files[verify.CHAIN])
    chain["links"].pop(1)
    (fault,) = verify.faults(verify.packed(files | {verify.CHAIN: verify.as_json(chain)}))
    assert fault.startswith("The chain does not lead to the head: it ends at ")


def test_a_kept_hash_is_looked_for_in_the_chain():
    files = made()
    head = files[verify.HEAD].decode().split()[-1]
    bundle = verify.packed(files)
    assert verify.faults(bundle, head.upper()) == []
    assert verify.faults(bundle, "1" * 64) == [
        "The chain of this bundle does not hold the hash that you kept."
    ]


@pytest.mark.parametrize(
    ("bundle", "said"),
    [
        (b"", "cannot be read as a zip file"),
        (b"PK" * 40, "cannot be read as a zip file"),
        (verify.packed({"proof.json": b"{}"}), "The bundle lacks README.txt, chain.json"),
        (verify.packed(made(**{"more.txt": b""})), "what belongs to no proof: more.txt"),
        (verify.packed(made(**{verify.PROOF: b"{"})), "proof.json cannot be read as JSON"),
        (verify.packed(made(**{verify.PROOF: b"[]\n"})), "proof.json has not the form of a proof"),
        (verify.packed(made(**{verify.PROOF: b"{ }"})), "is not written as a bundle writes JSON"),
        (verify.packed(made(**{verify.CHAIN: b"[]\n"})), "chain.json has not the form of a chain"),
        (verify.packed(made(**{verify.HEAD: b"none"})), "head.txt has not the form of a head"),
        (
            verify.packed(made(**{verify.PROOF: verify.as_json({"format": "madda-proof-9"})})),
            "reads madda-proof-1",
        ),
    ],
)
def test_a_file_that_is_no_proof_is_refused_in_words(bundle, said):
    assert any(said in fault for fault in verify.faults(bundle))


def test_a_bomb_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(verify, "LARGEST", 10)
    assert verify.faults(verify.packed(made())) == ["The files of the bundle are too large."]


def test_the_script_runs_alone(tmp_path):
    script = tmp_path / "verify.py"
    script.write_bytes(Path(verify.__file__).read_bytes())
    kept = tmp_path / "a proof.zip"
    kept.write_bytes(verify.packed(made()))
    call = [sys.executable, "-I", str(script), str(kept)]
    ran = subprocess.run(call, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "The hashes and the chain hold." in ran.stdout
    assert "openssl pkeyutl -verify" in ran.stdout
    words = subprocess.run([*call, "--text"], capture_output=True, text=True, check=True).stdout
    assert words == "1 Fares The fare is 10 coins.\n2 Dogs pay half.\n"
    kept.write_bytes(kept.read_bytes()[:-1])
    ran = subprocess.run(call, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr


def test_it_says_where_no_file_is(capsys, tmp_path):
    assert verify.main([str(tmp_path / "none.zip")]) == 1
    assert "none.zip" in capsys.readouterr().err


def test_it_needs_the_standard_library_alone():
    tree = ast.parse(Path(verify.__file__).read_text())
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert names <= sys.stdlib_module_names
    ast.parse(Path(verify.__file__).read_text(), feature_version=(3, 9))
