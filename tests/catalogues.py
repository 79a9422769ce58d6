"""Checks the message catalogues: every string is in az, en and ru, has one translation, and is compiled.

Words that the glossary has given up are refused.

`--extract` runs gettext's extraction first (that needs gettext; `make test` does not). `--check` fails when the
extraction finds strings that the catalogues lack.
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
APPS = [
    *(ROOT / "amendments", ROOT / "consultations", ROOT / "search"),
    *(ROOT / "site" / "portal", ROOT / "site" / "azerbaijan", ROOT / "site" / "rights"),
]
LANGUAGES = ("az", "en", "ru")
SCRIPTS = ROOT / "site" / "portal" / "locale" / "az" / "LC_MESSAGES" / "djangojs.po"
"""What the scripts of Wagtail's admin say. The words are Wagtail's, so that nothing is extracted."""

STOP = re.compile(r"\.[»”\")]*\s*$")  # how a sentence of the source ends
END = re.compile(r"[.:…][»”\")]*\s*$")  # how its translation may end

RETIRED = {  # words that say another thing to lawyers; docs/glossary.md has those in their place
    "az": re.compile("möhür|göstəriş", re.IGNORECASE),
    "ru": re.compile("опечат|предписан", re.IGNORECASE),
}


def extract(app: Path) -> None:
    """Run Django's extraction for one app."""
    locales = [argument for language in LANGUAGES for argument in ("-l", language)]
    subprocess.run(
        [
            sys.executable,
            str(ROOT / "manage.py"),
            "makemessages",
            *locales,
            "--no-location",
            "--no-obsolete",
            "-v",
            "0",
        ],
        cwd=app,
        check=True,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        },
    )


def faults(path: Path) -> list[str]:
    """What is missing in one catalogue. In English an empty entry means that the source is shown."""
    catalogue = polib.pofile(str(path))
    language = path.parts[-3]
    found = [f"{path.relative_to(ROOT)}: fuzzy: {entry.msgid[:60]!r}" for entry in catalogue.fuzzy_entries()]
    if language != "en":
        found += [
            f"{path.relative_to(ROOT)}: not translated: {entry.msgid[:60]!r}"
            for entry in catalogue.untranslated_entries()
        ]
    found += [
        f"{path.relative_to(ROOT)}: {fault}" for fault in (*plural_faults(catalogue), *unended(catalogue))
    ]
    retired = RETIRED.get(language)
    found += [
        f"{path.relative_to(ROOT)}: {match[0]!r} is not a word of the glossary: {entry.msgid[:60]!r}"
        for entry in catalogue
        for words in (entry.msgstr, *entry.msgstr_plural.values())
        if retired and (match := retired.search(words))
    ]
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        found.append(f"{compiled.relative_to(ROOT)}: not compiled from its source; run `make messages`")
    return found


def plural_faults(catalogue: polib.POFile) -> list[str]:
    """Entries that lack a plural form of the language, or have one too many: gettext would show the source instead."""
    declared = re.search(r"nplurals=(\d+)", catalogue.metadata.get("Plural-Forms", ""))
    wanted = int(declared[1]) if declared else 0
    return [
        f"{len(entry.msgstr_plural)} of {wanted} plural forms: {entry.msgid[:60]!r}"
        for entry in catalogue
        if entry.msgid_plural and not entry.obsolete and len(entry.msgstr_plural) != wanted
    ]


def unended(catalogue: Iterable[polib.POEntry]) -> list[str]:
    """Sentences whose translation has no full stop; a colon or an ellipsis may stand in its place."""
    return [
        f"the full stop is missing: {entry.msgid[:60]!r}"
        for entry in catalogue
        for words in (entry.msgstr, *entry.msgstr_plural.values())
        if words and STOP.search(entry.msgid_plural or entry.msgid) and not END.search(words)
    ]


def contradictions(language: str) -> list[str]:
    """Strings that two apps translate differently. The first catalogue is used, so one of them would be wrong."""
    said: dict[tuple[str | None, str], tuple[object, str]] = {}
    found = []
    for app in APPS:
        path = app / "locale" / language / "LC_MESSAGES" / "django.po"
        for entry in polib.pofile(str(path)) if path.exists() else ():
            words, name = entry.msgstr_plural or entry.msgstr, str(app.relative_to(ROOT))
            earlier, other = said.setdefault((entry.msgctxt, entry.msgid), (words, name))
            if earlier != words:
                found.append(f"{language}: {other} and {name} translate {entry.msgid[:60]!r} differently")
    return found


def main(arguments: list[str]) -> int:
    """Extract with `--extract`, compile without `--check`, and report."""
    paths = [
        app / "locale" / language / "LC_MESSAGES" / "django.po" for app in APPS for language in LANGUAGES
    ]
    before = {path: {entry.msgid for entry in polib.pofile(str(path))} for path in paths if path.exists()}
    kept = {path: path.read_bytes() for path in paths if path.exists()}
    if "--extract" in arguments:
        for app in APPS:
            (app / "locale").mkdir(exist_ok=True)
            extract(app)
    problems = [f"{path.relative_to(ROOT)}: missing" for path in paths if not path.exists()]
    for path in (path for path in paths if path.exists()):
        if "--check" in arguments:
            new = {entry.msgid for entry in polib.pofile(str(path))} - before.get(path, set())
            problems += [f"{path.relative_to(ROOT)}: not extracted: {msgid[:60]!r}" for msgid in sorted(new)]
            if path in kept:
                path.write_bytes(kept[path])
            else:
                path.unlink()
            continue
        if "--extract" in arguments:
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        problems += faults(path)
    problems += faults(SCRIPTS)
    problems += [problem for language in LANGUAGES for problem in contradictions(language)]
    for problem in problems:
        print(problem)
    print(f"{len(paths)} catalogues, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
