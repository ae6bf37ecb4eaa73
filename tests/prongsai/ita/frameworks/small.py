"""A framework of an invented year, small enough to break one line at a time."""

from prongsai.ita.errors import BadFramework
from prongsai.ita.frameworks.loader import parse
from prongsai.ita.frameworks.table import Problem

SMALL = """
year = 2580
revision = 1
item_count = { value = 2, source = ["A"], confidence = "one-source" }

[instruments.IIT]
th = "ภายใน"
en = "Internal"
weight = 0.30
source = ["A", "B"]
confidence = "confirmed"

[instruments.EIT]
th = "ภายนอก"
en = "External"
weight = 0.30
source = ["A", "B"]
confidence = "confirmed"

[instruments.OIT]
th = "เปิดเผย"
en = "Open"
weight = 0.40
source = ["A", "B"]
confidence = "confirmed"

[indicators.1]
instrument = "IIT"
th = "หนึ่ง"
en = "One"
aliases = ["หนึ่งเดียว"]
source = ["A"]
confidence = "one-source"

[indicators.2]
instrument = "EIT"
th = "สอง"
en = "Two"
source = ["A"]
confidence = "one-source"

[indicators.3]
instrument = "OIT"
th = "สาม"
en = "Three"
source = ["A"]
confidence = "inferred"

[levels]
scheme = "words"
pass_mark = 80
source = ["A"]
confidence = "one-source"

[[levels.rules]]
code = "good"
th = "ดี"
en = "Good"
min_total = 80
min_each_instrument = 80
passes = true
source = ["A"]
confidence = "one-source"

[[levels.rules]]
code = "low"
th = "ต่ำ"
en = "Low"
min_total = 0
passes = false
source = ["A"]
confidence = "one-source"

[scales.all]
values = [0, 100]
labels = ["ไม่ครบ", "ครบ"]
source = ["A"]
confidence = "one-source"

[subindicators."3.1"]
th = "กลุ่ม"
en = "Group"
count = { value = 2, source = ["A"], confidence = "one-source" }
source = ["A"]
confidence = "one-source"

[items.o1]
sub = "3.1"
th = "ข้อหนึ่ง"
en = "Item one"
subjects = ["thing"]
scale = "all"
data_year = { value = 2579, source = ["B"], confidence = "one-source" }
cut_off = { value = 2037-03-31, source = ["A"], confidence = "inferred" }
source = ["A"]
confidence = "one-source"
elements = [
  { key = "thing.name", th = "ชื่อ", source = ["A"], confidence = "one-source" },
  { key = "thing.price", th = "ราคา", local_only = true, source = ["B"], confidence = "inferred" },
]

[items.o2]
sub = "3.1"
th = "ข้อสอง"
en = "Item two"
subjects = ["other"]
source = ["A"]
confidence = "one-source"

[questions.i1]
indicator = 1
th = "คำถาม"
scale = "all"
parts = [{ th = "ส่วนหนึ่ง" }, { th = "ส่วนสอง", scale = "all" }]
source = ["A"]
confidence = "one-source"

[aspects.1]
th = "ด้านหนึ่ง"
en = "Aspect one"
source = ["A"]
confidence = "one-source"

[documents.report]
item = "o2"
th = "รายงาน"
en = "Report"
based_on = { value = 2579, source = ["A"], confidence = "one-source" }
source = ["A"]
confidence = "one-source"

[documents.report.layouts.columns]
columns = ["มาตรการ", "ผล"]
source = ["A"]
confidence = "one-source"

[calendar.announcement]
th = "ประกาศ"
en = "Announced"
text = "1-2 ส.ค. 2580"
start = 2037-08-01
end = 2037-08-02
source = ["A"]
confidence = "one-source"

[[rules]]
instrument = "OIT"
th = "กติกา"
en = "Rule"
source = ["A"]
confidence = "one-source"

[[missing]]
about = "o2"
th = "องค์ประกอบของข้อสอง"
en = "What item two must show"

[sources]
A = "an invented manual"
B = "an invented website"
"""


def found_in(text: str) -> list[tuple[str, str]]:
    """Return code and place of every problem that a text is refused for."""
    try:
        parse(text, "fy2580.toml")
    except BadFramework as error:
        details = error.facts["details"]
        assert isinstance(details, tuple)
        problems = [p for p in details if isinstance(p, Problem)]
        assert all(p.sentence("th") and p.sentence("en") for p in problems)
        return [(p.code, p.where) for p in problems]
    return []


def with_change(old: str, new: str) -> str:
    """Return the small framework with one passage replaced."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)
