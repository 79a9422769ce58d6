"""Reads the vocabularies of Azerbaijan from `data/vocab`. No lawyer has reviewed them yet."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from consultations.rules.benchmarks import (
    Benchmarks,
    ClusterRow,
    RightRow,
    TermKind,
    TermRow,
    TreatyRow,
    TreatyStatus,
    read_article,
)

FOLDER = Path(__file__).with_name("data") / "vocab"


def read() -> Benchmarks:
    """Rights in 8 clusters with their articles, treaties, acts of the European Union, and lists."""
    return Benchmarks(
        slug="azerbaijan",
        languages=("az", "en", "ru"),
        terms=tuple(
            TermRow(kind=TermKind(kind), order=place, **row)
            for kind, rows in _file("lists").items()
            for place, row in enumerate(rows)
        ),
        clusters=tuple(ClusterRow(order=place, **row) for place, row in enumerate(_file("clusters"))),
        treaties=tuple(_treaty(row, place) for place, row in enumerate(_file("treaties"))),
        rights=tuple(_right(row, place) for place, row in enumerate(_file("rights"))),
    )


def _file(name: str) -> Any:  # Any: JSON
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def _treaty(row: dict[str, Any], place: int) -> TreatyRow:
    known = {**row, "status": TreatyStatus(row["status"]), "adopted": date.fromisoformat(row["adopted"])}
    return TreatyRow(order=place, **known)


def _right(row: dict[str, Any], place: int) -> RightRow:
    return RightRow(order=place, **{**row, "articles": tuple(map(read_article, row["articles"]))})
