"""A small vocabulary of no country, loaded by the real action."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from django.contrib.auth import get_user_model
from wagtail import hooks

from amendments.audit.actor import Actor
from consultations.actions.vocabulary_rows.load_vocabulary import Loaded, LoadVocabulary
from consultations.hooks import BENCHMARKS
from consultations.rules.benchmarks import (
    Benchmarks,
    ClusterRow,
    RightRow,
    Row,
    TermKind,
    TermRow,
    TreatyRow,
    TreatyStatus,
    read_article,
)
from tests.factories import law


def labels(en: str, az: str = "", ru: str = "") -> dict[str, str]:
    """A name in three languages."""
    return {"en": en, "az": az or f"{en} (az)", "ru": ru or f"{en} (ru)"}


def _right(order: int, code: str, names: dict[str, str], *articles: str) -> RightRow:
    row = RightRow(code=code, labels=names, cluster=code[0], order=order)
    return replace(row, articles=tuple(map(read_article, articles)))


SMALL = Benchmarks(
    slug="small",
    languages=("az", "en", "ru"),
    terms=(
        TermRow(kind=TermKind.SYSTEM, code="UN", labels=labels("United Nations")),
        TermRow(kind=TermKind.GROUND, code="sex", labels=labels("Sex", "Cins", "Пол")),
        TermRow(kind=TermKind.GROUND, code="language", labels=labels("Language", "Dil", "Язык"), order=1),
        TermRow(kind=TermKind.AREA, code="language", labels=labels("Languages at school")),
    ),
    clusters=(
        ClusterRow(
            code="B",
            labels=labels(
                "Life, liberty and integrity",
                "Həyat, azadlıq və toxunulmazlıq",
                "Жизнь, свобода и неприкосновенность",
            ),
        ),
        ClusterRow(code="E", labels=labels("Family, private life and children"), order=1),
        ClusterRow(code="F", labels=labels("Fair procedures and remedies"), order=2),
    ),
    treaties=(
        TreatyRow(
            code="CRC",
            labels=labels("Convention on the Rights of the Child"),
            system="UN",
            status=TreatyStatus.PARTY,
            reference="1577 UNTS 3",
        ),
        TreatyRow(
            code="ICCPR",
            labels=labels("Covenant on Civil and Political Rights"),
            system="UN",
            status=TreatyStatus.PARTY,
            order=1,
        ),
    ),
    rights=(
        _right(0, "B01", labels("Right to life", "Yaşamaq hüququ", "Право на жизнь"), "ICCPR 6", "CRC 6"),
        _right(
            1,
            "B02",
            labels("Prohibition of torture and inhuman or degrading treatment"),
            "ICCPR 7",
            "CRC 37(a)",
        ),
        _right(
            2,
            "E03",
            labels("Best interests of the child", "Uşağın ən yaxşı mənafeyi", "Наилучшие интересы ребёнка"),
            "CRC 3",
        ),
        _right(3, "E01", labels("Private and family life; home; correspondence"), "ICCPR 17"),
        _right(4, "F01", labels("Fair trial and access to court"), "ICCPR 14"),
        _right(5, "F02", labels("Effective remedy"), "ICCPR 2(3)"),
    ),
)


@contextmanager
def contributed(*plugins: Benchmarks) -> Iterator[None]:
    """Let only these plugins contribute vocabularies inside the block."""
    hooks.search_for_hooks()
    with patch.dict(hooks._hooks, {BENCHMARKS.name: [(lambda one=one: one, 0) for one in plugins]}):
        yield


def load(*plugins: Benchmarks, actor: Actor | None = None) -> Loaded:
    """Load what these plugins contribute; without any, the small vocabulary."""
    with contributed(*plugins or (SMALL,)):
        return LoadVocabulary(actor=actor or Actor.now(keeper())).execute()


def keeper() -> Any:
    """An administrator (`install_roles` comes first)."""
    email = "keeper@example.invalid"
    return get_user_model().objects.filter(email=email).first() or law.make_user("keeper", "administrator")


def with_row(plugin: Benchmarks, name: str, place: int, **changes: object) -> Benchmarks:
    """The plugin with another row in this place."""
    rows: list[Row] = list(getattr(plugin, name))
    rows[place] = replace(rows[place], **changes)
    return replace(plugin, **{name: tuple(rows)})
