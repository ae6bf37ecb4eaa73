"""Why a backup is not made, or not unpacked."""

from prongsai.ita.errors import ItaError


class BackupRefused(ItaError):
    """Something stands in the way; subclasses say what: ``name``."""

    code = "backup.refused"


class TargetExists(BackupRefused):
    """There is a file of that name already: ``name``."""

    code = "backup.target-exists"


class TargetInside(BackupRefused):
    """The file would lie in the folder it packs: ``name``."""

    code = "backup.target-inside"


class NoFolder(BackupRefused):
    """The folder to write into is not there: ``name``."""

    code = "backup.no-folder"


class ToolMissing(BackupRefused):
    """A program is not installed: ``name``."""

    code = "backup.tool-missing"


class ToolFailed(BackupRefused):
    """A program ended with an error: ``name``, ``said``."""

    code = "backup.tool-failed"


class NotABackup(BackupRefused):
    """The file is no backup of this program, or not all of it: ``name``."""

    code = "backup.not-a-backup"


class Corrupted(BackupRefused):
    """The content is not what the list of contents says: ``name``, ``entry``."""

    code = "backup.corrupted"


class UnsafeEntry(BackupRefused):
    """An entry that would be written outside the folder: ``name``, ``entry``."""

    code = "backup.unsafe-entry"


class TooNew(BackupRefused):
    """Made by a newer version of this program: ``name``, ``version``."""

    code = "backup.too-new"


class OtherEngine(BackupRefused):
    """Made with the other database: ``name``, ``made``, ``here``."""

    code = "backup.other-engine"


class FolderInUse(BackupRefused):
    """The folder holds data already: ``name``."""

    code = "backup.folder-in-use"


class DatabaseInUse(BackupRefused):
    """The database holds tables already: ``name``."""

    code = "backup.database-in-use"


class CannotReplace(BackupRefused):
    """The folder cannot be moved aside, as a mounted one: ``name``."""

    code = "backup.cannot-replace"


class NoRoom(BackupRefused):
    """The disk is too small for what is unpacked: ``name``, ``needed_mb``, ``free_mb``."""

    code = "backup.no-room"
