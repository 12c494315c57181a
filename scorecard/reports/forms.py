"""The sheet to fill in, one a department: an Excel workbook, or CSV for who has no Excel."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import attrs

from scorecard.problems import Language
from scorecard.reports.spreadsheets import WORDS_STAY
from scorecard.reports.tables import BOM, quiet
from scorecard.targets.forms import AFTER, BEFORE, PROVISIONAL, VERSION, Row, in_unit, periods_of, rows_of
from scorecard.targets.measures import Aggregation
from scorecard.targets.periods import Grain
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.targets.forms import Grains
    from scorecard.targets.measures import Book, Department
    from scorecard.targets.periods import Period

HEAD = 3  #: Row of the headings, from 0; above it stand title and instructions.
_WIDTHS = {"id": 44, "programme": 22, "name": 26, "unit": 8, "target": 14, "last": 20, "provisional": 10, "note": 24, "source": 24}  # fmt: skip
_PERIOD_WIDTH = 12
_LINE = 17  #: Height of a line of text, in points.
_A4 = 9
_LARGEST = 9e15
_FONT = {"ko": "맑은 고딕", "en": "Calibri"}


@attrs.frozen
class Form:
    """What one department is asked to fill in."""

    book: "Book"
    department: "Department"
    rows: "tuple[Row, ...]"
    periods: "tuple[Period, ...]"

    @property
    def language(self) -> Language:
        """Tell the language of the headings."""
        return self.book.office.language

    @property
    def headings(self) -> list[str]:
        """List the headings in their order."""
        second = self.language == "en"
        return [
            *(both[second] for both in BEFORE.values()),
            *(f"{one}\n{_label(one, self.language)}" for one in self.periods),
            *(both[second] for both in AFTER.values()),
        ]

    @property
    def roles(self) -> "list[str | Period]":
        """List what the columns hold."""
        return [*BEFORE, *self.periods, *AFTER]


def _label(period: "Period", language: Language) -> str:
    number = period.first.month if period.grain is Grain.MONTH else period.part
    key = f"form-half-{number}" if period.grain is Grain.HALF else f"form-{period.grain.value}"
    return phrase(key, language, n=number)


def form_of(book: "Book", department: "Department", grain: "Grains", year: int) -> Form:
    """Make the form of a department for the parts of a year."""
    periods = periods_of(year, grain, book.office.year_begins)
    return Form(book, department, tuple(rows_of(book, department.id, year)), tuple(periods))


def csv_form(form: Form) -> str:
    """Write a form as CSV that Excel opens; nothing in it is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(words.split("\n")[0] for words in form.headings)
    writer.writerows([quiet(value) for value in line] for line in _lines(form))
    return BOM + out.getvalue()


def _lines(form: Form) -> Iterator[list[str | float | None]]:
    """List what the sheet shows already: who is asked, and the actuals that stand in the text."""
    for row in form.rows:
        place, indicator = row.place, row.place.indicator
        shown = (place.id, place.programme.name, indicator.name, row.unit, row.target, row.last)
        figures: list[str | float | None] = []
        for period in form.periods:
            value = indicator.actual.get(period)
            number = in_unit(value, row.unit) if value else None
            figures.append(_whole(number) if number is not None else value.text if value else None)
        yield [*shown, *figures, *(None for _ in AFTER)]


def _whole(number: float) -> float:
    return int(number) if number.is_integer() else number


def xlsx_form(form: Form) -> bytes:
    """Write a form as an Excel workbook; raises ImportError where XlsxWriter is not installed."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **WORDS_STAY}) as workbook:
        # A sheet's bytes hang on its content alone, so the day is that of the project.
        workbook.set_properties(
            {"created": datetime.combine(form.book.office.as_of, time()), "title": _title(form)}
        )
        for name, words in _properties(form).items():
            workbook.set_custom_property(name, words, "text")
        sheet = workbook.add_worksheet(_sheet_name(form.department.name))
        formats = _formats(workbook, form)
        _head(sheet, form, formats)
        for at, (row, line) in enumerate(zip(form.rows, _lines(form), strict=True), HEAD + 1):
            _row(sheet, at, line, row, (form, formats))
        _set_up(sheet, form)
    return out.getvalue()


def _properties(form: Form) -> Mapping[str, str]:
    return {
        "scorecard-form": VERSION,
        "scorecard-office": form.book.office.office,
        "scorecard-department": form.department.id,
    }


def _sheet_name(name: str) -> str:
    """Make a name Excel takes for a sheet: 31 characters, without those it uses itself."""
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in name)[:31].strip("'") or "-"


def _title(form: Form) -> str:
    year = form.periods[0].year
    return phrase("form-title", form.language, office=form.book.office.office, department=form.department.name, year=year)  # fmt: skip


def _formats(workbook: Any, form: Form) -> dict[str, Any]:
    font = {"font_name": _FONT[form.language], "font_size": 10, "valign": "vcenter"}
    boxed = {**font, "border": 1, "border_color": "#808080", "text_wrap": True}
    return {
        "title": workbook.add_format({**font, "bold": True, "font_size": 14}),
        "words": workbook.add_format(font),
        "head": workbook.add_format({**boxed, "bold": True, "bg_color": "#D9D9D9", "align": "center"}),
        "shown": workbook.add_format({**boxed, "bg_color": "#F2F2F2", "font_color": "#404040"}),
        "figure": workbook.add_format(
            {**boxed, "locked": False, "num_format": "#,##0.######", "align": "right"}
        ),
        "text": workbook.add_format({**boxed, "locked": False, "num_format": "@"}),
    }


def _head(sheet: Any, form: Form, formats: Mapping[str, Any]) -> None:
    sheet.write_string(0, 0, _title(form), formats["title"])
    sheet.write_string(1, 0, phrase("form-how", form.language), formats["words"])
    for at, (words, role) in enumerate(zip(form.headings, form.roles, strict=True)):
        sheet.set_column(at, at, _WIDTHS.get(str(role), _PERIOD_WIDTH))
        sheet.write_string(HEAD, at, words, formats["head"])
    sheet.set_row(HEAD, 32)


def _row(sheet: Any, at: int, line: Sequence[Any], row: Row, drawn: tuple[Form, Mapping[str, Any]]) -> None:
    """Write one indicator: what is shown is locked, what is asked for is open and checked."""
    form, formats = drawn
    shown = zip(BEFORE, line, strict=False)
    sheet.set_row(
        at, _LINE * max(ceil(_width(str(words)) / (_WIDTHS[role] - 1)) or 1 for role, words in shown)
    )
    numbers = row.place.indicator.aggregation is not Aggregation.JUDGED
    for column, (value, role) in enumerate(zip(line, form.roles, strict=True)):
        is_period = not isinstance(role, str)
        look = "shown" if role in BEFORE else "figure" if is_period and numbers else "text"
        if isinstance(value, int | float):
            sheet.write_number(at, column, value, formats[look])
        elif value:
            sheet.write_string(at, column, value, formats[look])
        else:
            sheet.write_blank(at, column, None, formats[look])
        if is_period and numbers:
            sheet.data_validation(at, column, at, column, _number(row, form.language))
        elif role == "provisional":
            sheet.data_validation(
                at, column, at, column, {"validate": "list", "source": [PROVISIONAL[form.language]]}
            )


def _width(text: str) -> int:
    """Count the columns a text takes: Hangul takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _number(row: Row, language: Language) -> Mapping[str, Any]:
    """Ask for a number, and warn of anything else: `약 100개사` may be what the report says."""
    indicator = row.place.indicator
    figures = [
        value.quantity.value
        for value in (*indicator.target.values(), *indicator.actual.values())
        if value.quantity
    ]
    unit = row.unit or "-"
    return {
        "validate": "decimal", "criteria": "between", "minimum": 0 if min(figures, default=0) >= 0 else -_LARGEST,
        "maximum": _LARGEST, "error_type": "warning",
        "input_title": phrase("form-unit", language, unit=unit)[:32],
        "input_message": phrase("form-figure", language, unit=unit)[:255],
        "error_title": phrase("form-not-number", language)[:32],
        "error_message": phrase("form-not-number-why", language)[:255],
    }  # fmt: skip


def _set_up(sheet: Any, form: Form) -> None:
    """Freeze the headings, lock what is shown, and make it print on A4 across."""
    sheet.freeze_panes(HEAD + 1, 3)
    allowed = ("format_columns", "format_rows", "autofilter", "sort")
    sheet.protect("", dict.fromkeys(allowed, True))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{form.department.name.replace('&', '&&')}&R&P / &N")
