"""Fetches the servers with Maven and compiles what they need, once, into a folder outside the repository."""

import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
ELASTICSEARCH = "8.19.3"
OPENSEARCH = "2.19.6"  # as in opensearch/pom.xml
CACHE = Path(os.environ.get("MADDA_NODE_CACHE", "/var/tmp/madda-nodes"))  # noqa: S108 - programs, made by one rename


def elasticsearch() -> Path:
    """The home of an Elasticsearch with the parts of analysis that the test distribution lacks."""
    return _once(f"elasticsearch-{ELASTICSEARCH}", _install_elasticsearch)


def opensearch() -> Path:
    """The folder of an OpenSearch on a class path: `lib/*` and `classes`."""
    return _once(f"opensearch-{OPENSEARCH}", _install_opensearch)


def _once(name: str, install) -> Path:
    home = CACHE / name
    stamp = home / "sources"
    if not stamp.is_file() or stamp.read_text() != _fingerprint():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            made = install(Path(folder))
            (made / "sources").write_text(_fingerprint())
            _open_to_all(made)
            shutil.rmtree(home, ignore_errors=True)
            made.rename(home)
    return home


def _install_elasticsearch(folder: Path) -> Path:
    artifact = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{ELASTICSEARCH}:zip"
    _maven("dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={folder}")
    with zipfile.ZipFile(folder / f"elasticsearch-{ELASTICSEARCH}.zip") as archive:
        archive.extractall(folder)
    home = folder / f"elasticsearch-{ELASTICSEARCH}"
    for script in (home / "bin").iterdir():
        script.chmod(0o755)
    plugin = home / "plugins" / "analysis-parts"
    plugin.mkdir(parents=True)
    _compile(SOURCES / "elasticsearch" / "AnalysisParts.java", home / "lib", folder / "classes")
    with zipfile.ZipFile(plugin / "analysis-parts.jar", "w") as jar:
        for compiled in (folder / "classes").rglob("*.class"):
            jar.write(compiled, compiled.relative_to(folder / "classes"))
    shutil.copy(SOURCES / "elasticsearch" / "plugin-descriptor.properties", plugin)
    return home


def _install_opensearch(folder: Path) -> Path:
    home = folder / "opensearch"
    pom = SOURCES / "opensearch" / "pom.xml"
    _maven(
        "-f",
        str(pom),
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        f"-DoutputDirectory={home / 'lib'}",
    )
    _compile(SOURCES / "opensearch" / "SearchNode.java", home / "lib", home / "classes")
    return home


def _maven(*arguments: str) -> None:
    subprocess.run(["mvn", "-q", "-B", *arguments], check=True, stdout=subprocess.DEVNULL)


def _compile(source: Path, libraries: Path, target: Path) -> None:
    subprocess.run(
        ["javac", "--release", "17", "-d", str(target), "-cp", f"{libraries}/*", str(source)], check=True
    )


def _fingerprint() -> str:
    """The sources that an installation was made from: a change makes it anew."""
    files = sorted(path for path in SOURCES.rglob("*") if path.suffix in (".java", ".properties", ".xml"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _open_to_all(folder: Path) -> None:
    """Readable by the user that runs the servers."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
