#!/usr/bin/env python3
"""Checks a proof that was downloaded from a site of Madda, without the site and without the Internet.

    python3 verify.py PROOF.zip [--head HASH] [--text]

It needs Python 3.9 or newer and nothing else. `--head` takes a hash that you kept from the page of the chain (`/record/`),
`--text` prints the words that the proof covers. The signature of the site is checked by the line of openssl that it prints.
"""

import argparse
import hashlib
import io
import json
import re
import shlex
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FORMAT, HEAD_FORMAT = "madda-proof-1", "madda-head-1"
PROOF, CHAIN, README, SUMS = "proof.json", "chain.json", "README.txt", "SHA256SUMS"
HEAD, SIGNATURE, KEY = "head.txt", "head.sig", "key.pem"
NAMES = sorted((PROOF, CHAIN, HEAD, SIGNATURE, KEY, README))
LARGEST = 1 << 30  # bytes of all files together
_MALFORMED = (LookupError, TypeError, ValueError, AttributeError, RecursionError)
_UNREADABLE = (*_MALFORMED, zipfile.BadZipFile, struct.error, RuntimeError, EOFError, OSError, OverflowError)


class Wrong(Exception):
    """Why nothing further can be checked, as a sentence."""


# The forms of a bundle, by `_has`. What is printed begins no line, and no terminal obeys it.
_KIND, _PLAIN = re.compile("draft|version|submission"), re.compile(r"[A-Za-z0-9:.-]{1,100}")
_HASH, _NO = re.compile("[0-9a-f]{64}"), type(None)
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ROW = {"kind": [_KIND], "row": [_PLAIN], "hash": [_HASH], "more": [[str]]}
_LINE = (object, object, str, str, object, object, object, _HASH)
_VERSION = {**_ROW, "content": [((object,), object, object, [_LINE])], "words": [[(str, str, list)]]}
_DRAFT = {**_ROW, "content": [(object, object, [list])]}
_COMMENT = {"reference": [str], "rationale": [str], "proposed_text": [str]}
_RECEIPT = {**_ROW, "body": [{"comments": [[_HASH]]}], "comments": [[_NO, _COMMENT]]}
_OF_PROOF = {"format": [str], "draft": [_NO, _DRAFT], "receipt": [_NO, _RECEIPT], "versions": [[_VERSION]]}
_OF_CHAIN = {"previous": [_HASH, re.compile("")], "links": [[_HASH, (str, str, _PLAIN, _PLAIN, _HASH)]]}


def digest(content: object) -> str:
    """SHA-256 of the content as JSON with sorted keys, in hexadecimal."""
    return _sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())


def as_json(content: object) -> bytes:
    """The one form in which a bundle holds JSON."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def words_hash(heading: str, text: str, marks: list[Any]) -> str:
    """The hash of the heading and the text of a provision, and of where footnote marks stand in them."""
    return digest([_sha256(f"{heading}\n{text}".encode()), marks])


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file that has the same bytes wherever it is made: not compressed, without times, with a list of hashes."""
    body, directory, count = b"", b"", len(files) + 1
    for name, content in [*sorted(files.items()), (SUMS, _sums(files))]:
        said, size, at = name.encode(), len(content), len(body)
        head = struct.pack("<5H3L2H", 20, 0, 0, 0, 33, zlib.crc32(content), size, size, len(said), 0)
        directory += b"PK\x01\x02\x14\x03" + head + struct.pack("<3H2L", 0, 0, 0, 0o100644 << 16, at) + said
        body += b"PK\x03\x04" + head + said + content
    end = struct.pack("<4H2LH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def head_message(chain: str, day: str, sha256: str) -> bytes:
    """What the site signs of the last link of a day."""
    return f"{HEAD_FORMAT}\nchain {chain}\nday {day}\nsha256 {sha256}\n".encode()


def faults(bundle: bytes, kept: str = "") -> list[str]:
    """What is wrong with a bundle, each as a sentence; nothing for one that proves what it says."""
    found: list[str] = []
    try:
        files = _opened(bundle)
        found += _changed(bundle, files)
        proof, chain = _read(files, PROOF), _read(files, CHAIN)
        found += _of_the_proof(proof)
        hashes, rows = _walked(chain)
        found += _of_the_rows(proof, rows)
        found += _of_the_head(files[HEAD], hashes, kept.strip().lower())
    except Wrong as wrong:
        found.append(str(wrong))
    except _MALFORMED:
        found.append("The bundle has not the form of a proof.")
    return [_shown(fault) for fault in found]


def _shown(said: str, kept: str = "") -> str:
    """What others wrote, without the signs that begin a line or steer a terminal."""
    return _UNSHOWN.sub(lambda sign: sign[0] if sign[0] in kept else "\N{REPLACEMENT CHARACTER}", said)


def _has(value: Any, form: Any) -> bool:
    """Whether JSON has a form: a type; a pattern; forms of which each of a list has one; one in each place or by each name."""
    if isinstance(form, re.Pattern):
        return isinstance(value, str) and form.fullmatch(value) is not None
    if isinstance(form, dict):
        return isinstance(value, dict) and all(_has([value.get(name, ...)], form[name]) for name in form)
    if isinstance(form, list):
        return isinstance(value, list) and all(any(_has(each, one) for one in form) for each in value)
    if isinstance(form, tuple):
        return isinstance(value, list) and len(value) >= len(form) and all(map(_has, value, form))
    return isinstance(value, form)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{_sha256(files[name])}  {name}\n" for name in sorted(files)).encode()


def _opened(bundle: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(bundle)) as box:
            if sum(info.file_size for info in box.infolist()) > LARGEST:
                raise Wrong("The files of the bundle are too large.")
            if any(info.compress_type for info in box.infolist()):
                raise Wrong("The files of the bundle are compressed: it is not as it was packed.")
            files = {info.filename: box.read(info) for info in box.infolist()}
    except _UNREADABLE as fault:
        raise Wrong(f"The bundle cannot be read as a zip file: {fault or type(fault).__name__}.") from None
    if missing := sorted({*NAMES, SUMS} - set(files)):
        raise Wrong(f"The bundle lacks {', '.join(missing)}.")
    if more := sorted(set(files) - {*NAMES, SUMS}):
        raise Wrong(f"The bundle holds what belongs to no proof: {', '.join(more)}.")
    return files


def _changed(bundle: bytes, files: Mapping[str, bytes]) -> Iterator[str]:
    """Files that are not as they were packed."""
    own = {name: files[name] for name in NAMES}
    listed = files[SUMS].decode(errors="replace").splitlines()
    for name in NAMES:
        if f"{_sha256(files[name])}  {name}" not in listed:
            yield f"{name} is not as it was packed: {SUMS} names another hash."
    if packed(own) != bundle:
        yield "The zip file around these files is not as it was packed."


def _read(files: Mapping[str, bytes], name: str) -> Any:
    try:
        read = json.loads(files[name])
        is_as_written = as_json(read) == files[name]
    except _MALFORMED:
        raise Wrong(f"{name} cannot be read as JSON.") from None
    if not is_as_written:
        raise Wrong(f"{name} is not written as a bundle writes JSON.")
    return read


def _of_the_proof(proof: Any) -> list[str]:
    if _has(proof, {"format": [str]}) and proof["format"] != FORMAT:
        raise Wrong(f"This script reads {FORMAT}; get the one that belongs to the site.")
    if not _has(proof, _OF_PROOF) or set(proof) != set(_OF_PROOF):
        raise Wrong(f"{PROOF} has not the form of a proof.")
    found = list(_of_a_receipt(proof["receipt"])) if proof["receipt"] else []
    for version in proof["versions"]:
        found += _of_a_version(version)
    return [*found, *_of_a_draft(proof["draft"], proof["versions"])] if proof["draft"] else found


def _of_a_receipt(receipt: Any) -> Iterator[str]:
    """Comments of which the words were covered later stand in a proof as null."""
    hashes = receipt["body"]["comments"]
    if len(hashes) != len(receipt["comments"]):
        yield f"The receipt is of {len(hashes)} comments, and {len(receipt['comments'])} are shown."
        return
    for place, comment in enumerate(receipt["comments"]):
        if comment is not None and digest(comment) != hashes[place]:
            yield f"The comment {comment['reference']} is not the one of which the receipt has the hash."
    if digest(receipt["body"]) != receipt["hash"]:
        yield "What was sent does not give the hash of the receipt."


def _of_a_version(version: Any) -> Iterator[str]:
    lines, words = version["content"][3], version["words"]
    if len(lines) != len(words):
        yield f"The text {version['row']} has {len(lines)} provisions and words for {len(words)}."
        return
    for place, line in enumerate(lines):
        if words_hash(*words[place]) != line[7]:
            yield f"The words of {line[3] or line[2]} are not those of which the text {version['row']} has the hash."
    if digest(version["content"]) != version["hash"]:
        yield f"What stands in the text {version['row']} does not give its hash."


def _of_a_draft(draft: Any, versions: Any) -> Iterator[str]:
    if digest(draft["content"]) != draft["hash"]:
        yield f"What stands in the draft {draft['row']} does not give its hash."
    held = [[version["content"][0][0], version["hash"]] for version in versions]
    if held != draft["content"][2]:
        yield f"The texts are not those of the draft {draft['row']}."


def _walked(chain: Any) -> tuple[list[str], dict[tuple[str, str], str]]:
    """The hash of each link, and the content of the rows that are shown."""
    if not _has(chain, _OF_CHAIN) or set(chain) != set(_OF_CHAIN):
        raise Wrong(f"{CHAIN} has not the form of a chain.")
    hashes, rows = list[str](), dict[tuple[str, str], str]()
    for link in chain["links"]:
        leaf = link if isinstance(link, str) else digest(link)
        if not isinstance(link, str):
            _salt, _at, kind, row, content = link
            rows[kind, row] = content
        hashes.append(digest([leaf, hashes[-1] if hashes else chain["previous"]]))
    return hashes, rows


def _of_the_rows(proof: Any, rows: Mapping[tuple[str, str], str]) -> list[str]:
    """Whether the chain holds what is proved, and shows nothing else."""
    proved, found = _proved(proof), []
    for each in proved:
        content = rows.get((each["kind"], each["row"]))
        if content is None:
            found.append(f"The chain does not hold the {each['kind']} {each['row']}.")
        elif digest([each["kind"], each["row"], each["hash"], *each["more"]]) != content:
            found.append(f"The chain holds another {each['kind']} {each['row']}.")
    if not proved or len(rows) != len(proved):
        found.append(f"{PROOF} and {CHAIN} do not speak of the same rows.")
    return found


def _proved(proof: Any) -> list[Any]:
    return [each for each in (proof["draft"], proof["receipt"], *proof["versions"]) if each]


def _of_the_head(written: bytes, hashes: list[str], kept: str) -> Iterator[str]:
    last = hashes[-1] if hashes else ""
    lines = written.decode(errors="replace").splitlines()
    said = dict(line.split(" ", 1) for line in lines[1:] if " " in line)
    parts = [said.get(name, "") for name in ("chain", "day", "sha256")]
    if written != head_message(*parts) or not _has(parts, [_PLAIN]):
        yield f"{HEAD} has not the form of a head."
    elif said["sha256"] != last:
        yield f"The chain does not lead to the head: it ends at {last or 'nothing'}."
    if kept and kept not in hashes:
        yield "The chain of this bundle does not hold the hash that you kept."


def covered_words(bundle: bytes) -> Iterator[str]:
    """The words that a bundle covers, line by line."""
    proof = json.loads(_opened(bundle)[PROOF])
    for version in proof["versions"]:
        for place, line in enumerate(version["content"][3]):
            heading, text, _marks = version["words"][place]
            yield _shown(" ".join(filter(None, (line[3], heading, text))), "\n\t")
    for comment in filter(None, (proof["receipt"] or {"comments": ()})["comments"]):
        yield from (_shown(comment[name], "\n\t") for name in _COMMENT if comment[name])


def main(given: Iterable[str] = ()) -> int:
    """The command line: 0 for a bundle that proves what it says, 1 for any other."""
    parser = argparse.ArgumentParser(description="Check a proof that was downloaded from a site of Madda.")
    parser.add_argument("bundle", help="the zip file")
    parser.add_argument("--head", default="", help="a hash that you kept from the page of the chain")
    parser.add_argument("--text", action="store_true", help="print the words that the proof covers")
    asked = parser.parse_args(list(given) or None)
    try:
        bundle = Path(asked.bundle).read_bytes()
    except OSError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if found := faults(bundle, asked.head):
        print("\n".join(found), file=sys.stderr)
        return 1
    if asked.text:
        print("\n".join(covered_words(bundle)))
    print(_told(_opened(bundle), asked.bundle), file=sys.stderr if asked.text else sys.stdout)
    return 0


def _told(files: Mapping[str, bytes], name: str) -> str:
    proved = _proved(json.loads(files[PROOF]))
    rows = "".join(f"{each['kind']} {each['row']}: {each['hash']}\n" for each in proved)
    head = files[HEAD].decode().splitlines()
    return f"""The hashes and the chain hold.
{rows}They lead to the head of {head[2][4:]}: {head[3][7:]}
Compare this head with the page of the chain, or with what you kept of it. The signature of the site is checked by
  unzip -o {_shown(shlex.quote(name))} {HEAD} {SIGNATURE} {KEY}
  openssl pkeyutl -verify -pubin -inkey {KEY} -rawin -in {HEAD} -sigfile {SIGNATURE}
The key has the hash {_sha256(files[KEY])}: compare it with the page of the chain."""


if __name__ == "__main__":
    sys.exit(main())
