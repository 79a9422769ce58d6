"""How each server is set up in a folder of its own."""

import json
import secrets
import shutil
import subprocess
from pathlib import Path

from tests.search.nodes import install
from tests.search.nodes.node import Node, as_other_user, free_port, give_away

_SMALL = ("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # two servers on two cores
_KEY = Path(__file__).resolve().parents[3] / "deploy" / "api-key.json"  # the one of a real site


def elasticsearch(folder: Path) -> Node:
    """Elasticsearch with TLS, its security module, and an API key limited to our indexes."""
    home, config = install.elasticsearch(), folder / "config"
    shutil.copytree(home / "config", config)
    (config / "jvm.options").write_text("\n".join([*_SMALL, f"-Djava.io.tmpdir={folder / 'tmp'}"]))
    (folder / "tmp").mkdir()
    ca = _certificate(config)
    port = free_port()
    (config / "elasticsearch.yml").write_text(_elasticsearch_settings(folder, port))
    give_away(folder)
    environment = {
        "ES_PATH_CONF": str(config),
        "ES_TMPDIR": str(folder / "tmp"),
        "ES_JAVA_HOME": _java_home(),
    }
    password = secrets.token_urlsafe(12)
    _keystore(home, environment, password)
    node = Node(
        engine="elasticsearch",
        folder=str(folder),
        url=f"https://127.0.0.1:{port}",
        command=[str(home / "bin" / "elasticsearch")],
        environment=environment,
        ca=str(ca),
        password=password,
    )
    node.start()
    node.key = _api_key(node)
    return node


def opensearch(folder: Path) -> Node:
    """OpenSearch without its security plugin."""
    home, port = install.opensearch(), free_port()
    (folder / "config").mkdir()
    (folder / "config" / "log4j2.properties").write_text("rootLogger.level = warn\n")
    give_away(folder)
    node = Node(
        engine="opensearch",
        folder=str(folder),
        url=f"http://127.0.0.1:{port}",
        command=[
            "java",
            *_SMALL,
            "-cp",
            f"{home / 'classes'}:{home / 'lib'}/*",
            "SearchNode",
            str(folder),
            str(port),
        ],
    )
    node.start()
    return node


def _elasticsearch_settings(folder: Path, port: int) -> str:
    settings = {
        "cluster.name": "madda-tests",
        "node.name": "tests",
        "path.data": folder / "data",
        "path.logs": folder / "logs",
        "network.host": "127.0.0.1",
        "http.port": port,
        "transport.port": free_port(),
        "discovery.type": "single-node",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
        "xpack.security.enabled": "true",
        "xpack.security.enrollment.enabled": "false",
        "xpack.security.autoconfiguration.enabled": "false",
        "xpack.security.http.ssl.enabled": "true",
        "xpack.security.http.ssl.key": "node.key",
        "xpack.security.http.ssl.certificate": "node.crt",
    }
    return "".join(f"{name}: {value}\n" for name, value in settings.items())


def _certificate(config: Path) -> Path:
    """A certificate for this machine and the authority that signed it."""
    (config / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    _openssl(
        config, "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=tests-ca -keyout ca.key -out ca.crt"
    )
    _openssl(config, "req -newkey rsa:2048 -nodes -subj /CN=tests -keyout node.key -out node.csr")
    _openssl(
        config,
        "x509 -req -in node.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile names -out node.crt",
    )
    return config / "ca.crt"


def _openssl(folder: Path, arguments: str) -> None:
    subprocess.run(["openssl", *arguments.split()], cwd=folder, check=True, capture_output=True)


def _keystore(home: Path, environment: dict[str, str], password: str) -> None:
    program = str(home / "bin" / "elasticsearch-keystore")
    for arguments, given in (["create"], b""), (["add", "-x", "bootstrap.password"], password.encode()):
        subprocess.run(
            [program, *arguments],
            input=given,
            env=environment | {"PATH": "/usr/bin:/bin"},
            check=True,
            capture_output=True,
            **as_other_user(),
        )


def _java_home() -> str:
    return str(Path(shutil.which("java") or "java").resolve().parents[1])


def _api_key(node: Node) -> str:
    answer = node.ask("POST", "/_security/api_key", json.loads(_KEY.read_text(encoding="utf-8")))
    return str(answer["encoded"])
