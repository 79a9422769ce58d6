"""A plugin that compares the law with one more convention, and adds a right that it protects."""

from consultations.rules.benchmarks import (
    Benchmarks,
    RightRow,
    TreatyArticle,
    TreatyRow,
    TreatyStatus,
)


def _named(words: str) -> dict[str, str]:
    return dict.fromkeys(("az", "en", "ru"), words)


def neighbours() -> Benchmarks:
    """Answers `register_benchmarks`. It refers to a cluster and to a maker of treaties of another plugin."""
    convention = TreatyRow(
        code="NEIGHBOURS",
        labels=_named("Convention of Good Neighbours"),
        system="UN",
        status=TreatyStatus.BENCHMARK,
    )
    right = RightRow(
        code="B90",
        labels=_named("Crossing by ferry"),
        cluster="B",
        articles=(TreatyArticle("NEIGHBOURS", "7(1)"),),
    )
    return Benchmarks(
        slug="neighbours", languages=("az", "en", "ru"), treaties=(convention,), rights=(right,)
    )
