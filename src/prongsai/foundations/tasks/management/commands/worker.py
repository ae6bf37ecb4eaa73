"""``manage worker``: does the work that waits, until it is told to stop."""

import logging
import os
import signal
from argparse import ArgumentParser
from threading import Event, Thread
from types import FrameType

from django.core.management.base import BaseCommand

from prongsai.foundations.tasks import worker


class Command(BaseCommand):
    """Runs one worker in the foreground; SIGTERM and Ctrl+C finish the job in hand."""

    help = "Do background work: the queue and each day's work of every office."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer ``--once`` and ``--with-parent``."""
        parser.add_argument(
            "--once", action="store_true", help="stop when nothing is left to do now"
        )
        parser.add_argument(
            "--with-parent",
            nargs="?",
            type=int,
            const=os.getppid(),
            metavar="PID",
            help="stop when the process that started this one has ended",
        )

    def handle(
        self, *, once: bool, with_parent: int | None, **_options: object
    ) -> None:
        """Work until asked to stop."""
        logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
        stop = Event()

        def end(signum: int, _frame: FrameType | None) -> None:
            signal.signal(signum, signal.SIG_DFL)  # a second time ends at once
            stop.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        if with_parent:
            Thread(target=_follow, args=(stop, with_parent), daemon=True).start()
        worker.run(stop, once=once)


def _follow(stop: Event, parent: int) -> None:
    """Stop when the parent is another; it may have ended before this began."""
    while os.getppid() == parent:
        if stop.wait(1):
            return
    stop.set()
