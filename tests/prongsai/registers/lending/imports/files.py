"""Files of assets as people send them, made for the tests of reading and checking."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

HEADS = ["รหัสพัสดุ", "ชื่อรายการ", "รหัสหมวด", "หน่วยนับ", "รหัสส่วนราชการ"]


def csv_file(text: str, *, encoding="utf-8", name="assets.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(encoding))


def xlsx_file(rows, *, name="assets.xlsx") -> SimpleUploadedFile:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile(name, file.getvalue())
