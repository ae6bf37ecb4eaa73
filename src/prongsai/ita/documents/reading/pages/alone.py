"""The process that reads one file alone; started by ``apart``, stdin to stdout."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType

from prongsai.ita.documents.reading.pages.apart import NO_MEMORY
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.ocr import read_scan
from prongsai.ita.documents.reading.pages.pdf import read_pdf
from prongsai.ita.documents.reading.pages.source import Pages
from prongsai.ita.errors import ItaError

_READERS: Mapping[str, Callable[[str, bytes, Limits], Pages]] = MappingProxyType(
    {"pdf": read_pdf, "scan": read_scan}
)


def _bound(limits: Limits) -> None:
    """Let the system refuse this process more memory and time than a report needs."""
    try:
        import resource  # noqa: PLC0415  # Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read stdin as the first argument says; write pages or an error to stdout."""
    task = json.loads(sys.argv[1])
    limits = Limits(**task["limits"])
    _bound(limits)
    try:
        data = sys.stdin.buffer.read()
        answer = asdict(_READERS[task["reader"]](task["name"], data, limits))
    except MemoryError:
        return NO_MEMORY
    except ItaError as known:
        answer = {"error": known.code, "facts": known.facts}
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
