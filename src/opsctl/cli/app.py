"""The one boundary where exceptions become sentences and exit statuses."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from opsctl import __version__
from opsctl.cli import language
from opsctl.cli.call import call_with, out_json, talk
from opsctl.cli.plain import plain_check
from opsctl.cli.warm import Warm
from opsctl.diagnostics import Message
from opsctl.errors import BUG, CLEAN, INTERRUPTED, NO_ANSWER, OpsctlError
from opsctl.locales import say, worded
from opsctl.rendering.clean import clean

PROGRAM = "opsctl"
_DISK = (errno.ENOSPC, errno.EIO, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC))
# What the system may say of a call that is no fault of ours, with the sentence for it.
_SYSTEM = {**dict.fromkeys(_DISK, "cli.disk"), errno.ENAMETOOLONG: "cli.long_name"}


def run(arguments: Sequence[str], known: Warm | None = None) -> int:
    """Run one command line; the exit status is the answer (see `errors.py`), which may be kept where it is known."""
    _prepare_streams()
    lang = language.choose(arguments, os.environ)
    try:
        plain = plain_check(arguments)
        status = _read_by_typer(arguments, lang, known) if plain is None else _check(*plain, lang, known)
    except OpsctlError as error:
        return _no_answer(error, arguments, lang)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # The reader has gone, as in `opsctl list store | head`; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except SystemExit:
        # Typer leaves so when a help page's reader has gone.
        return CLEAN
    except OSError as error:
        said = _SYSTEM.get(error.errno or 0)
        if said is None:
            return _usage_or_bug(error, lang, debug="--debug" in arguments)
        talk(say(lang, "cli.error", text=say(lang, said, reason=errno.errorcode[error.errno or 0])))
        return NO_ANSWER
    except Exception as error:
        return _usage_or_bug(error, lang, debug="--debug" in arguments)
    if status == INTERRUPTED:
        talk(say(lang, "cli.interrupted"))
    return status if isinstance(status, int) else 0


def stop_like_ctrl_c() -> None:
    """Let a polite request to end, as build servers and `kill` send it, undo what was begun like Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _check(before: Mapping[str, str], after: Mapping[str, Any], lang: str, known: Warm | None) -> int:
    """A check whose words were plain."""
    from opsctl.cli.checked import checked

    return checked(call_with(**before, lang=lang, known=known), **after)


def _read_by_typer(arguments: Sequence[str], lang: str, known: Warm | None) -> Any:
    """Any other command line."""
    import typer

    from opsctl.cli.root import root

    try:
        return root(lang, known)(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except typer.Abort:
        return INTERRUPTED


def _no_answer(error: OpsctlError, arguments: Sequence[str], lang: str) -> int:
    """Say why there is no answer; a program that asked for JSON gets the same as a diagnostic without a place."""
    if "json" in arguments:
        from opsctl.cli.root import COMMAND_WORDS

        said = {
            "code": "ERROR",
            "severity": "error",
            "message": {"id": error.said.id, "params": dict(error.said.params)},
        }
        out_json(" ".join(word for word in arguments if word in COMMAND_WORDS), None, [said])
    talk(say(lang, "cli.error", text=_safely(lang, error.said)))
    if error.hint is not None:
        talk(_safely(lang, error.hint))
    return NO_ANSWER


def _safely(lang: str, said: Message) -> str:
    """A message in words; a build may hand file names and ids of a stranger's change to us as arguments."""
    return say(lang, said.id, **{key: clean(worded(value, lang)) for key, value in said.params})


def _prepare_streams() -> None:
    """A Chinese Windows console knows GBK only: what it lacks is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _usage_or_bug(error: Exception, lang: str, *, debug: bool) -> int:
    """Typer's own complaints are usage; anything else is a fault of ours, told briefly unless asked for more."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return CLEAN  # The help page has been shown.
    text = getattr(error, "format_message", None)
    if text is not None:
        from opsctl.cli.usage import complaint

        talk(say(lang, "cli.error", text=clean(complaint(error, lang))))
        talk(say(lang, "cli.try_help", command=_command_path(error)))
        return NO_ANSWER
    if debug:
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    talk(say(lang, "cli.bug", kind=type(error).__name__, place=place, version=__version__))
    return BUG


def _command_path(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return getattr(context, "command_path", None) or PROGRAM
