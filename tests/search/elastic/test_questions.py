"""For any question, a server gives the same hits, totals, facets and order of dates as the embedded engine."""

import datetime
import random

import pytest

from search.backends.elastic.server_engines import Elasticsearch
from search.backends.embedded import Embedded
from search.backends.question import FACETS, Question, Sort
from search.query.parse import parse
from search.sources import Entry, Text
from tests.search.elastic.conftest import drain

pytestmark = pytest.mark.django_db

WORDS = {
    "en": [
        "permit",
        "residence",
        "border",
        "family",
        "member",
        "detention",
        "appeal",
        "fee",
        "office",
        "stay",
    ],
    "az": ["icazə", "yaşayış", "sərhəd", "ailə", "üzv", "saxlama", "şikayət", "rüsum", "orqan", "müddət"],
    "ru": [
        "разрешение",
        "проживание",
        "граница",
        "семья",
        "член",
        "задержание",
        "жалоба",
        "сбор",
        "орган",
        "срок",
    ],
}
TOKENS = ("org:7", "org:8", "role:secretary", "user:12")
START = datetime.date(2015, 1, 1)


def some_entry(rng, number):
    """An entry with everything that can be asked of one."""
    languages = rng.sample(sorted(WORDS), rng.choice((1, 1, 1, 2)))
    day = START + datetime.timedelta(days=rng.randrange(4000))
    is_law = rng.random() < 0.6
    return Entry(
        id=str(number),
        url=f"/{number}/",
        texts=tuple(
            Text(one, rng.choice(WORDS[one]), " ".join(rng.choices(WORDS[one], k=rng.randrange(3, 12))))
            for one in languages
        ),
        audience=frozenset({"public"} if rng.random() < 0.7 else rng.sample(TOKENS, rng.randrange(1, 3))),
        object_id=str(number // 2),
        cite=(f"{rng.randrange(1, 9)}.{rng.randrange(1, 9)}",) if is_law else (),
        instrument=("27-L", "101-L", "3-IVQ", "")[number // 3 % 4],  # all entries of a group are in one act
        status=rng.choice(("open", "current", "")),
        institution=rng.choice(("Bar", "Harbour", "")),
        rights=tuple(rng.sample(("Liberty", "Family life", "Asylum"), rng.randrange(3))),
        date=day if rng.random() < 0.9 else None,
        place=rng.randrange(50),
        is_current=rng.random() < 0.5,
        valid_from=day if is_law else None,
        valid_to=day + datetime.timedelta(days=400) if is_law and rng.random() < 0.5 else None,
        group=f"g{number // 3}" if is_law else "",
    )


@pytest.fixture
def corpus(live, notebook):
    """Three hundred entries of two sources, on the server."""
    rng = random.Random(7)  # noqa: S311 - no secret
    for number in range(300):
        entry = some_entry(rng, number)
        notebook.rows.setdefault(entry.object_id, []).append(entry)
    notebook.index()
    drain(live)
    return notebook


def some_question(rng):
    """Any question, at any page of any reader."""
    language = rng.choice(sorted(WORDS))
    words = rng.sample(WORDS[language], rng.choice((1, 1, 2, 3, 4)))
    text = " ".join(words)
    text = rng.choice(
        (text, text, f"{text} -{rng.choice(WORDS[language])}", f'"{text}"', f"{text} 3.4", "Article 3.4")
    )
    values = {
        "kind": ("note", "letter"),
        "instrument": ("27-L", "101-L", "none"),
        "status": ("open", "current"),
        "institution": ("Bar",),
        "right": ("Liberty", "Asylum"),
        "language": ("az", "en"),
        "year": ("2016", "2020", "x"),
    }
    chosen = {
        facet: frozenset(rng.sample(values[facet], 1))
        for facet in rng.sample(FACETS, rng.choice((0, 0, 1, 2)))
    }
    return Question(
        plan=parse(text, {}),
        audience=frozenset({"public", *rng.sample(TOKENS, rng.choice((0, 1, 2)))}),
        sources=("note",),
        chosen=chosen,
        on=START + datetime.timedelta(days=rng.randrange(4000)) if rng.random() < 0.2 else None,
        only=frozenset(("note", str(rng.randrange(150))) for _ in range(60)) if rng.random() < 0.1 else None,
        without=("note", str(rng.randrange(300))) if rng.random() < 0.2 else None,
        limit=400,
    )


def by_id(corpus):
    return {entry.id: entry for row in corpus.rows.values() for entry in row}


def spoken(corpus, hits):
    """The groups that were found, and whether a current entry speaks for each: of two such the better one does."""
    entries = [by_id(corpus)[hit.id] for hit in hits]
    assert len({entry.group or entry.id for entry in entries}) == len(entries)
    return {(entry.group or entry.id, entry.is_current) for entry in entries}


def has_company(corpus, hit):
    """Whether other entries are of the group, whose best place it takes on a server."""
    entries = by_id(corpus)
    group = entries[hit.id].group
    return bool(group) and sum(entry.group == group for entry in entries.values()) > 1


def facets(answer):
    return {facet: answer.facets.get(facet, ()) for facet in FACETS}


def test_hits_totals_and_facets_are_the_same(corpus):
    rng = random.Random(11)  # noqa: S311 - no secret
    total = 0
    for _ in range(120):
        question = some_question(rng)
        ours, theirs = Embedded().find(question), Elasticsearch().find(question)
        total += ours.total
        assert (theirs.total, theirs.is_exact) == (ours.total, True), question
        assert facets(theirs) == facets(ours), question
        assert spoken(corpus, theirs.hits) == spoken(corpus, ours.hits), question
    assert total > 1000


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.LAW])
def test_the_order_of_dates_and_of_the_law_is_the_same(corpus, sort):
    for text in ("permit", "icazə", "семья", "residence border"):
        question = Question(parse(text, {}), frozenset({"public", "org:7"}), ("note",), sort=sort, limit=400)
        ours, theirs = Embedded().find(question), Elasticsearch().find(question)
        alone = {hit for hit in ours.hits if not has_company(corpus, hit)}
        assert [hit for hit in theirs.hits if hit in alone] == [hit for hit in ours.hits if hit in alone]
        assert spoken(corpus, theirs.hits) == spoken(corpus, ours.hits)


def test_hits_by_act_are_the_same(corpus):
    for text in ("permit", "icazə", "семья"):
        question = Question(
            parse(text, {}), frozenset({"public"}), ("note",), by_act=True, sort=Sort.LAW, limit=10
        )
        ours, theirs = Embedded().find(question), Elasticsearch().find(question)
        assert (theirs.acts, theirs.total) == (ours.acts, ours.total)
        assert sorted({hit.of_act for hit in theirs.hits}) == sorted({hit.of_act for hit in ours.hits})
        assert len(theirs.hits) == len(ours.hits)


def test_pages_follow_each_other_without_loss_or_repetition(corpus):
    question = Question(parse("permit", {}), frozenset({"public", "org:7"}), ("note",), limit=10)
    whole = Elasticsearch().find(Question(question.plan, question.audience, question.sources, limit=400))
    paged = [
        hit
        for offset in range(0, whole.total, 10)
        for hit in Elasticsearch()
        .find(Question(question.plan, question.audience, question.sources, offset=offset, limit=10))
        .hits
    ]
    assert paged == list(whole.hits)
