"""The parts of a poster as blocks to paint, and as lines to be read aloud."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.registers.news.documents.drawing import Cut, Data
from prongsai.registers.news.documents.wording import heading, said
from prongsai.registers.news.models.poster_contents import Said, Subject

_BODY, _STEP, _FACT, _AREA, _HEADING = (
    11,
    10,
    10,
    8,
    9,
)  # em a word may be wide, at most


@dataclass(frozen=True)
class Parts:
    """What one poster says."""

    subject: Subject
    data: Mapping[str, Said]

    def line(self, key: str) -> str:
        """Return a part of one line; nothing where it is not there."""
        found = self.data.get(key, "")
        return found if isinstance(found, str) else ""

    def rows(self, key: str) -> list[str]:
        """Return the lines of a part."""
        return [row for row in self.data.get(key, []) if isinstance(row, str)]

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """Return the pairs of a part."""
        found = self.data.get(key, [])
        return [(row[0], row[1]) for row in found if isinstance(row, list)]

    def amounts(self) -> list[tuple[str, Decimal]]:
        """Return the areas of a budget with their amounts."""
        return [(label, Decimal(amount)) for label, amount in self.pairs("amounts")]

    def columns(
        self, year: int, *, cut: Cut, survey: Data | None
    ) -> tuple[list[Data], list[Data]]:
        """Return the blocks: what matters most, and what stands after it."""
        if self.subject is Subject.BUDGET:
            return self._budget(year, cut)
        paint = {
            Subject.SERVICE: self._service,
            Subject.COMPLAINT: self._complaint,
            Subject.FREE: self._free,
        }.get(self.subject)
        return paint(cut) if paint else self._survey(cut, survey)

    def _service(self, cut: Cut) -> tuple[list[Data], list[Data]]:
        steps = [
            {"label": cut(str(n), 4), "text": cut(text, _STEP), "time": cut(time, 6)}
            for n, (text, time) in enumerate(self.pairs("steps"), 1)
        ]
        facts = [
            {"label": cut(heading(key), _FACT), "value": cut(self.line(key), _FACT)}
            for key in ("fee", "channel")
            if self.line(key)
        ]
        second = [_points("documents", self.rows("documents"), cut)]
        second.append({"kind": "facts", "heading": [], "rows": facts})
        return [_block("steps", "steps", steps, cut=cut)], _kept(second)

    def _complaint(self, cut: Cut) -> tuple[list[Data], list[Data]]:
        rows = [
            {"label": cut(label, _BODY), "value": cut(value, _FACT)}
            for label, value in self.pairs("channels")
        ]
        promise = [cut(row, _BODY) for row in self.rows("promise")]
        first = _block("facts", "channels", rows, cut=cut)
        return [first], [_block("promise", "promise", promise, cut=cut)]

    def _free(self, cut: Cut) -> tuple[list[Data], list[Data]]:
        texts = [cut(row, _BODY) for row in self.rows("paragraphs")]
        points = _points("", self.rows("points"), cut)
        return [{"kind": "texts", "heading": [], "rows": texts}], _kept([points])

    def _budget(self, year: int, cut: Cut) -> tuple[list[Data], list[Data]]:
        total = self._total()
        largest = max((amount for _label, amount in self.amounts()), default=Decimal(0))
        rows = [
            {
                "label": cut(label, _AREA),
                "amount": cut(self._amount(amount), _STEP),
                "share": float(amount / largest * 100) if largest else 0,
            }
            for label, amount in self.amounts()
        ]
        whole: Data = {
            "kind": "total",
            "label": cut(said("total", year=str(year)), _BODY),
            "value": cut(said("baht", amount=_written(total)), 7),
        }
        source = (
            said("source", source=self.line("source")) if self.line("source") else ""
        )
        last: Data = {
            "kind": "texts",
            "heading": [],
            "rows": [cut(source, _BODY)] * bool(source),
        }
        return [whole, _block("bars", "amounts", rows, cut=cut)], _kept([last])

    def _survey(self, cut: Cut, code: Data | None) -> tuple[list[Data], list[Data]]:
        until = said("until", until=self.line("until")) if self.line("until") else ""
        rows = [cut(until, _BODY)] * bool(until)
        first: list[Data] = [{"kind": "code", **code, "rows": rows}] if code else []
        how = _points("how", self.rows("how"), cut)
        survey = _block("promise", "survey", [cut(said("survey"), _BODY)], cut=cut)
        return first, [*_kept([how]), survey]

    def _total(self) -> Decimal:
        return sum((amount for _label, amount in self.amounts()), Decimal(0))

    def _amount(self, amount: Decimal) -> str:
        total = self._total()
        percent = f"{amount / total * 100:.1f}" if total else "0"
        return said("part", amount=_written(amount), percent=percent)

    def lines(self, year: int) -> Iterator[str]:
        """Give everything that is said, in the order of the sheet."""
        yield from filter(None, [self.line("lead")])
        if self.subject is Subject.BUDGET:
            yield f"{said('total', year=str(year))} {said('baht', amount=_written(self._total()))}"
        for key, found in self.data.items():
            if key not in {"lead", "address"} and found:
                yield from self._read(key)
        if self.subject is Subject.EIT:
            yield said("survey")
        if self.line("address"):
            yield said("qr", address=self.line("address"))

    def _read(self, key: str) -> Iterator[str]:
        if key in _HEADED:
            yield heading(key)
        if key == "amounts":
            yield from (f"{label} {self._amount(n)}" for label, n in self.amounts())
        elif isinstance(self.data[key], str):
            yield said(key, **{key: self.line(key)}) if key in _SAID else self.line(key)
        else:
            yield from self.rows(key)
            yield from (" ".join(filter(None, pair)) for pair in self.pairs(key))


_HEADED = frozenset(
    {"steps", "documents", "fee", "channel", "amounts", "channels", "promise", "how"}
)
_SAID = frozenset({"source", "until"})


def _block(kind: str, key: str, rows: Sequence[object], *, cut: Cut) -> Data:
    return {"kind": kind, "heading": cut(heading(key), _HEADING), "rows": list(rows)}


def _points(key: str, rows: Sequence[str], cut: Cut) -> Data:
    title = cut(heading(key), _HEADING) if key else []
    return {
        "kind": "points",
        "heading": title,
        "rows": [cut(row, _BODY) for row in rows],
    }


def _kept(blocks: Sequence[Data]) -> list[Data]:
    """Leave out what has nothing to say."""
    return [block for block in blocks if block.get("rows", True)]


def _written(amount: Decimal) -> str:
    return f"{amount:,.2f}".removesuffix(".00")
