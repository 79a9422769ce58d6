"""Kills processes of a site while they work: `python killer.py WORLD KILLS`, the settings come from the environment.

A child carries out a step and says after each part through a pipe that it is done; the parent kills it at a moment drawn
by chance. Then the rows of every table are counted: they are those from before, or those after a whole part. The step is
done again, as people do who got no answer, and the rows are those of one step.
"""

# ruff: noqa: E402, S301, S311 - the models are imported after Django's setup; the test wrote the world
import json
import os
import pickle
import random
import signal
import sys
import time
from pathlib import Path
from statistics import median

import django

django.setup()

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from tests.portal.kills.killed_steps import STEPS, Mail

# A task that is taken up again is a row more; a number of a receipt may be a new word of the index or not
UNCOUNTED = {"django_tasks_database_dbtaskresult", "madda_search_publicterm"}
LATER = {"wagtailcore_referenceindex", "wagtailsearch_indexentry", "wagtailsearch_indexentry_fts"}  # by tasks
RUNS = 3  # without a kill: which rows a step adds, and how long it takes


def count():
    """How many rows each table has."""
    models = [model._meta for model in apps.get_models(include_auto_created=True)]
    tables = {each.db_table for each in models if each.managed and not each.proxy} - UNCOUNTED
    there = sorted(tables.intersection(connection.introspection.table_names()))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in there))
        return dict(cursor.fetchall())


def added(before, *, but=()):
    """The rows that were added since, of the tables that have more or fewer now."""
    now = count()
    return {
        table: now[table] - before[table] for table in now if now[table] != before[table] and table not in but
    }


def alone():
    """Wait until the server has ended what a killed process began; a file is free at once."""
    if connection.vendor == "sqlite":
        return
    connections["cache"].close()  # one more connection of ours to the same database
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with connection.cursor() as cursor:
        cursor.execute(others)
        while cursor.fetchone()[0]:
            cursor.execute(others)


def work(parts, told):
    """The child: the parts, and a byte after each. It ends without the rest of the program."""
    status = 1
    try:
        for part in parts:
            part()
            os.write(told, b".")
        status = 0
    finally:
        os._exit(status)


def worked(parts, kill_after=None):
    """Let a child work. How many parts it said were done, whether it was killed, and how long it took."""
    connections.close_all()
    heard, told = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if not child:
        work(parts, told)
    os.close(told)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    took = time.monotonic() - started
    with os.fdopen(heard, "rb") as pipe:
        said = len(pipe.read())
    was_killed = os.WIFSIGNALED(status)
    if status and not was_killed:
        raise RuntimeError("A step failed without a kill.")
    alone()
    return said, was_killed, took


def run(step):
    """What each further part adds, and how long all take."""
    step.prepare()
    before, sums, took = count(), [{}], 0.0
    for part in step.parts():
        took += worked([part])[2]
        sums.append(added(before))
    return sums, took


def measured(step):
    """What the parts add, and how long they take. The first run may add rows that come once."""
    runs = [run(step) for _run in range(RUNS)]
    sums = runs[-1][0]
    if runs[-2][0] != sums:
        raise RuntimeError(f"{type(step).__name__} adds {runs[-2][0]} and {sums}.")
    return sums, median(took for _sums, took in runs)


def without_later(rows):
    return {table: number for table, number in rows.items() if table not in LATER}


def kill(step, sums, usual, tally):
    """Kill once, look, do it again, and look again."""
    step.prepare()
    before, bare = count(), [without_later(rows) for rows in sums]
    said, was_killed, _took = worked(step.parts(), random.uniform(0.1, 1.2) * usual)
    found = added(before, but=LATER)
    if was_killed:
        tally["kills"] += 1
        tally["cut off"] += said < len(sums) - 1
        tally["cut off after the commit"] += said < len(sums) - 1 and found != bare[said]
    if found not in bare:
        tally["half"].append(f"{found} and none of {bare}")
    elif found not in bare[said:]:
        tally["lost"].append(f"{said} parts were said to be done, and {found} is there")
    elif found == bare[-1] != bare[0] and not step.is_done():
        tally["half"].append("all rows, and not done")
    step.again()
    if not step.is_done():
        tally["lost"].append("done again, and still not there")
    elif (now := added(before)) != sums[-1]:
        tally["doubled"].append(f"{now} and not {sums[-1]}")
    elif problem := step.problem():
        tally["half"].append(problem)


def killed(step, kills):
    """What was found of one kind of work."""
    sums, usual = measured(step)
    tally = {"milliseconds": round(usual * 1000), "half": [], "lost": [], "doubled": []}
    tally |= {"kills": 0, "cut off": 0, "cut off after the commit": 0}
    while tally["kills"] < kills:
        kill(step, sums, usual, tally)
    return tally


def main():
    world, kills = pickle.loads(Path(sys.argv[1]).read_bytes()), int(sys.argv[2])
    Mail.took = Path(settings.VAR) / "took"
    call_command("createcachetable", database="cache", verbosity=0)
    call_command("rebuild_index", verbosity=0, stdout=sys.stderr)  # the world was built without
    random.seed(os.environ.get("MADDA_KILLS_SEED", "1"))
    report = {name: killed(kind(world), kills) for name, kind in STEPS.items()}
    call_command("verify_seals", stdout=sys.stderr)
    print(json.dumps(report))


main()
