"""A redline as JSON: the contract of `python -m amendments.redline`."""

from collections import Counter
from collections.abc import Iterable, Sequence

from amendments.redline.plain import PlainRedline
from amendments.redline.printed import PrintedProvision
from amendments.redline.provision_redline import Change, Span


def as_data(provisions: Sequence[PrintedProvision]) -> dict[str, object]:
    """{"provisions": [...], "summary": {change: how many}}; what moved counts once."""
    return {"provisions": [_provision(provision) for provision in provisions], "summary": summary(provisions)}


def summary(provisions: Iterable[PrintedProvision]) -> dict[str, int]:
    """How many provisions there are of each change."""
    counted = Counter(p.change for p in provisions if p.move is None or p.is_new_place)
    return {str(change): counted[change] for change in Change}


def _provision(provision: PrintedProvision) -> dict[str, object]:
    data: dict[str, object] = {
        "change": str(provision.change),
        "before": list(provision.before),
        "after": list(provision.after),
        "spans": _spans(provision.spans),
    }
    if provision.move is not None:
        data["move"] = provision.move
        data["place"] = "new" if provision.is_new_place else "old"
        data["inner"] = _spans(provision.inner)
    return data


def _spans(spans: Iterable[Span]) -> list[list[str]]:
    return [[str(span.mark), span.text] for span in spans]


def plain_as_data(redline: PlainRedline) -> dict[str, object]:
    """{"ops": [[mark, text, move or null], …], "moves": {move: [[mark, text], …]}}."""
    data: dict[str, object] = {"ops": [[str(p.span.mark), p.span.text, p.move] for p in redline.passages]}
    if redline.moves:
        data["moves"] = {str(move): _spans(spans) for move, spans in redline.moves.items()}
    return data
