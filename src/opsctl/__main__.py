"""`python -m opsctl`, and the console script's way in."""

from __future__ import annotations

import sys

from opsctl import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    # Answered before anything is imported: scripts ask for the version often, and start-up is a feature.
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"opsctl {__version__}\n")
        return
    from opsctl.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
