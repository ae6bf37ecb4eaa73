"""Why an upload is refused, and what can go wrong with kept files."""

from prongsai.ita.errors import ItaError


class FileRefused(ItaError):
    """A file that may not come in; subclasses say why: ``name``."""

    code = "files.refused"


class EmptyUpload(FileRefused):
    """Nothing is in it: ``name``."""

    code = "files.empty"


class UploadTooLarge(FileRefused):
    """Larger than the form allows: ``name``, ``size_mb``, ``limit_mb``."""

    code = "files.too-large"


class WrongKind(FileRefused):
    """Not one of the kinds the form asks for: ``name``, ``found``, ``allowed``."""

    code = "files.wrong-kind"


class NameDisagrees(FileRefused):
    """The name says one thing, the bytes another: ``name``, ``said``, ``found``."""

    code = "files.name-disagrees"


class DamagedUpload(FileRefused):
    """The right kind, but it does not open: ``name``, ``kind``."""

    code = "files.damaged"


class TooManyPixels(FileRefused):
    """A picture too large to open safely: ``name``, ``megapixels``, ``limit``."""

    code = "files.too-many-pixels"


class UnpacksTooLarge(FileRefused):
    """A package that unpacks to far more than it is: ``name``, ``limit_mb``."""

    code = "files.unpacks-too-large"


class HoldsProgram(FileRefused):
    """A document with macros: ``name``."""

    code = "files.holds-program"


class TooManyFiles(ItaError):
    """More files than the form allows: ``found``, ``limit``."""

    code = "files.too-many"


class RequestTooLarge(ItaError):
    """Everything sent together is too much: ``size_mb``, ``limit_mb``."""

    code = "files.request-too-large"


class NoSpace(ItaError):
    """The disk is full; nothing was kept."""

    code = "files.no-space"


class StoreUnreachable(ItaError):
    """The object store does not answer; nothing was kept."""

    code = "files.store-unreachable"


class StagedFileGone(ItaError):
    """A received file was not used in time and is removed."""

    code = "files.staged-gone"


class AlreadyClaimed(ItaError):
    """A received file already hangs on another row: ``name``."""

    code = "files.already-claimed"


class BytesMissing(ItaError):
    """The row is there, the bytes are not: ``name``."""

    code = "files.bytes-missing"


class NotPublishable(ItaError):
    """Only a kept original can get a public copy: ``name``."""

    code = "files.not-publishable"
