"""A provision that is restated is quoted with the heading that it keeps, however the act prints its number."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood, quoting_with
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani

LANGUAGES = [
    (ENGLISH, English(), "Article"),
    (RUSSIAN, Russian(), "Статья"),
    (SCHEMES[0], Azerbaijani(), "Maddə"),
]


@pytest.mark.parametrize(("scheme", "wording", "article"), LANGUAGES)
@pytest.mark.parametrize("stop", ["\n", ". "])
@pytest.mark.parametrize("new", ["Help:\n1. Ask.\n2. Wait.", "Help:\na) ask;\nb) wait."])
def test_the_heading_that_stays_is_quoted(scheme, wording, article, stop, new):
    act = f"{article} 1{stop}Scope\n1. All.\n2. None.\n\n{article} 2{stop}Common work\n1. Help.\n2. Rest.\n"
    tree = scheme.parse(act).tree
    operation = completed(tree, Operation(Op.RESTATE, "2", new=new), scheme)
    after = execute(tree, [operation], scheme)
    said = quoting_with(wording, printed_labels([operation], after, scheme)).word(operation, Mood.IMPERATIVE)
    assert f"{article} 2. Common work\n" in said
    assert "Common work" in scheme.render(after)
