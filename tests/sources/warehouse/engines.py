"""Real engines to ask: servers from folders of their own, and Spark in this process; skipped where not installed."""

from __future__ import annotations

import os
import shutil
import signal
import site
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PASSWORD = "p%40ss;w'rd-秘密"
"""As it stands in an address: one character is spelled out, the others are there to be mishandled."""
USER = "opsctl_reader"
_PATIENCE = 120


def postgres_programs() -> Path:
    """The folder of PostgreSQL's server programs."""
    found = [shutil.which("initdb"), *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), reverse=True)]
    program = next((Path(each) for each in found if each), None)
    if program is None:
        pytest.skip("PostgreSQL's server is not installed (Debian: postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is not installed (extra: warehouse)")
    return program.parent


@contextmanager
def postgres() -> Iterator[tuple[str, str]]:
    """A server of its own on a free port: its owner's address, and everybody else's with the password."""
    programs = postgres_programs()
    # The server refuses to run as root and reads only what is its user's.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="opsctl-pg-"))
    if user:
        shutil.chown(folder, user, user)
    port = _free_port()
    data, log = str(folder / "data"), str(folder / "log")

    def run(*command: str) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, capture_output=True, timeout=60)

    run(
        str(programs / "initdb"),
        "-D",
        data,
        "-U",
        "owner",
        "--auth-local=trust",
        "--auth-host=scram-sha-256",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync",
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run(str(programs / "pg_ctl"), "-D", data, "-l", log, "-w", "-o", options, "start")
    try:
        yield (
            f"postgresql://owner@/postgres?host={folder}&port={port}",
            f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{port}/postgres",
        )
    finally:
        run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def mariadb() -> Iterator[tuple[str, str]]:
    """A server of its own on a free port: its owner's address, and everybody else's with the password."""
    programs = {name: shutil.which(name) for name in ("mariadbd", "mariadb-install-db")}
    if not all(programs.values()):
        pytest.skip("MariaDB's server is not installed (Debian: mariadb-server)")
    pytest.importorskip("pymysql", reason="PyMySQL is not installed (extra: mysql)")
    user = "mysql" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="opsctl-my-"))
    if user:
        shutil.chown(folder, user, user)
    port, data = _free_port(), folder / "data"
    made = [
        f"{programs['mariadb-install-db']}",
        "--no-defaults",
        f"--datadir={data}",
        "--auth-root-authentication-method=normal",
    ]
    subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True, timeout=_PATIENCE)
    options = [
        "--no-defaults",
        f"--datadir={data}",
        f"--socket={folder / 'socket'}",
        f"--pid-file={folder / 'pid'}",
        f"--port={port}",
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        "--innodb-flush-log-at-trx-commit=0",
    ]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([f"{programs['mariadbd']}", *options], user=user, cwd=folder, stdout=log, stderr=log)
    try:
        _wait_for(port, server, folder / "log")
        yield (
            f"mariadb://root@127.0.0.1:{port}/mysql?unix_socket={folder / 'socket'}",
            f"mysql://{USER}:{PASSWORD}@127.0.0.1:{port}/sh",
        )
    finally:
        server.kill()
        server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def use_spark() -> None:
    """Make PySpark importable, from here or from the folder of packages that OPSCTL_TEST_SPARK names, or skip."""
    packages = os.environ.get("OPSCTL_TEST_SPARK")
    if packages:
        site.addsitedir(packages)
    pytest.importorskip("pyspark", reason="PySpark is not installed (nor in the folder OPSCTL_TEST_SPARK)")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")


@contextmanager
def spark_connect() -> Iterator[str]:
    """A server of Spark Connect of its own on a free port: its address."""
    use_spark()
    pytest.importorskip("grpc", reason="grpcio is not installed (extra: spark)")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed (extra: spark)")
    import pyspark

    home, port = Path(pyspark.__file__).parent, _free_port()
    folder = Path(tempfile.mkdtemp(prefix="opsctl-sc-"))
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": port,
        "spark.driver.memory": "512m",
        "spark.sql.shuffle.partitions": 2,
        "spark.sql.warehouse.dir": folder / "tables",
        "spark.ui.enabled": "false",
    }
    options = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    program = home / "sbin" / "start-connect-server.sh"
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            ["bash", str(program), "--master", "local[2]", *options],
            cwd=folder,
            env={**os.environ, "SPARK_HOME": str(home), "SPARK_LOG_DIR": str(folder), "SPARK_NO_DAEMONIZE": "1"},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_for(port, server, folder / "log")
        yield f"sc://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server listens; it says why where it gives up."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as asked:
            asked.settimeout(1)
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server does not listen: {log.read_text('utf-8', 'replace')[-2000:]}")


def use_chdb() -> None:
    """Make ClickHouse's engine importable, from here or from the folder of packages OPSCTL_TEST_CHDB, or skip."""
    packages = os.environ.get("OPSCTL_TEST_CHDB")
    if packages:
        site.addsitedir(packages)
    pytest.importorskip("chdb", reason="ClickHouse's engine is not installed (chdb, nor the folder OPSCTL_TEST_CHDB)")
