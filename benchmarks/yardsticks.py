"""What reading costs at least: PyYAML's own loader with the same models, and a loop in C over libyaml's events."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

# Values stay text, as the models read them, which spares the loader the work of resolving them.
CSAFE = """
import gc, sys
from pathlib import Path
import yaml
from opsctl.records import KINDS
class Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers = {}
gc.disable()
root = Path(sys.argv[1])
models = [
    kind.model.model_validate(yaml.load(path.read_bytes(), Loader))
    for kind in KINDS if kind.suffix == ".yaml" for path in (root / kind.folder).rglob("*.yaml")
]
"""
EVENTS = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>
int main(int argc, char **argv) {
    FILE *list = fopen(argv[1], "r");
    char name[4096];
    static unsigned char text[1 << 20];
    while (list && fgets(name, sizeof name, list)) {
        name[strcspn(name, "\n")] = 0;
        FILE *file = fopen(name, "rb");
        if (!file) return 2;
        size_t size = fread(text, 1, sizeof text, file);
        fclose(file);
        yaml_parser_t parser;
        yaml_event_t event;
        yaml_parser_initialize(&parser);
        yaml_parser_set_input_string(&parser, text, size);
        for (int done = 0; !done;) {
            if (!yaml_parser_parse(&parser, &event)) return 2;
            done = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
    }
    return 0;
}
"""


def csafe_and_models(tree: Path) -> tuple[str, ...]:
    """A process that loads every record with PyYAML's CSafeLoader and reads it as opsctl's model of it."""
    return (sys.executable, "-c", CSAFE, str(tree))


def bare_events(folder: Path, files: list[str]) -> tuple[str, ...]:
    """A process that does nothing but parse the files with libyaml; empty where it cannot be compiled."""
    compiler = shutil.which("cc")
    if compiler is None:
        return ()
    (folder / "events.c").write_text(EVENTS, encoding="utf-8")
    (folder / "files").write_text("\n".join(files) + "\n", encoding="utf-8")
    made = [compiler, "-O2", "-o", str(folder / "events"), str(folder / "events.c"), "-lyaml"]
    if subprocess.run(made, capture_output=True, check=False).returncode:
        return ()
    return (str(folder / "events"), str(folder / "files"))
