"""`python -m opsctl`, and the console script's way in."""

from __future__ import annotations

import gc
import os
import sys

from opsctl import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    # Answered before anything is imported: scripts ask for the version often, and start-up is a feature.
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"opsctl {__version__}\n")
        return
    try:
        status = _status()
    except KeyboardInterrupt:
        # While modules were still being imported; later ones are told by `cli.app.run`.
        status = 130
    # What is left goes with the process; nobody has to walk through it first. DuckDB would call that a leak, aloud.
    if "duckdb" not in sys.modules:
        gc.freeze()
    sys.exit(status)


def _status() -> int:
    from opsctl.cli.warm import answer, warm

    known = warm(sys.argv[1:], os.environ)
    kept = answer(known) if known else None
    if kept is not None:
        return _say(*kept)
    # A command is over before garbage in circles adds up; looking for it takes a sixth of a large check.
    gc.disable()
    # Plug-ins would see every record, and finding them means reading the description of every installed package.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from opsctl.cli.app import run, stop_like_ctrl_c

    stop_like_ctrl_c()
    return run(sys.argv[1:], known)


def _say(status: int, text: str) -> int:
    """Write an answer that was kept as it was written first."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace", **({} if sys.stdout.isatty() else {"encoding": "utf-8"}))
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; see `cli.app.run`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 130
    return status


if __name__ == "__main__":
    main()
