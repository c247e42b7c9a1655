"""
Limits that a process puts on itself for good, before it touches what may be hostile: memory, processor time, files.

Where the system has no such limits (Windows), whoever started the process has to watch the clock.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource


def confined(memory: int, seconds: int) -> None:
    """Limit this process to so many bytes and seconds of processor time."""
    if sys.platform != "win32":
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_NOFILE, 64),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(kind)[1]
            value = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (value, value))
