"""Finds the rows of the vocabularies for the codes in a comment, and writes which rows it names."""

from collections.abc import Iterable
from typing import TypeVar

from consultations.errors import NotInVocabulary
from consultations.models import Comment, NamedTreaty, Right, Term, Treaty
from consultations.models.named import Named
from consultations.models.vocabulary import VocabularyRow, on_offer
from consultations.rules.benchmarks import TermKind, TreatyArticle

R = TypeVar("R", bound=VocabularyRow)


def named_rows(
    rights: Iterable[str], grounds: Iterable[str], treaties: Iterable[TreatyArticle], standing: Named
) -> Named:
    """The rows with these codes. A retired row is refused unless the comment names it already (`standing`)."""
    articles = {one.treaty: one.article for one in treaties}
    found = _rows(Treaty, articles, [row for row, _ in standing.treaties])
    return Named(
        tuple(_rows(Right, rights, standing.rights)),
        tuple(_rows(Term, grounds, standing.grounds, kind=TermKind.GROUND.value)),
        tuple((row, articles[row.code]) for row in found),
    )


def _rows(model: type[R], codes: Iterable[str], held: Iterable[R], **more: str) -> list[R]:
    wanted = set(codes)
    if not wanted:
        return []
    rows = model._default_manager.filter(on_offer([row.code for row in held]), code__in=wanted, **more)
    found = {row.code: row for row in rows}
    if unknown := sorted(wanted - found.keys()):
        raise NotInVocabulary(unknown[0])
    return list(found.values())


def write_named(comment: Comment) -> None:
    """Write the rows that the saved comment names. `fill` has chosen them and the history has them already."""
    named = comment.new_named
    if named is None or named.codes == comment.named.codes:
        return
    comment.rights.set(named.rights)
    comment.grounds.set(named.grounds)
    NamedTreaty.objects.filter(comment=comment).delete()
    getattr(comment, "_prefetched_objects_cache", {}).pop("named_treaties", None)
    NamedTreaty.objects.bulk_create(
        NamedTreaty(comment=comment, treaty=row, articles=articles) for row, articles in named.treaties
    )
