"""Static files under names that carry their digest, so browsers keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types
    """Gives hashed names once files were collected, plain ones before that."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the name a page should ask for."""
        return str(super().stored_name(name)) if self.hashed_files else name
