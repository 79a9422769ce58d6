"""Real consecutive versions of laws come back character for character."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from amendments.provisions.schemes import DEFAULTS, find
from amendments.redline.plain import compare_plain
from amendments.redline.printed import compare_acts
from amendments.redline.provision_redline import Mark
from azerbaijan.schemes import SCHEMES
from tests.amendments.redline.notation import accepted, rejected

SOURCES = ["az", "ca-en", "ca-fr", "ch", "de", "ee", "fr", "renum"]


def pairs(folder: Path, source: str, most: int | None) -> Iterator[dict[str, str]]:
    with (folder / "redline" / f"{source}.jsonl").open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if most is not None and number >= most:
                return
            yield json.loads(line)


def check_plain(pair: dict[str, str]) -> None:
    redline = compare_plain(pair["before"], pair["after"])
    spans = [passage.span for passage in redline.passages]
    assert rejected(spans) == pair["before"], pair["id"]
    assert accepted(spans) == pair["after"], pair["id"]
    shared = sum(len(span.text) for span in spans if span.mark is Mark.KEPT)
    assert shared or redline.moves, pair["id"]


@pytest.mark.real_data
@pytest.mark.parametrize("source", SOURCES)
def test_a_sample_of_each_source_comes_back(real_data: Path, source: str) -> None:
    for pair in pairs(real_data, source, 3):
        check_plain(pair)


@pytest.mark.real_data
@pytest.mark.parametrize(("source", "country", "language"), [("az", "az", "az"), ("ca-en", "ca", "en")])
def test_acts_read_as_trees_come_back_as_printed(
    real_data: Path, source: str, country: str, language: str
) -> None:
    scheme = find([*DEFAULTS, *SCHEMES], country, language)
    for pair in pairs(real_data, source, 2):
        provisions = compare_acts(pair["before"], pair["after"], scheme)
        spans = [span for provision in provisions for span in provision.spans]
        assert rejected(spans) == pair["before"], pair["id"]
        assert accepted(spans) == pair["after"], pair["id"]


@pytest.mark.fuzz
@pytest.mark.real_data
@pytest.mark.parametrize("source", SOURCES)
def test_all_pairs_come_back(real_data: Path, source: str) -> None:
    for pair in pairs(real_data, source, None):
        check_plain(pair)
