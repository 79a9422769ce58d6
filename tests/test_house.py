"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]


class Code(NamedTuple):
    """What these rules ask of a file: its imports, and the names of its classes and functions with their lines."""

    imports: list[ast.Import | ast.ImportFrom]
    classes: list[str]
    functions: list[tuple[str, int]]


@cache
def _code(path: Path) -> Code:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    return Code(
        [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)],
        [node.name for node in tree.body if isinstance(node, ast.ClassDef)],
        [
            (node.name, (node.end_lineno or 0) - node.lineno)
            for node in nodes
            if isinstance(node, ast.FunctionDef)
        ],
    )


def test_site_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_the_standard_library_keeps_its_module_name():
    code = "import site; print(site.__file__)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert str(ROOT) not in found.stdout


@pytest.mark.parametrize(
    "room",
    [
        "amendments.provisions",
        "amendments.instructions",
        "amendments.redline",
        "amendments.renderers",
        "consultations.rules",
        "search.query",
    ],
)
def test_a_pure_room_loads_without_django(room):
    code = f"import importlib, pkgutil, sys; p = importlib.import_module({room!r}); [importlib.import_module(m.name) for m in pkgutil.iter_modules(p.__path__, p.__name__ + '.') if not m.name.endswith('__main__')]; assert 'django' not in sys.modules, 'django'"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


ROOMS = {
    "amendments": ROOT / "amendments",
    "consultations": ROOT / "consultations",
    "rights": ROOT / "site" / "rights",
}
"""The apps with actions, and where they stand."""
ACTIONS = sorted(
    path.relative_to(folder.parent)
    for folder in ROOMS.values()
    for path in (folder / "actions").rglob("*.py")
    if "action_name = " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda path: path.stem)
def test_an_action_has_its_test_in_the_mirrored_folder(action):
    """In a file of its name, or in one that tells a story of several actions."""
    app, actions, *_room = action.parts
    folder = ROOT / "tests" / app / actions
    if (ROOT / "tests" / action.parent / f"test_{action.name}").exists():
        return
    module = ".".join(action.with_suffix("").parts)
    assert any(module in path.read_text(encoding="utf-8") for path in folder.rglob("test_*.py"))


OF_ACCOUNTS = sorted((ROOT / "site" / "portal" / "users" / "actions").glob("*.py"))
STEPS = [
    ROOT / "tests" / "permissions" / f"{name}steps.py"
    for name in ("", "law_", "vocabulary_", "account_", "rights_")
]


def test_every_action_has_a_row_in_the_table_of_permissions():
    """`tests/permissions/test_actions.py` asks of each step who may take it; here no action is left out of it."""
    declared = {
        node.name: path
        for path in (*(ROOMS[path.parts[0]].parent / path for path in ACTIONS), *OF_ACCOUNTS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and any("action_name = " in ast.unparse(line) for line in node.body)
    }
    steps = [node for path in STEPS for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    named = {node.id for node in steps if isinstance(node, ast.Name)}
    assert {name: path for name, path in declared.items() if name not in named} == {}


def test_the_tests_of_actions_stand_in_the_rooms_of_the_actions():
    for app, room in ROOMS.items():
        rooms = {path.parent.name for path in (room / "actions").rglob("*.py")}
        for path in (ROOT / "tests" / app / "actions").rglob("test_*.py"):
            assert path.parent.name in rooms - {"actions"}, path


OF_THE_SITE = re.compile(
    r"\bportal\b|\ballauth\b|\baccount_\w+'|\"base\.html\"|\"components/|\busers\.User\b"
)


def test_the_three_apps_name_nothing_of_the_site():
    named = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for room in ("amendments", "consultations", "search")
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".py", ".html", ".txt", ".atom", ".js"}
        and (found := OF_THE_SITE.search(path.read_text(encoding="utf-8")))
    ]
    assert not named


def test_every_app_names_its_kind_of_keys_and_no_app_of_accounts():
    for room in ("amendments", "consultations", "search"):
        assert "BigAutoField" in (ROOT / room / "apps.py").read_text(encoding="utf-8")
        for path in (ROOT / room / "migrations").glob("0*.py"):
            assert "'users'" not in path.read_text(encoding="utf-8"), path


def test_files_keep_the_house_style_of_size():
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for room in ("amendments", "consultations", "search", "site", "tests")
        for path in (ROOT / room).rglob("*.py")
        if "migrations" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert not long


def test_no_line_of_a_template_is_longer_than_120_characters():
    long = [
        f"{path.relative_to(ROOT)}:{number}: {len(line)}"
        for room in ("amendments", "consultations", "search", "site")
        for path in (ROOT / room).glob("**/templates/**/*.*")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert not long


def test_a_list_keeps_its_role():
    """With another role its entries stand in no list: the accessibility rule `listitem`."""
    other = re.compile(r"<(?:ul|ol)\b[^>]*\brole=\"(?!list\")")
    found = [
        str(path.relative_to(ROOT))
        for room in ("amendments", "consultations", "search", "site")
        for path in (ROOT / room).glob("**/templates/**/*.html")
        if other.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


APPS = {
    app: [
        path
        for path in (ROOT / app).rglob("*.py")
        if not {"migrations", "locale"} & set(path.parts)
        and (app != "site/portal" or path.parts[len(ROOT.parts) + 2] not in {"demo", "home", "users"})
    ]
    for app in (
        "amendments",
        "consultations",
        "search",
        "site/azerbaijan",
        "site/portal",
        "site/portal/demo",
        "site/portal/home",
        "site/portal/users",
        "site/rights",
    )
}


@pytest.mark.parametrize(
    "app", ["amendments", "consultations", "search", "site/azerbaijan", "site/portal", "site/rights"]
)
def test_no_class_name_means_two_things_inside_an_app(app):
    """`Command` and `Migration` are names that Django asks for."""
    names = Counter(name for path in (ROOT / app).rglob("*.py") for name in _code(path).classes)
    assert not {name for name, count in names.items() if count > 1} - {"Command", "Migration"}


LAYERS = ("models", "queries", "actions", "forms", "views", "commands")
ASKED_FOR = {"__main__", "urls", "formats"}
"""Python and Django ask for a file of this name in each place."""


def _places(paths):
    """By the name of a file or folder of code, its places: what each imports, by module."""
    found = {}
    for path in (
        each for each in paths if each.parent.parent not in {ROOT, ROOT / "site"} or each.stem != "__init__"
    ):
        place = path.parent if path.name == "__init__.py" else path.with_suffix("")
        files = place.rglob("*.py") if place.is_dir() else [path]
        parts = place.relative_to(ROOT / "site" if "site" in path.relative_to(ROOT).parts else ROOT).parts
        imports = {
            name
            for file in files
            for node in _code(file).imports
            if isinstance(node, ast.ImportFrom)
            for name in (str(node.module), *(f"{node.module}.{each.name}" for each in node.names))
        }
        found.setdefault(place.name, {})[".".join(parts)] = imports
    return {name: places for name, places in found.items() if len(places) > 1}


def _are_one_subject(places):
    """At most two beside the actions, each in another layer, joined by what they import from each other."""
    layers = [next((part for part in module.split(".")[:-1] if part in LAYERS), module) for module in places]
    joined, waiting = set(), {next(iter(places))}
    while waiting:
        joined |= waiting
        waiting = {
            two
            for one in waiting
            for two in set(places) - joined
            if any(f"{name}.".startswith(f"{two}.") for name in places[one])
            or any(f"{name}.".startswith(f"{one}.") for name in places[two])
        }
    apart = set(layers) <= set(LAYERS) and len(set(layers)) == len(layers)
    return apart and len(set(layers) - {"actions"}) <= 2 and joined == set(places)


@pytest.mark.parametrize("app", APPS)
def test_no_file_name_means_two_things_inside_an_app(app):
    """Two files of one name stand in two layers and treat one subject: one of them imports from the other."""
    assert {
        name: sorted(places)
        for name, places in _places(APPS[app]).items()
        if name not in ASKED_FOR and not _are_one_subject(places)
    } == {}


@pytest.mark.parametrize("app", ["amendments", "consultations", "search", "site/rights"])
def test_no_name_of_a_template_means_two_things_inside_an_app(app):
    names = Counter(path.name for path in (ROOT / app / "templates").rglob("*.*"))
    assert not {name for name, count in names.items() if count > 1}


def test_no_function_is_longer_than_40_lines():
    long = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in chain.from_iterable(APPS.values())
        for name, lines in _code(path).functions
        if lines >= 40
    ]
    assert not long


def _imported(module: str, path: Path, known: set[str]) -> set[str]:
    """The modules of this repository that a file imports, anywhere in it."""
    named: set[str] = set()
    for node in _code(path).imports:
        if isinstance(node, ast.ImportFrom):
            within = {f"{node.module}.{each.name}" for each in node.names}
            named |= within & known or {str(node.module)}
        else:
            named.update(each.name for each in node.names)
    return (named & known) - {module}


def test_no_files_import_each_other_in_a_circle():
    """Imports inside functions and for the type checker count too; `docs/architecture.md` lists what is named by strings."""
    paths = {}
    for room, root in (("amendments", ROOT), ("consultations", ROOT), ("search", ROOT), (".", ROOT / "site")):
        for path in (root / room).rglob("*.py"):
            paths[".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")] = path
    graph = {module: _imported(module, path, set(paths)) for module, path in paths.items()}
    TopologicalSorter(graph).prepare()  # raises a CycleError that names the files
