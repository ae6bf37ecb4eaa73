"""Files as people send them, made on the spot; and some that lie."""

import io
import zipfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"
PLACE = {0x8825: {1: "N", 2: (13.0, 45.0, 0.0), 3: "E", 4: (100.0, 30.0, 0.0)}}
CAMERA = "SecretCamera 9000"


def picture(*, code="jpeg", size=(64, 48), colour="teal", exif=False) -> bytes:
    """A picture, with the place and the camera in it when ``exif`` is asked for."""
    image = Image.new("RGB", size, colour)
    out = io.BytesIO()
    if exif:
        data = Image.Exif()
        data[0x0110] = CAMERA
        data[0x0112] = 6  # turned by a quarter
        data.get_ifd(0x8825).update(PLACE[0x8825])
        image.save(out, format=code, exif=data)
    else:
        image.save(out, format=code)
    return out.getvalue()


def package(main="word/document.xml", **parts) -> bytes:
    """A DOCX or XLSX in outline, with more parts when asked for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("[Content_Types].xml", "<Types/>")
        zipped.writestr(main, "<document/>")
        for name, content in parts.items():
            zipped.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def upload(name="ภาพถ่าย.jpg", content=None) -> SimpleUploadedFile:
    """An upload as a view receives it."""
    return SimpleUploadedFile(name, picture() if content is None else content)


def everything() -> set[str]:
    """Every file in the store, also half-written ones."""
    root = Path(default_storage.location)  # type: ignore[attr-defined]  # tests run on a disk
    return {str(path) for path in root.rglob("*") if path.is_file()}
