"""Whatever somebody writes into a bundle, the script answers in words of its own."""

import copy
import io
import json
import shlex
import zipfile

import pytest

from amendments.proving import verify
from tests.amendments.proving.test_verify import leaf, made
from tests.shares import telling


def forged(row="x-1", kind="submission", day="2026-11-28", **said):
    """A bundle that somebody else made: its hashes fit one another, whatever stands in it."""
    comment = {"reference": "C-1", "rationale": "", "proposed_text": "", **said}
    comment = {name: value for name, value in comment.items() if value is not None}
    body = {"comments": [verify.digest(comment)]}
    sha256 = verify.digest(body)
    receipt = {"kind": kind, "row": row, "hash": sha256, "more": [], "body": body, "comments": [comment]}
    link = leaf(kind, row, verify.digest([kind, row, sha256]))
    proof = {"format": verify.FORMAT, "draft": None, "receipt": receipt, "versions": []}
    head = verify.head_message("c-1", day, verify.digest([verify.digest(link), "0" * 64]))
    return {
        verify.PROOF: verify.as_json(proof),
        verify.CHAIN: verify.as_json({"previous": "0" * 64, "links": [link]}),
        verify.HEAD: head,
        **dict.fromkeys((verify.SIGNATURE, verify.KEY, verify.README), b""),
    }


SAID = "The signature of the site holds."


@pytest.mark.parametrize(
    ("part", "value"),
    [
        *(("row", value) for value in (f"x: 00\n{SAID}", "\x1b[2J", "\u2028x", "", "x y", "x" * 101)),
        *(("kind", value) for value in (SAID, f"x\n{SAID}", "step")),
        *(("day", value) for value in (SAID, "\x1b[31m", "")),
        ("rationale", None),
        ("proposed_text", None),
        ("reference", ["C-1"]),
        ("rationale", {"more": 1}),
    ],
)
def test_a_forged_bundle_puts_no_line_of_its_own_into_the_verdict(part, value, capsys, tmp_path):
    assert verify.faults(verify.packed(forged())) == []
    kept = tmp_path / "proof.zip"
    kept.write_bytes(verify.packed(forged(**{part: value})))
    for more in ([], ["--text"]):
        assert verify.main([str(kept), *more]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert not any(line.startswith(SAID) for line in said.err.splitlines())
        assert said.err.replace("\n", "").isprintable()


def test_words_of_others_steer_no_terminal(capsys, tmp_path):
    kept = tmp_path / "proof.zip"
    kept.write_bytes(verify.packed(forged(rationale="One\x1b[2J\r\x9b2J\ntwo")))
    assert verify.main([str(kept), "--text"]) == 0
    said = capsys.readouterr().out
    assert said.replace("\n", "").isprintable()
    assert said.splitlines()[1:] == [
        "One\N{REPLACEMENT CHARACTER}[2J" + "\N{REPLACEMENT CHARACTER}" * 2 + "2J",
        "two",
    ]


def test_the_command_that_it_prints_names_the_file_and_nothing_else(capsys, tmp_path):
    kept = tmp_path / "a'; touch harmed; 'b.zip"
    kept.write_bytes(verify.packed(made()))
    assert verify.main([str(kept)]) == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if "unzip" in each]
    assert shlex.split(line) == ["unzip", "-o", str(kept), verify.HEAD, verify.SIGNATURE, verify.KEY]
    kept = tmp_path / f"a\n{SAID}\x1b[2J.zip"
    kept.write_bytes(verify.packed(made()))
    assert verify.main([str(kept)]) == 0
    said = capsys.readouterr().out
    assert SAID not in said.splitlines()
    assert "\x1b" not in said


def places(data, path=()):
    """Where anything stands in JSON, whole lists and objects too."""
    yield path
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*path, key))


def put(data, path, value):
    """The same with the value there."""
    if not path:
        return value
    data = copy.deepcopy(data)
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return data


DEEP = json.loads("[" * 300 + "]" * 300)
ANYTHING = [
    None,
    True,
    0,
    -1,
    1e300,
    "",
    "x",
    SAID,
    [],
    [[]],
    [None] * 9,
    {},
    {"kind": 1},
    {"comments": {}},
    DEEP,
]


def sealed_anew(files, proof):
    """The same with hashes that fit, as far as there are any places for them."""
    try:
        for version in proof["versions"]:
            for line, words in zip(version["content"][3], version["words"], strict=True):
                line[7:8] = [verify.words_hash(*words)]
        if proof["receipt"]:
            proof["receipt"]["body"]["comments"] = [
                verify.digest(each) for each in proof["receipt"]["comments"]
            ]
        if proof["draft"]:
            held = [[each["content"][0][0], verify.digest(each["content"])] for each in proof["versions"]]
            proof["draft"]["content"][2:3] = [held]
        links, hashes = [], "0" * 64
        for row in filter(None, (proof["draft"], proof["receipt"], *proof["versions"])):
            row["hash"] = verify.digest(row.get("content", row.get("body")))
            content = [row["kind"], row["row"], row["hash"], *row["more"]]
            links.append(leaf(row["kind"], row["row"], verify.digest(content)))
            hashes = verify.digest([verify.digest(links[-1]), hashes])
    except (LookupError, TypeError, AttributeError, ValueError):
        return files | {verify.PROOF: verify.as_json(proof)}
    return files | {
        verify.PROOF: verify.as_json(proof),
        verify.CHAIN: verify.as_json({"previous": "0" * 64, "links": links}),
        verify.HEAD: verify.head_message("c-1", "2026-11-28", hashes),
    }


@pytest.mark.whole
@pytest.mark.parametrize("of", [made, forged])
def test_nor_does_a_bundle_whose_hashes_fit_whatever_they_cover(of, capsys, tmp_path):
    kept = tmp_path / "proof.zip"
    data = json.loads(of()[verify.PROOF])
    held = 0
    for path in places(data):
        for value in ANYTHING:
            kept.write_bytes(verify.packed(sealed_anew(of(), put(data, path, copy.deepcopy(value)))))
            holds = verify.main([str(kept), "--text"]) == 0
            held += holds
            said = capsys.readouterr()
            assert holds or said.err, (path, value)
            assert not any(line.startswith(SAID) for line in said.err.splitlines()), (path, value)
    assert held > 20


@pytest.mark.parametrize("of", telling([made, forged], forged))
@pytest.mark.parametrize("name", telling([verify.PROOF, verify.CHAIN], verify.CHAIN))
def test_whatever_stands_in_a_bundle_it_is_answered_in_words(of, name, capsys, tmp_path):
    """A fault for each, or a verdict that can be printed with the words: never an error of Python."""
    files = of()
    data = json.loads(files[name])
    kept = tmp_path / "proof.zip"
    for path in places(data):
        for value in ANYTHING:
            kept.write_bytes(verify.packed(files | {name: verify.as_json(put(data, path, value))}))
            holds = verify.main([str(kept), "--text"]) == 0
            said = capsys.readouterr()
            assert holds or said.err, (path, value)
            assert SAID not in said.err.splitlines(), (path, value)


@pytest.mark.parametrize(
    "raw", [b"[" * 100_000, b"9" * 5000, b'"\\ud800"', b"\xff\xfe", b"NaN", b'{"a": 1, "a": 2}']
)
@pytest.mark.parametrize("name", verify.NAMES)
def test_files_that_no_program_writes_are_answered_in_words(raw, name):
    """Where a file is read, it is refused; key, signature and the words beside them are not read by the script."""
    found = verify.faults(verify.packed(made(**{name: raw})))
    assert bool(found) == (name in (verify.PROOF, verify.CHAIN, verify.HEAD))


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compressed_file_is_not_unpacked(kind):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", kind) as box:
        box.writestr("proof.json", b"{}")
    broken = bytearray(written.getvalue())
    broken[40:44] = b"\xff" * 4
    for bundle in (written.getvalue(), bytes(broken)):
        (fault,) = verify.faults(bundle)
        assert "compressed" in fault


def test_names_in_a_bundle_are_shown_without_their_terminal_codes():
    (fault,) = verify.faults(verify.packed(made(**{f"\x1b[2J\n{SAID}": b""})))
    assert fault.isprintable()
