"""Fixtures for all suites."""

import gc
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from _pytest import runner
from django.dispatch import Signal
from django.utils import translation
from hypothesis import settings

from amendments.signals import changed
from portal.deep_calls import deep
from search.signals import asked
from tests.standing import Recordings, Shelf, further

_SEARCHED = re.compile(
    r"tests/(search|permissions|relevance)/|"
    r"/test_(search_sources|first_parts|commencing|tasks|public_numbers|public_search|two_committees|outsiders)\.py"
)
_VIEWS = re.compile("tests/(amendments|consultations|rights)/views/")
_BELOW_VIEWS = re.compile(
    "tests/(amendments|consultations(?!/letters)|search|portal(?!/users)|rights(?!/views))/"
)
_MARKS_OF_THE_REST = ("whole", "fuzz", "real_data", "host")
_SOURCES = ("amendments", "consultations", "portal.home")
DATA = Path(os.environ.get("MADDA_DATA", Path(__file__).resolve().parents[1] / ".." / "shared" / "data"))
_SHELF = pytest.StashKey[Shelf]()
_carry_out = deep(runner.pytest_runtest_protocol)
gc.disable()  # until all is imported: a quarter of the time of collecting the tests
settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile("quick")  # `.ci/run` asks for the other one


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options that `.ci/run` uses."""
    parser.addoption("--stored", action="store_true", help="only tests that use the database")
    parser.addoption(
        "--rest", action="store_true", help="what `make test` and the run on PostgreSQL leave over"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    """Leave out what says the same on each database or was said by another one, if an option asks for it."""
    left_out = [item for item in items if _is_left_out(item, config)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not _is_left_out(item, config)]


def _is_left_out(item: pytest.Function, config: pytest.Config) -> bool:
    if config.getoption("--stored"):
        return not _is_stored(item)
    return config.getoption("--rest") and not _is_left_over(item)


def _is_left_over(item: pytest.Function) -> bool:
    """`make test` runs no views and none of these marks; on PostgreSQL those below the views run that use the database."""
    if _VIEWS.match(item.nodeid):
        return True
    is_marked = any(item.get_closest_marker(name) for name in _MARKS_OF_THE_REST)
    is_said = _BELOW_VIEWS.match(item.nodeid) and _is_stored(item) and not item.get_closest_marker("fuzz")
    return is_marked and not is_said


def _is_stored(item: pytest.Function) -> bool:
    fixtures = {"db", "django_db_setup"} & set(item.fixturenames)
    return bool(fixtures) or any(item.get_closest_marker(name) for name in ("django_db", "postgres"))


def pytest_collection_finish() -> None:
    """Freeze the imported modules, so that the garbage collector does not search them again and again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Carry out the test as pytest does, with room for deep calls."""
    return _carry_out(item, nextitem)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Function) -> None:
    """A world of one module stands for the next one, and not for a test that asks for none."""
    shelf = item.config.stash.get(_SHELF, None)
    if shelf and "standing" not in item.fixturenames and _is_stored(item):
        shelf.clear()


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """A request leaves its language active; the next test and the next world start in that of the settings again."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _readings() -> Iterator[None]:
    """Nothing that was read before the changes of a test were rolled back is kept for the next one."""
    yield
    if module := sys.modules.get("amendments.queries.showing.kept_readings"):
        module.forget()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real legal texts, which are not in the repository."""
    if not (DATA / "az").is_dir():
        pytest.skip(f"no real legal texts at {DATA}: set MADDA_DATA to their folder")
    return DATA


@pytest.fixture(scope="session")
def shelf(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
    django_db_blocker: Any,
) -> Shelf:
    """The folder in which the workers of this run share databases and worlds."""
    own = tmp_path_factory.getbasetemp()
    kept = request.config.cache.mkdir("databases")
    shelf = Shelf(own if worker_id == "master" else own.parent, kept, worker_id, django_db_blocker.unblock)
    request.config.stash[_SHELF] = shelf
    return shelf


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any, shelf: Shelf) -> Iterator[None]:
    """The database of all tests."""
    with django_db_blocker.unblock():
        shelf.open_database()
    yield
    with django_db_blocker.unblock():
        shelf.close_database()


@pytest.fixture(scope="module")
def searched(request: pytest.FixtureRequest) -> bool:
    """Whether changes in the tests of a module are indexed. `tests/permissions` index what every action changes."""
    return bool(_SEARCHED.search(request.node.nodeid))


@pytest.fixture(scope="module", autouse=True)
def _search_follows(searched: bool) -> Iterator[None]:
    """Index changes only if `searched` says so. Tests of other apps need no index and are faster without."""
    if searched:
        yield
        return
    with (
        _unheard(asked, "search.indexing"),
        _unheard(changed, *(f"{app}.search_sources" for app in _SOURCES)),
    ):
        yield


@contextmanager
def _unheard(signal: Signal, *names: str) -> Iterator[None]:
    """Receivers of these names hear nothing. Afterwards all stand in the order in which they stood before."""
    heard = signal.receivers
    signal.receivers = [each for each in heard if each[0][0] not in names]
    yield
    signal.receivers = heard


@pytest.fixture(scope="module")
def standing(
    django_db_setup: None, django_db_blocker: Any, shelf: Shelf, _search_follows: None, searched: bool
) -> Iterator[Callable[[str, Callable[[], Any]], Any]]:
    """`standing(name, build)` returns a world for the tests of a module. It is rolled back after the last test."""
    with django_db_blocker.unblock(), ExitStack() as stack:
        yield lambda name, build: stack.enter_context(
            shelf.world(f"{name}, searched" if searched else name, build)
        )


@pytest.fixture(scope="module")
def add(standing: Callable[..., Any], django_db_blocker: Any) -> Iterator[Callable[[Callable[[], Any]], Any]]:
    """`add(build)` adds to the world of a module what each of its tests would build. It is rolled back before the world."""
    with ExitStack() as stack:

        def added(build: Callable[[], Any]) -> Any:
            with django_db_blocker.unblock():
                return stack.enter_context(further(build))

        yield added
        with django_db_blocker.unblock():
            stack.close()


@pytest.fixture(scope="module")
def once() -> Recordings:
    """`once(build, world)` builds for the first test of a module, and writes the same rows again for each other test."""
    return Recordings()
