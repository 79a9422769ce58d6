"""What a file says as a part of the text is in the language of the act, whichever language the pages have."""

import io

import docx
import pytest

from amendments.queries.files.downloads import file_name
from tests.amendments.renderers.word.revisions import accepted

SAID = "Repealed; the number stays."


@pytest.fixture
def reader(stage):
    stage.release("public")
    return stage.client("public")


def file(reader, url, language):
    return reader.get(url.replace("/en/", f"/{language}/")).content


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_a_repealed_number_is_explained_in_the_language_of_the_act(stage, reader, language):
    text = file(reader, f"{stage.draft.url}download/docx/", language)
    redline = file(reader, f"{stage.draft.redline_url}download/tracked/", language)
    assert SAID in accepted(text)
    assert accepted(redline) == accepted(text)


@pytest.mark.parametrize("name", ["docx", "tracked", "table"])
def test_a_word_file_is_in_the_language_of_the_act(stage, reader, name):
    below = stage.draft.url if name == "docx" else stage.draft.redline_url
    made = docx.Document(io.BytesIO(file(reader, f"{below}download/{name}/", "az")))
    assert made.core_properties.language == "en-GB"


def test_a_long_name_is_cut_at_a_word():
    title = (
        "Tələbə yataqxanaları haqqında və Tələbə təqaüdləri haqqında Azərbaycan Respublikasının qanunlarında"
    )
    assert file_name(title, "Draft 1") == (
        "Tələbə yataqxanaları haqqında və Tələbə təqaüdləri haqqında Azərbaycan Respublikasının… – Draft 1"
    )
    assert file_name("a" * 120, "Draft 1") == f"{'a' * 90}… – Draft 1"
    assert file_name("1-L", "Draft 1") == "1-L – Draft 1"
