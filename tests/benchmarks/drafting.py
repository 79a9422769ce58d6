"""What a drafter waits for on a long code: the preview of one more instruction beside 300, through the real view.

The peer is the list carried out anew on the stored text, as a site without a kept working draft would do it.
"""

import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

ARTICLES, PARTS = 770, 6  # 5,400 provisions with their chapters
INSTRUCTIONS = 300
TIMES = 9  # the middle one is taken
WORDS = [
    "the",
    "authority",
    "permit",
    "data",
    "law",
    "person",
    "shall",
    "within",
    "days",
    "office",
    "record",
    "fee",
    "court",
    "notice",
    "term",
    "act",
    "body",
]
PEER = "the stored text read, 301 instructions carried out on it, all of it compared"
LIVE = "preview while the drafter types"
PAGE = "the whole page with its preview"
MIDDLE = "preview of a change to the 150th instruction"
EDIT = "preview of a provision edited in place"
SAVE = "one more instruction saved"


def run() -> None:
    """Print what previews cost on a code of 5,400 provisions."""
    start_django()
    with _site() as desk:
        seconds = {what: _seconds(step) for what, step in _steps(desk).items()}
        memory = _memory(desk)
    rows = [
        [what, f"{spent / seconds[PEER]:.3f} ×", f"{1000 * spent:.0f} ms"] for what, spent in seconds.items()
    ]
    title = f"Drafting: {desk.provisions:,} provisions, {INSTRUCTIONS} instructions"
    print_table(title, ["what", "CPU time", "here"], rows)
    print(f"\nA kept draft of this size takes {memory:.0f} MB.")
    print_targets(_targets(desk, seconds))


def _targets(desk: "Desk", seconds: dict[str, float]) -> list[Target]:
    return [
        at_least("provisions", desk.provisions, 5_400),
        *(at_most(f"{what}, CPU", 1000 * seconds[what], 100, " ms") for what in (LIVE, PAGE, MIDDLE, EDIT)),
        at_most(f"{LIVE}, × all of it anew", seconds[LIVE] / seconds[PEER], 0.1),
    ]


class Desk:
    """A drafter's browser before an amendment with its list."""

    def __init__(self) -> None:
        from django.test import Client

        from tests.factories import law

        section = law.make_section()
        self.drafter = law.make_drafter(section)
        base = law.make_act(section, self.drafter, text=_text(random.Random(1)))  # noqa: S311 - the same text in every run
        self.provisions = base.entries.count()
        self.amendment = law.make_amendment(section, base, self.drafter)
        self.act = law.act_of(self.amendment)
        _write_list(self.act)
        self.client = Client()
        self.client.force_login(self.drafter, backend="django.contrib.auth.backends.ModelBackend")

    def post(self, name: str, *arguments: object, **data: str) -> Any:
        """Ask for a preview, or save; `live` for what is asked while the drafter types."""
        from django.urls import reverse

        live = {"HTTP_HX_REQUEST": "true"} if data.pop("live", "") else {}
        url = reverse(f"amendments_admin:{name}", args=[self.amendment.pk, *arguments])
        return self.client.post(url, data, **live)


def _steps(desk: Desk) -> dict[str, Callable[[], Any]]:
    row = desk.act.instructions.order_by("order")[INSTRUCTIONS // 2]
    article = iter(range(ARTICLES - 60, ARTICLES))
    edited = _element(desk, f"{ARTICLES - 1}.5")
    more = {"op": "replace_number", "target": f"{ARTICLES - 1}.2", "old": "10", "new": "11", "preview": "1"}
    return {
        PEER: lambda: _anew(desk),
        LIVE: lambda: _shown(desk.post("new_instruction", live="1", **more)),
        PAGE: lambda: _shown(desk.post("new_instruction", **more)),
        MIDDLE: lambda: _shown(
            desk.post("instruction", row.pk, live="1", **{**more, "target": f"{ARTICLES - 2}.2"})
        ),
        EDIT: lambda: _shown(
            desk.post(
                "provision", edited.key, live="1", text=edited.text.replace("10", "15"), seen=_hash(edited)
            )
        ),
        SAVE: lambda: _saved(
            desk.post(
                "new_instruction", **{**more, "target": f"{next(article)}.3", "preview": "", "save": "1"}
            )
        ),
    }


def _shown(answer: Any) -> None:
    assert answer.status_code == 200
    assert answer.context["shown"].rows


def _saved(answer: Any) -> None:
    assert answer.status_code == 302


def _element(desk: Desk, number: str) -> Any:
    from amendments.queries.drafting.drafts import working_draft

    return working_draft(desk.act).tree.numbered(number)[0]


def _hash(element: Any) -> str:
    from amendments.provisions.tree import text_hash

    return text_hash(element)


def _anew(desk: Desk) -> None:
    from amendments.models import Instruction
    from amendments.plugins.registry import scheme_for
    from amendments.queries.drafting.drafts import run as carry_out
    from amendments.queries.showing.readings import preview
    from amendments.queries.showing.trees import tree_of

    base = tree_of(desk.act.base_version)
    operation = {"op": "replace_number", "target": f"{ARTICLES - 1}.2", "old": "10", "new": "11"}
    rows = [*desk.act.instructions.order_by("order"), Instruction(op="replace_number", operation=operation)]
    course = carry_out(base, rows, scheme_for("", "en"))
    assert preview(desk.act.base_version, base, course.tree).changed


def _memory(desk: Desk) -> float:
    from amendments.plugins.registry import scheme_for
    from amendments.queries.drafting.drafts import run as carry_out
    from amendments.queries.showing.trees import tree_of

    tracemalloc.start()
    course = carry_out(
        tree_of(desk.act.base_version), desk.act.instructions.order_by("order"), scheme_for("", "en")
    )
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(course.outcomes) >= INSTRUCTIONS
    return used / 1e6


def _seconds(step: Callable[[], Any]) -> float:
    step()  # imports, templates, what is kept
    spent = []
    for _ in range(TIMES):
        start = time.process_time()
        step()
        spent.append(time.process_time() - start)
    return median(spent)


def _text(chance: random.Random) -> str:
    """A code in chapters of 25 articles, each with a heading and its parts."""
    lines = ["CODE OF CASPIA\n"]
    for article in range(1, ARTICLES + 1):
        if article % 25 == 1:
            lines.append(f"CHAPTER {article // 25 + 1}\nGENERAL PROVISIONS\n")
        lines.append(f"Article {article}. {_sentence(chance, 4)}")
        lines += [
            f"{article}.{part}. Fee{article}x{part} is 10 coins. {_sentence(chance, 18)}."
            for part in range(1, PARTS + 1)
        ]
        lines.append("")
    return "\n".join(lines)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()


def _write_list(act: Any) -> None:
    """The usual mixture: four words changed of ten, then insertions, restatements, repeals and headings."""
    from amendments.models import Instruction

    chance = random.Random(2)  # noqa: S311
    rows = []
    for place in range(1, INSTRUCTIONS + 1):
        operation = _operation(place, chance)
        key = f"a{place:03}"
        rows.append(
            Instruction(amended_act=act, key=key, order=place, op=operation["op"], operation=operation)
        )
    Instruction.objects.bulk_create(rows)


def _operation(place: int, chance: random.Random) -> dict[str, Any]:
    article, part = 1 + place * 2, 1 + place % PARTS
    target, words = f"{article}.{part}", f"{_sentence(chance, 12)}."
    match place % 10:
        case 0 | 1 | 2 | 3:
            return {"op": "replace_number", "target": target, "old": "10", "new": "12"}
        case 4:
            return {
                "op": "insert_after",
                "target": target,
                "anchor": f"Fee{article}x{part}",
                "new": "new words",
            }
        case 5:
            return {"op": "restate", "target": target, "new": words}
        case 6:
            return {"op": "insert_element", "target": f"{article}.{PARTS + 1}", "new": words}
        case 7:
            children = [{"number": f"{article}-1.1", "text": words}]
            return {"op": "insert_element", "target": f"{article}-1", "heading": "New", "children": children}
        case 8:
            return {"op": "repeal", "target": target}
        case _:
            return {
                "op": "restate_heading",
                "target": str(article),
                "level": "heading",
                "new": "Another heading",
            }


@contextmanager
def _site() -> Iterator[Desk]:
    """A database of its own with the code and the amendment."""
    from django.test.utils import (
        setup_databases,
        setup_test_environment,
        teardown_databases,
        teardown_test_environment,
    )

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield Desk()
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()


if __name__ == "__main__":
    run()
