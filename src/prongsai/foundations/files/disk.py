"""Private files on a disk: complete under their name, or not there at all."""

import os
import secrets
from pathlib import Path
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

INCOMING = ".incoming"
"""The folder of files that are still being written; what a kill leaves lies here."""


class PrivateDisk(FileSystemStorage):
    """Writes beside, forces to disk, renames; a reader never meets half a file."""

    def _save(self, name: str, content: File[Any]) -> str:
        """Keep ``content`` as ``name``; on any failure nothing of it stays."""
        goal = Path(self.path(name))
        beside = self._folder(Path(self.location) / INCOMING) / secrets.token_hex(16)
        try:
            with beside.open("xb") as file:
                if self.file_permissions_mode is not None:
                    os.fchmod(file.fileno(), self.file_permissions_mode)
                _copy(content, file)
            beside.rename(self._folder(goal.parent) / goal.name)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        force(goal.parent)
        return name

    def _folder(self, folder: Path) -> Path:
        """Make a folder and force its entry to disk."""
        if not folder.is_dir():
            folder.mkdir(
                parents=True,
                exist_ok=True,
                mode=self.directory_permissions_mode or 0o700,
            )
            force(folder.parent)
        return folder


def force(folder: Path) -> None:
    """Force the entries of a folder to disk, so that a rename survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(content: File[Any], file: IO[bytes]) -> None:
    for chunk in content.chunks():
        file.write(chunk.encode() if isinstance(chunk, str) else chunk)
    file.flush()
    os.fsync(file.fileno())
