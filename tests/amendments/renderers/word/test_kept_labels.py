"""A redline as a Word file keeps the label of a provision whose words go into provisions below it."""

import pytest

from tests.amendments.renderers.word.revisions import body_of
from tests.amendments.renderers.word.test_tracked import check, parsed

INTO_PARTS = {
    "en": (
        "Article 6. Visits\n",
        "Hives are seen yearly.\n",
        "1. Hives are seen yearly.\n2. A report follows.\n",
        "1. ",
    ),
    "ru": ("Статья 6. Надзор\n", "Причал проверяют.\n", "1. Причал проверяют.\n2. Пишут отчёт.\n", "1. "),
    "az": ("Maddə 6. Baxış\n", "Bağa baxılır.\n", "6.1. Bağa baxılır.\n6.2. Hesabat yazılır.\n", "6.1. "),
}


@pytest.mark.parametrize("language", INTO_PARTS)
def test_an_article_restated_into_parts_keeps_its_label(language):
    heading, words, parts, label = INTO_PARTS[language]
    whole, divided = parsed(heading + words, language), parsed(heading + parts, language)
    further = parts.split("\n")[1]
    for before, after, tag in ((whole, divided, "ins"), (divided, whole, "del")):
        body = body_of(check(before, after, language))
        found = {
            each: ["".join(change.itertext()) for change in body.iter() if change.tag.endswith(f"}}{each}")]
            for each in ("del", "ins")
        }
        other = {"ins": "del", "del": "ins"}[tag]
        assert "".join(found[tag]) == label + further
        assert "".join(found[other]) == ""
