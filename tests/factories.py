"""Reports of offices that do not exist: realistic ones, and any sane one at all."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from prongsai.ita.documents.model.report import (
    Aspect,
    Changes,
    Item,
    Kind,
    Measure,
    Memo,
    Narrative,
    Organisation,
    Period,
    Report,
    Role,
    Score,
    Signer,
)
from prongsai.ita.thai.digits import to_thai
from prongsai.ita.thai.periods import parse_period

YEAR = 2568

ASPECTS = (
    "ทำงานตามขั้นตอนที่เปิดเผย",
    "บริการที่ขอได้จากบ้าน",
    "บอกข่าวให้ถึงทุกหมู่บ้าน",
    "ดูแลของหลวงอย่างรู้คุณค่า",
    "ใช้เงินและจัดหาพัสดุให้ตรวจสอบได้",
    "ใช้อำนาจและดูแลคนอย่างเป็นธรรม",
    "ป้องกันการโกงตั้งแต่ต้นทาง",
)
INDICATORS = {
    "1": ("IIT", "การปฏิบัติหน้าที่"),
    "2": ("IIT", "การใช้งบประมาณ"),
    "3": ("IIT", "การใช้อำนาจ"),
    "4": ("IIT", "การใช้ทรัพย์สินของราชการ"),
    "5": ("IIT", "การแก้ไขปัญหาการทุจริต"),
    "6": ("EIT", "คุณภาพการดำเนินงาน"),
    "7": ("EIT", "ประสิทธิภาพการสื่อสาร"),
    "8": ("EIT", "การปรับปรุงระบบการทำงาน"),
    "9": ("OIT", "การเปิดเผยข้อมูล"),
    "10": ("OIT", "การป้องกันการทุจริต"),
}
DEEDS = (
    "ติดป้ายบอกเวลาให้บริการหน้าเคาน์เตอร์ทุกจุด",
    "วาดผังงานรับคำขอเป็นภาพหนึ่งหน้าแล้วแจกผู้ใหญ่บ้าน",
    "ซ้อมตอบคำถามทางโทรศัพท์ร่วมกันทุกบ่ายวันศุกร์",
    "เปิดแบบฟอร์มยืมเต็นท์และเก้าอี้ผ่านหน้าเว็บ",
    "อ่านรายการจัดซื้อของเดือนก่อนผ่านหอกระจายข่าว",
    "ให้ชาวบ้านสองคนร่วมตรวจรับถนนคอนกรีต",
    "สลับผู้ตรวจใบเบิกน้ำมันทุกสองเดือน",
    "นับครุภัณฑ์พร้อมถ่ายภาพและติดรหัสสี",
    "ชวนเยาวชนทำคลิปสั้นเรื่องไม่รับของขวัญ",
    "เก็บซองร้องเรียนต่อหน้าพยานสามคน",
)
RESULTS = (
    "ติดป้ายแล้ว 6 จุดเมื่อเดือนพฤศจิกายน ผู้มารอคิวเห็นเวลาก่อนถามเจ้าหน้าที่",
    "แจกผังงาน 480 แผ่นครบทั้ง 12 หมู่บ้าน",
    "จัดซ้อม 22 ครั้ง มีผู้เข้าร่วมเฉลี่ยครั้งละ 14 คน",
    "มีคำขอยืมผ่านเว็บ 73 รายการ คืนตรงวัน 70 รายการ",
    "ออกอากาศ 12 ตอน ตอนละไม่เกินเจ็ดนาที",
)
CHANGES_SEEN = (
    "เวลารอเฉลี่ยลดจาก 25 นาที เหลือ 16 นาที",
    "คนถามซ้ำเรื่องเอกสารน้อยลงครึ่งหนึ่ง",
    "ไม่มีรายการพัสดุค้างคืนข้ามปี",
    "ชาวบ้านเสนอแก้ราคากลาง 2 ครั้งและแก้ตามทั้ง 2 ครั้ง",
)
UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา",
    "กองสวัสดิการสังคม",
    "งานพัสดุ กองคลัง",
)
PERIODS = (
    "ต.ค. 67 - ก.ย. 68",
    "ตุลาคม ๒๕๖๗ - มีนาคม ๒๕๖๘",
    "ม.ค. 2568 - มี.ค. 2568",
    "1 ตุลาคม 2567 - 31 ธันวาคม 2567",
)


def make_organisation(**changes: str) -> Organisation:
    office = Organisation(
        type="องค์การบริหารส่วนตำบล",
        name="ทดสอบดี",
        district="ตัวอย่าง",
        province="สมมติ",
    )
    return replace(office, **changes)


def make_memo() -> Memo:
    return Memo(
        from_="สำนักปลัด องค์การบริหารส่วนตำบลทดสอบดี โทร. 0-0000-0000",
        number="สม ๐๐๐๐๑/๔๒",
        date="2025-10-08",
        subject="ส่งรายงานผลมาตรการของปีงบประมาณ พ.ศ. ๒๕๖๘",
        to="นายกองค์การบริหารส่วนตำบลทดสอบดี",
        body=(
            (
                "ตามที่คณะทำงานได้ติดตามมาตรการทั้งเจ็ดด้านตลอดปี พร้อมนับผลจากสมุดคุม"
                "ของแต่ละกองแล้ว ปรากฏว่าเสร็จครบทุกเรื่อง และมีสองเรื่องที่ควรทำต่อในปีหน้า"
            ),
            "สำนักปลัดจึงรวบรวมตัวเลขและภาพถ่ายไว้ในรายงานที่แนบมานี้ เพื่อให้ผู้บริหารดูก่อนนำขึ้นหน้าเว็บ",
            "จึงเรียนมาเพื่อโปรดพิจารณา",
        ),
        signers=(
            Signer(
                name="นางสาวสมหญิง ตัวอย่างดี",
                position="นักวิเคราะห์นโยบายและแผนปฏิบัติการ",
                role=Role.PROPOSER,
            ),
            Signer(name="นายสมชาย ทดลอง", position="หัวหน้าสำนักปลัด", role=Role.HEAD),
            Signer(
                name="นางสมศรี สมมติ",
                position="ปลัดองค์การบริหารส่วนตำบลทดสอบดี",
                role=Role.CLERK,
            ),
            Signer(
                name="นายสมหมาย นามสมมุติ",
                position="นายกองค์การบริหารส่วนตำบลทดสอบดี",
                role=Role.MAYOR,
            ),
        ),
    )


def make_items(*texts: str, marker: str = "{}.") -> tuple[Item, ...]:
    """Number texts with Thai digits; a text alone has no marker."""
    if len(texts) == 1:
        return (Item(marker="", text=texts[0]),)
    return tuple(
        Item(marker=to_thai(marker.format(place)), text=text)
        for place, text in enumerate(texts, 1)
    )


def make_period(text: str = PERIODS[0], year: int = YEAR) -> Period:
    span = parse_period(text, year)
    return Period(
        text=text, start=span.start if span else None, end=span.end if span else None
    )


def make_measure(place: int = 0, **changes: object) -> Measure:
    aspect = place % len(ASPECTS)
    steps = [DEEDS[(place + n) % len(DEEDS)] for n in range(1, 4)]
    nested = Item(
        marker="๔.",
        text="สรุปให้ผู้บริหารทราบ โดยแยกเป็น",
        items=(
            Item(marker="-", text="เรื่องที่เสร็จแล้ว"),
            Item(marker="-", text="เรื่องที่ต้องทำต่อ"),
        ),
    )
    results = [RESULTS[(place + n) % len(RESULTS)] for n in range(2)]
    measure = Measure(
        ref=f"{aspect + 1}.1",
        aspect=Aspect(number=str(aspect + 1), title=ASPECTS[aspect]),
        title=DEEDS[place % len(DEEDS)],
        steps=(*make_items(*steps), nested),
        period=make_period(PERIODS[place % len(PERIODS)]),
        responsible=UNITS[: 1 + place % 3],
        outputs=make_items(*results),
        outcomes=make_items(CHANGES_SEEN[place % len(CHANGES_SEEN)]),
    )
    return replace(measure, **changes)  # type: ignore[arg-type]  # checked at run time


def make_scores(before: int = YEAR - 1, after: int = YEAR) -> tuple[Score, ...]:
    earlier = ["98.40", "97.00", "96.20", "91.35", "95.00"]
    earlier += ["88.10", "84.62", "80.05", "100.00", "92.50"]
    later = ["99.10", "97.00", "97.05", "95.80", "96.45"]
    later += ["90.25", "89.90", "86.00", "96.20", "100.00"]
    return tuple(
        Score(
            indicator=number,
            instrument=instrument,
            name=name,
            years={str(before): old, str(after): new},
            change=change_word(old, new),
        )
        for (number, (instrument, name)), old, new in zip(
            INDICATORS.items(), earlier, later, strict=True
        )
    )


def change_word(old: str, new: str) -> str:
    if Decimal(old) == Decimal(new):
        return "เท่าเดิม"
    return "เพิ่มขึ้น" if Decimal(new) > Decimal(old) else "ลดลง"


def make_report(**changes: object) -> Report:
    """A year's results: memo, and one measure for each aspect."""
    report = Report(
        kind=Kind.MEASURES_RESULT,
        title="รายงานผลมาตรการโปร่งใสของหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        organisation=make_organisation(),
        fiscal_year=YEAR,
        memo=make_memo(),
        measures=tuple(make_measure(place) for place in range(len(ASPECTS))),
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # checked at run time


def make_analysis(**changes: object) -> Report:
    """A year's scores beside the year before, with two narratives."""
    report = Report(
        kind=Kind.SCORES,
        title="รายงานวิเคราะห์คะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        organisation=make_organisation(),
        fiscal_year=YEAR,
        scores=make_scores(),
        totals={"2567": "91.98", "2568": "94.97"},
        levels={"2567": "ผ่าน", "2568": "ผ่านดี"},
        changes=Changes(total="เพิ่มขึ้น", level="เพิ่มขึ้น"),
        narratives=(
            Narrative(indicator="8", text="ผู้มาติดต่อยังเห็นว่าแบบฟอร์มยาวเกินไป"),
            Narrative(indicator="9", text="ขาดแผนใช้จ่ายเงินของไตรมาสสุดท้าย"),
        ),
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # checked at run time


def make_plan(**changes: object) -> Report:
    """Next year's measures, one or two for each indicator."""
    plain = {"aspect": None, "outputs": (), "outcomes": ()}
    measures = tuple(
        make_measure(
            place,
            indicator=str(1 + place // 2),
            ref=f"{1 + place // 2}.{1 + place % 2}",
            analysis=f"คะแนนข้อนี้ต่ำกว่าที่ตั้งใจไว้ {place + 1} คะแนน",
            **plain,
        )
        for place in range(6)
    )
    report = Report(
        kind=Kind.ANALYSIS_AND_PLAN,
        title="แผนยกระดับความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        organisation=make_organisation(),
        fiscal_year=YEAR,
        measures=measures,
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # checked at run time


# Any sane report. Texts are phrases an officer could have written: they begin with
# a letter, hold single spaces and look like neither a marker, a label nor a header.

_PHRASES = st.sampled_from(
    (*DEEDS, *RESULTS, *CHANGES_SEEN, "พบกันที่ศาลากลางบ้าน", "ตามแบบ e-GP 67A12")
)
texts = st.lists(_PHRASES, min_size=1, max_size=3).map(" ".join)
"""A text of a few phrases."""

_MARKERS = st.sampled_from(("{}.", "{})", "({})"))


def _numbered(found: list[str], style: str, *, thai: bool) -> tuple[Item, ...]:
    markers = (style.format(place) for place in range(1, len(found) + 1))
    return tuple(
        Item(marker=to_thai(marker) if thai else marker, text=text)
        for marker, text in zip(markers, found, strict=True)
    )


@st.composite
def items(draw: st.DrawFn, least: int = 0) -> tuple[Item, ...]:
    """The points of one cell: one without marker, numbered ones, bullets below."""
    found = draw(st.lists(texts, min_size=least, max_size=4))
    if len(found) < 2:
        return tuple(Item(marker="", text=text) for text in found)
    thai = draw(st.booleans())
    top = list(_numbered(found, draw(_MARKERS), thai=thai))
    if draw(st.booleans()):
        under = draw(st.lists(texts, min_size=1, max_size=3))
        below = tuple(Item(marker="-", text=text) for text in under)
        place = draw(st.integers(0, len(top) - 1))
        top[place] = replace(top[place], items=below)
    return tuple(top)


@st.composite
def measures(draw: st.DrawFn, *, result: bool = True) -> tuple[Measure, ...]:
    """Measures of one report: all under aspects, or all numbered in a row."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    under = draw(st.booleans())
    found = [
        (aspect, place)
        for aspect, size in enumerate(sizes, 1)
        for place in range(1, size + 1)
    ]
    return tuple(
        Measure(
            ref=f"{aspect}.{place}" if under else str(running),
            aspect=Aspect(number=str(aspect), title=ASPECTS[aspect]) if under else None,
            title=draw(texts),
            steps=draw(items(least=1)),
            period=draw(st.sampled_from([None, *map(make_period, PERIODS)])),
            responsible=tuple(draw(st.lists(st.sampled_from(UNITS), unique=True))),
            outputs=draw(items()) if result else (),
            outcomes=draw(items()) if result else (),
        )
        for running, (aspect, place) in enumerate(found, 1)
    )


narrations = st.lists(texts, min_size=1, max_size=2).map("\n".join)
"""What is said of an indicator: a paragraph or two."""

points = st.integers(0, 10_000).map(lambda n: f"{Decimal(n) / 100:.2f}")
"""Points as printed: 0.00 to 100.00."""


@st.composite
def scores(draw: st.DrawFn) -> tuple[Score, ...]:
    """All ten indicators of two years."""
    found = []
    for score in make_scores():
        old, new = draw(points), draw(points)
        years = {str(YEAR - 1): old, str(YEAR): new}
        found.append(replace(score, years=years, change=change_word(old, new)))
    return tuple(found)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any sane report of results, with or without memo and scores."""
    report = make_report(
        memo=draw(st.sampled_from([None, make_memo()])), measures=draw(measures())
    )
    if draw(st.booleans()):
        spoken = draw(st.lists(st.sampled_from([*INDICATORS]), unique=True))
        said = sorted(spoken, key=int)
        report = replace(
            report,
            scores=draw(scores()),
            totals=make_analysis().totals,
            levels=make_analysis().levels,
            changes=make_analysis().changes,
            narratives=tuple(
                Narrative(indicator=number, text=draw(narrations)) for number in said
            ),
        )
    return report


@st.composite
def plans(draw: st.DrawFn) -> Report:
    """Any sane plan: measures for some indicators, with or without the scores."""
    chosen = draw(st.lists(st.sampled_from([*INDICATORS]), min_size=1, unique=True))
    planned = tuple(
        Measure(
            ref=f"{indicator}.{place}",
            indicator=indicator,
            title=draw(texts),
            analysis=draw(texts),
            steps=draw(items(least=1)),
            period=make_period(draw(st.sampled_from(PERIODS))),
            responsible=tuple(draw(st.lists(st.sampled_from(UNITS), unique=True))),
        )
        for indicator in sorted(chosen, key=int)
        for place in range(1, 1 + draw(st.integers(1, 2)))
    )
    plan = make_plan(measures=planned)
    return replace(plan, scores=draw(scores())) if draw(st.booleans()) else plan
