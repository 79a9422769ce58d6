"""What each file of the Migration Code with 200 changes costs, in multiples of programs that compare two Word files."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.benchmarks.acts import ACT
from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import Target, at_most, print_table, print_targets

CHANGES = 200
SECONDS, MEBIBYTES = 5, 286  # 300 MB
PEERS = {"python-redlines, Docxodus": "DocxodusEngine", "python-redlines, PowerTools": "XmlPowerToolsEngine"}
OURS = "Word with tracked changes"
DOCX_REDLINE = "docx-redline"
_LONG_ENOUGH = 8  # words of a provision in which one is changed


def run() -> None:
    """Print what each export costs in a process of its own; its memory is that of the whole process with Django."""
    if not ACT.exists():
        print(f"No real act at {ACT}: set MADDA_DATA to its folder.")
        return
    peers = _peers()  # first: the memory of children is the largest of all so far
    costs = {name: _measured(name) for name in exports()}
    base = costs[OURS][0]
    rows = [
        [name, f"{seconds:.2f} s", f"{seconds / base:.2f} ×", f"{memory:.0f} MiB", f"{size / 1000:,.0f} kB"]
        for name, (seconds, memory, size) in {**costs, **peers}.items()
    ]
    print_table(
        f"Documents: the Migration Code with {CHANGES} changes",
        ["what", "CPU time", "× our redline in Word", "memory", "file"],
        rows,
    )
    print_targets(_targets(costs, peers))


def _targets(
    costs: dict[str, tuple[float, float, int]], peers: dict[str, tuple[float, float, int]]
) -> list[Target]:
    fastest = [
        at_most(f"tracked changes, × {name}", costs[OURS][0] / seconds, 1)
        for name, (seconds, *_) in peers.items()
    ]
    return [
        at_most("slowest export", max(seconds for seconds, *_ in costs.values()), SECONDS, " s"),
        at_most(
            "largest memory", max(memory for _seconds, memory, _size in costs.values()), MEBIBYTES, " MiB"
        ),
        *fastest,
    ]


def _measured(name: str) -> tuple[float, float, int]:
    """Seconds of CPU, mebibytes and bytes of an export in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.documents", name]
    said = subprocess.run(command, capture_output=True, check=True, text=True)
    seconds, memory, size = json.loads(said.stdout.splitlines()[-1])
    return seconds, memory, size


def _peers() -> dict[str, tuple[float, float, int]]:
    """The same change as two Word files, compared by each peer that is installed."""
    start_django()  # which puts the plugins on the path
    before, after = (as_word_alone(tree) for tree in _trees())
    return {**_docx_redline(before, after), **_python_redlines(before, after)}


_COMPARE = """
import json, resource, sys, time
from docx_redline import redline_files
begun = time.process_time()
redline_files(*sys.argv[1:])
print(json.dumps([time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def _docx_redline(*files: bytes) -> dict[str, tuple[float, float, int]]:
    """In a process of its own, without what it costs to start Python."""
    if find_spec("docx_redline") is None:
        print("docx-redline is not installed: it asks for Python 3.12.")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        before, after, made = (Path(folder) / name for name in ("before.docx", "after.docx", "made.docx"))
        before.write_bytes(files[0])
        after.write_bytes(files[1])
        command = [sys.executable, "-c", _COMPARE, str(before), str(after), str(made)]
        said = subprocess.run(command, capture_output=True, check=True, text=True)
        seconds, memory = json.loads(said.stdout.splitlines()[-1])
        return {DOCX_REDLINE: (seconds, memory, made.stat().st_size)}


def _python_redlines(before: bytes, after: bytes) -> dict[str, tuple[float, float, int]]:
    if find_spec("python_redlines") is None:
        print("python-redlines is not installed; `make bench` installs it.")
        return {}
    import python_redlines

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, engine in PEERS.items():
            start = _children()
            made, *_said = getattr(python_redlines, engine)(str(Path(folder) / engine)).run_redline(
                "Bench", before, after
            )
            found[name] = (_children() - start, _memory(resource.RUSAGE_CHILDREN), len(made))
    return found


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _scheme() -> Any:
    from azerbaijan.schemes import SCHEMES

    return SCHEMES[0]


@cache
def _trees() -> tuple[Any, Any]:
    """The code, and the same with a word changed in each of 200 provisions."""
    from amendments.provisions.tree import OUTSIDE_THE_LAW

    tree = _scheme().parse(ACT.read_text(encoding="utf-8")).tree
    law = [e for e in tree if e.kind not in OUTSIDE_THE_LAW and len(e.text.split()) > _LONG_ENOUGH]
    chosen = law[:: max(len(law) // CHANGES, 1)][:CHANGES]
    return tree, tree.changed(replace(e, text=_reworded(e.text)) for e in chosen)


def _reworded(text: str) -> str:
    words = text.split(" ")
    return " ".join([*words[:3], "dəyişdirilmiş", *words[4:]])


def as_word_alone(tree: Any) -> bytes:
    """A text as a Word file."""
    from amendments.renderers.paper.documents import TextDocument, paper_elements, unchanged
    from amendments.renderers.word.word_file import as_word

    return as_word(_document(TextDocument, unchanged(paper_elements(tree, _scheme(), "az"))))


def _document(kind: type[Any], items: Any, **more: Any) -> Any:
    from amendments.redline.provision_redline import Mark, Span
    from amendments.renderers.paper.documents import PaperAct, TableWords, TitleBlock

    words = TableWords("Now", "Then", "moved", "Same", legend=(Span(Mark.DELETED, "deleted"),))
    block = TitleBlock("Migration Code", ("Draft 1",), "Migration Code", "check code", language="az")
    act = PaperAct(block, tuple(items), "az", words, facts=_facts())
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return kind("code", "Migration Code", "Authority", at, "abc", "az", (act,), **more)


def _facts() -> Any:
    from amendments.renderers.paper.documents import ActFacts

    adopted, sealed = date(2013, 7, 2), date(2026, 1, 1)
    return ActFacts("az", "code", "713-IVQ", adopted, "Migration Code", sealed, "Draft 1", "draft-1")


def exports() -> dict[str, Callable[[], bytes]]:
    """Every export, from the two trees to the bytes."""
    return {
        "Word": lambda: as_word_alone(_trees()[1]),
        "PDF": lambda: _text("pdf"),
        OURS: lambda: _redline("tracked"),
        "PDF with the changes": lambda: _redline("redline-pdf"),
        "comparative table in Word": lambda: _redline("table"),
        "comparative table in PDF": lambda: _redline("table-pdf"),
        "amending act in Word": lambda: _act("act"),
        "amending act in PDF": lambda: _act("act-pdf"),
        "Akoma Ntoso": lambda: _text("akn"),
        "Akoma Ntoso with the changes": lambda: _redline("redline-akn"),
        "amending act in Akoma Ntoso": lambda: _act("act-akn"),
        "JSON": lambda: _text("json"),
        "JSON with the changes": lambda: _redline("redline-json"),
        "instructions in JSON": lambda: _act("act-json"),
    }


def _exporter(slug: str) -> Any:
    from amendments.exporters import OURS as FORMATS

    return next(each for each in FORMATS if each.slug == slug)


def _text(slug: str) -> bytes:
    from amendments.renderers.paper.documents import paper_elements, unchanged

    exporter = _exporter(slug)
    made: bytes = exporter.export(
        _document(exporter.of, unchanged(paper_elements(_trees()[1], _scheme(), "az")))
    )
    return made


def _redline(slug: str) -> bytes:
    from amendments.redline.compare import compare
    from amendments.renderers.paper.documents import compared, paper_elements

    exporter = _exporter(slug)
    old, new = _trees()
    sides = ({e.element.key: e for e in paper_elements(tree, _scheme(), "az")} for tree in (old, new))
    made: bytes = exporter.export(_document(exporter.of, compared(compare(old, new).provisions, *sides)))
    return made


def _act(slug: str) -> bytes:
    from amendments.instructions.amending_act import ActToWord, NamedAct, act_frame_of, amending_act
    from amendments.instructions.operations import Op, Operation
    from amendments.renderers.paper.documents import ActCourse
    from azerbaijan.wordings import WORDINGS

    exporter, wording = _exporter(slug), WORDINGS[0]
    named = NamedAct("Azərbaycan Respublikasının Miqrasiya Məcəlləsi", "az", "code")
    old, new = _trees()
    changed = [each for each in new if each.number and old.by_key[each.key] != each]
    operations = tuple(Operation(Op.RESTATE, each.number, new=each.text) for each in changed)
    acts = [ActToWord(named, operations, "az", "az", (wording,))]
    frame = act_frame_of(wording)
    if frame is None:
        raise LookupError("the wording has no frame")
    law = amending_act(("Dəyişikliklər haqqında", "az"), acts, frame, "az", str)
    more = {"courses": (ActCourse(_facts(), old, _scheme(), "az"),)} if slug == "act-akn" else {}
    made: bytes = exporter.export(_document(exporter.of, (), law=law, **more))
    return made


if __name__ == "__main__":
    start_django()
    _trees()  # what reading the law costs belongs to no export
    begun = time.process_time()
    content = exports()[sys.argv[1]]()
    print(json.dumps([time.process_time() - begun, _memory(resource.RUSAGE_SELF), len(content)]))
