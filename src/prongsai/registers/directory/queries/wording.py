"""Words that are frozen with the directory in both languages, and how they are said."""

from collections.abc import Mapping
from datetime import date, time

from prongsai.registers.directory.models import Branch, ChannelKind

Both = dict[str, str]

BRANCHES: Mapping[str, Both] = {
    Branch.POLITICAL: {"th": "ฝ่ายการเมือง", "en": "Political side"},
    Branch.PERMANENT: {"th": "ฝ่ายประจำ", "en": "Permanent side"},
}
CHANNELS: Mapping[str, Both] = {
    ChannelKind.PHONE: {"th": "โทรศัพท์", "en": "Telephone"},
    ChannelKind.FAX: {"th": "โทรสาร", "en": "Fax"},
    ChannelKind.EMAIL: {"th": "ไปรษณีย์อิเล็กทรอนิกส์", "en": "E-mail"},
    ChannelKind.LINE: {"th": "LINE Official Account", "en": "LINE Official Account"},
    ChannelKind.FACEBOOK: {"th": "เพจเฟซบุ๊ก", "en": "Facebook page"},
    ChannelKind.MESSENGER: {"th": "Messenger", "en": "Messenger"},
    ChannelKind.BOARD: {"th": "กระดานถาม-ตอบ", "en": "Web board"},
    ChannelKind.CHAT: {"th": "สนทนาบนเว็บไซต์", "en": "Chat on the website"},
    ChannelKind.OTHER: {"th": "ช่องทางอื่น", "en": "Other channel"},
}
WEEKDAYS: tuple[Both, ...] = (
    {"th": "วันจันทร์", "en": "Monday"},
    {"th": "วันอังคาร", "en": "Tuesday"},
    {"th": "วันพุธ", "en": "Wednesday"},
    {"th": "วันพฤหัสบดี", "en": "Thursday"},
    {"th": "วันศุกร์", "en": "Friday"},
    {"th": "วันเสาร์", "en": "Saturday"},
    {"th": "วันอาทิตย์", "en": "Sunday"},
)
VACANT: Both = {"th": "ว่าง", "en": "Vacant"}
ACTING: Both = {"th": "รักษาการ", "en": "Acting"}
YES: Both = {"th": "ใช่", "en": "Yes"}
NO: Both = {"th": "ไม่ใช่", "en": "No"}


def both(thai: str, english: str) -> Both:
    """Return a text in both languages; the Thai one where nobody wrote English."""
    return {"th": thai, "en": english or thai}


def day_text(day: date | None) -> str:
    """Write a day as machines read it, nothing for none."""
    return "" if day is None else day.isoformat()


def hour_text(hour: time) -> str:
    """Write an hour as ``08:30``."""
    return f"{hour:%H:%M}"
