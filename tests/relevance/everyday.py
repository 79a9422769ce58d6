"""Needs in the words of people who need help, and the acts that answer them; `everyday.txt` says where they are from."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.relevance.corpus import Act, Item, Source, articles
from tests.relevance.queries import Query

FETCHED = Path(os.environ.get("MADDA_FETCHED", Path(__file__).parent / "fetched"))
LANGUAGES = ("az", "en", "ru")
_CODES = {  # of ATeamOne/e-qanun: what each act is called
    "Apartment": "Mənzil Məcəlləsi",
    "acts": "Normativ hüquqi aktlar haqqında Konstitusiya Qanunu",
    "administrativeProcedure": "İnzibati Prosessual Məcəllə",
    "civilCode": "Mülki Məcəllə",
    "civilCourt": "Mülki Prosessual Məcəllə",
    "criminalCode": "Cinayət Məcəlləsi",
    "criminalProcedure": "Cinayət-Prosessual Məcəllə",
    "customs": "Gömrük Məcəlləsi",
    "election": "Seçki Məcəlləsi",
    "forestCode": "Meşə Məcəlləsi",
    "landCode": "Torpaq Məcəlləsi",
    "proceedings": "İnzibati icraat haqqında Qanun",
    "service": "Dövlət qulluğu haqqında Qanun",
    "taxCode": "Vergi Məcəlləsi",
    "trading": "Ticarət Gəmiçiliyi Məcəlləsi",
    "waterCode": "Su Məcəlləsi",
}
_TAX = "kz"  # the tax code of Kazakhstan in Russian
TITLES: Mapping[str, str] = _CODES | {_TAX: "Налоговый кодекс Республики Казахстан"}
_ARTICLE = re.compile(r"Maddə\s+(?P<number>\d+(?:[-.]\d+)*)\s*\.?\s*(?P<heading>.*)")
_PART = re.compile(r"\S+\s+(?:fəsil|bölmə)\b|[IVXLC]+\.? fəsil")
_ARTICLE_OF = re.compile(r"\S.*?:[\d.-]+(?= |$)")
_FOOTNOTE = re.compile(r"\s*\[\d+\]")
_RUSSIAN = re.compile(r'^(article|heading): "(.*)"$', re.MULTILINE)
_MARKUP = re.compile(r"^(?:>|---|\[Содержание).*$|<a [^>]*></a>", re.MULTILINE)


@dataclass(frozen=True)
class Need(Query):
    """A need with the language of its words."""

    language: str = ""


@cache
def library() -> list[Item]:
    """The articles of all acts that are at hand."""
    return [*articles(), *_azerbaijani(), *_russian()]


@cache
def needs(file: str = "everyday.txt") -> list[Need]:
    """The needs of a file whose articles are at hand."""
    known = {item.id for item in library()}
    found = []
    for language, text, judged in _written(file):
        first, *others = _judged(judged)
        gains = {first: 2.0} | dict.fromkeys(others, 1.0)
        if gains.keys() <= known:
            found.append(Need(text, gains, text, language))
    return found


def asked(file: str = "everyday.txt") -> list[str]:
    """The words of all needs of a file, also where no article is at hand."""
    return [text for _, text, _ in _written(file)]


def _written(file: str) -> Iterator[list[str]]:
    for line in (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split(" | ")


def _judged(written: str) -> list[str]:
    return _ARTICLE_OF.findall(written)


def source() -> Source:
    """The articles as entries of acts with titles."""
    languages = {item.act: item.language for item in library()}
    acts = {
        act: Act(f"{place}-IVQ", {language: (TITLES.get(act, act),)})
        for place, (act, language) in enumerate(languages.items(), 101)
    }
    return Source(library(), acts)


def _azerbaijani() -> Iterator[Item]:
    for file in _CODES:
        path = FETCHED / "e-qanun" / f"{file}.json"
        if path.exists():
            yield from _articles(file, json.loads(path.read_text(encoding="utf-8")))


def _articles(act: str, text: str) -> Iterator[Item]:
    """The articles of an act as its page shows it; of two with one number the first."""
    found: dict[str, tuple[str, list[str]]] = {}
    body: list[str] = []
    for line in text.replace("\xa0", " ").splitlines():
        written = _FOOTNOTE.sub("", line).strip()
        if begun := _ARTICLE.fullmatch(written):
            body = []
            found.setdefault(begun["number"], (begun["heading"], body))
        elif written and not _PART.match(written):
            body.append(written)
    for number, (heading, lines) in found.items():
        yield Item(f"{act}:{number}", act, "az", number, heading, "\n".join(lines))


def _russian() -> Iterator[Item]:
    for path in sorted((FETCHED / "nalogovyy-kodeks-2025").glob("code/ru/**/st-*.md")):
        text = path.read_text(encoding="utf-8")
        said = dict(_RUSSIAN.findall(text))
        body = _MARKUP.sub("", text.split("\n# ", 1)[1].partition("\n")[2]).strip()
        yield Item(f"{_TAX}:{said['article']}", _TAX, "ru", said["article"], said["heading"], body)
