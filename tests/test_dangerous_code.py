"""What our code never does, so that nothing that somebody typed runs, and nothing is asked of addresses that they chose."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [ROOT / name for name in ("amendments", "consultations", "search", "site")]
STARTS_PROGRAMS = {
    "site/portal/home/backups/database_copies.py",  # pg_dump and pg_restore, with words of the settings alone
    "site/portal/demo/management/commands/run_demo.py",
}
JOINS_PIECES = "amendments/templatetags/redline_runs.py"  # of a redline, each escaped before it is kept
READS_OBJECTS = {"site/portal/signed_values.py"}  # that the site itself has written and signed
ASKS_SERVERS: set[str] = set()  # search servers are asked by their client, mail servers by Django
# Looks at the shape of XML and ends at the first declaration: `importers/xml_shape.py`, which keeps nothing of it.
LOOKS_AT_XML = {"xml.parsers", "xml.parsers.expat"}
WRITES_XML = {f"xml.sax.saxutils{name}" for name in ("", ".escape", ".quoteattr")}
WITHOUT_TOKEN = {
    "consultations/views/letter_choices.py",
    "search/views/saved.py",
}  # one click in a mail program


@cache
def trees():
    files = [path for folder in FOLDERS for path in folder.rglob("*.py") if "migrations" not in path.parts]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in files}


def texts(ending):
    files = [path for folder in FOLDERS for path in folder.rglob(f"*.{ending}") if ".min." not in path.name]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files}


@cache
def imports():
    """The modules and the names that each file imports, with dots."""
    return {path: set(_imported(tree)) for path, tree in trees().items()}


def _imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers_of(*modules):
    """The files that import one of the modules, or something below one."""
    return {
        path
        for path, names in imports().items()
        for name in names
        if any(name == module or name.startswith(f"{module}.") for module in modules)
    }


@cache
def calls():
    """What each file calls: names alone (“eval”) or with what they belong to (“os.system”)."""
    return {
        path: {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for path, tree in trees().items()
    }


def callers_of(*names):
    """The files that call a function of one of these names."""
    return {path for path, called in calls().items() if not called.isdisjoint(names)}


def test_the_sources_are_found():
    assert len(trees()) > 500
    assert importers_of("hashlib")
    assert callers_of("len")


def test_nothing_that_is_read_becomes_code_or_objects():
    assert callers_of("eval", "exec", "compile", "__import__", "os.system", "os.popen") == set()
    assert importers_of("pickle", "marshal", "shelve", "yaml", "jsonpickle") == READS_OBJECTS
    assert callers_of("Template", "engines", "Engine.from_string", "engine.from_string") == set()


def test_other_programs_are_started_by_commands_of_operators_without_a_shell():
    assert importers_of("subprocess") == STARTS_PROGRAMS
    for path in STARTS_PROGRAMS:
        assert "shell=" not in (ROOT / path).read_text(encoding="utf-8")


def test_no_address_that_somebody_typed_is_asked():
    asking = (
        "urllib.request",
        "http.client",
        "requests",
        "httpx",
        "urllib3",
        "socket",
        "ftplib",
        "telnetlib",
    )
    assert importers_of(*asking) == ASKS_SERVERS


def test_xml_is_read_by_the_parser_without_entities():
    names = {name for found in imports().values() for name in found if f"{name}.".startswith("xml.")}
    assert names <= WRITES_XML | LOOKS_AT_XML
    assert importers_of("xml.parsers") == {"amendments/importers/xml_shape.py"}


def test_secrets_are_drawn_and_hashed_with_what_still_stands():
    assert importers_of("random") == set()
    assert callers_of("hashlib.md5", "hashlib.sha1", "md5", "sha1", "uuid.uuid1", "uuid1") == set()


def test_templates_and_scripts_escape_what_people_wrote():
    assert callers_of("mark_safe", "SafeString") == {JOINS_PIECES}
    unescaped = {
        path: found
        for path, text in texts("html").items()
        if (found := re.findall(r"\{\{[^}]*\|\s*safe\b[^}]*\}\}|autoescape off", text))
    }
    assert list(unescaped.values()) == [["{{ field.help_text|safe }}"]]  # our own words


def test_scripts_make_no_code_and_one_place_shows_html_of_this_site():
    scripts = texts("js")
    assert len(scripts) > 3
    for path, text in scripts.items():
        assert not re.search(
            r"\beval\(|new Function\b|document\.write|insertAdjacentHTML|outerHTML\s*=", text
        ), path
    showing = {path for path, text in scripts.items() if re.search(r"innerHTML\s*=[^=]", text)}
    assert showing == {"amendments/static/madda/amendments/reading.js"}


def test_only_one_click_in_a_mail_program_needs_no_token():
    assert importers_of("django.views.decorators.csrf.csrf_exempt") == WITHOUT_TOKEN


@pytest.mark.parametrize("kind", ["html", "py", "js"])
def test_nothing_asks_for_camera_place_or_microphone(kind):
    for path, text in texts(kind).items():
        assert not re.search(r"geolocation|getUserMedia|mediaDevices|navigator\.contacts", text), path
