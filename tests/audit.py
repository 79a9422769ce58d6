"""Looks for packages with known weaknesses: `python tests/audit.py PIP_AUDIT`, with the program of this name.

It asks about each package that the site installs, also those that others bring. A known weakness ends it with 1. The
advisories stand beside the packages on the Python Package Index; a mirror may hold the packages alone, and then it says so.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def installed(names):
    """Name and version of these packages and of all that they bring."""
    found, waiting = {}, list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another system or another version of Python
            continue
        found[name] = package.version
        waiting += [_NAME.match(each)[0] for each in package.requires or ()]
    return found


def named(requirements):
    """The packages that a file of requirements names."""
    lines = (line.strip() for line in requirements.splitlines())
    return [_NAME.match(line)[0] for line in lines if line and line[0] not in "#-"]


def judged(answer):
    """Sentences on known weaknesses, and the names of packages about which nothing was said."""
    weak, unknown = [], []
    for package in answer["dependencies"]:
        if "skip_reason" in package:
            unknown.append(package["name"])
        weak += [
            f"{package['name']} {package['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'no version'}"
            for one in package.get("vulns", ())
        ]
    return weak, unknown


def asked(program, packages):
    """What the program answers about these packages."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{name}=={version}\n" for name, version in sorted(packages.items()))
        file.flush()
        given = [
            program,
            "--format=json",
            "--progress-spinner=off",
            "--no-deps",
            "--disable-pip",
            f"--requirement={file.name}",
        ]
        done = subprocess.run(given, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        print(f"Nothing was asked about any package, because pip-audit gave no answer: {done.stderr[-500:]}")
        return {"dependencies": []}
    return json.loads(done.stdout)


def main():
    packages = installed(named((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    weak, unknown = judged(asked(sys.argv[1], packages))
    print(
        f"{len(packages)} packages: {len(packages) - len(unknown)} asked about, {len(weak)} known weaknesses."
    )
    if unknown:
        print(f"The index has no advisories of {len(unknown)}. Ask again where it has them (SECURITY.md).")
    if weak:
        sys.exit("\n".join(weak))


if __name__ == "__main__":
    main()
