"""The result table as an Excel workbook and as Parquet; both packages are loaded only when asked for."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from scorecard.cards.results import COLUMNS

if TYPE_CHECKING:
    from datetime import date

Rows = Sequence[Mapping[str, Any]]

#: Workbooks in which whatever is words stays words: no formula, link or number is made of them.
WORDS_STAY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

_LISTS = ("findings", "waived", "unknown")
_WHOLE = ("line",)
_NUMBERS = (
    "target", "previous", "actual", "attainment", "start", "stretch", "due", "pace", "forecast", "forecast_low", "forecast_high",
    "p_hit", "score", "score_unadjusted", "points", "weight", "budget", "budget_previous", "budget_change", "budget_spent_rate",
)  # fmt: skip


def xlsx_results(rows: Rows, edition: str, as_of: "date") -> bytes:
    """Write the result table as a workbook; raises ImportError where XlsxWriter is not installed."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **WORDS_STAY}) as workbook:
        # The same results give the same bytes, so the day is theirs.
        workbook.set_properties({"title": edition, "created": datetime.combine(as_of, time())})
        sheet = workbook.add_worksheet("results")
        bold = workbook.add_format({"bold": True})
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
        for at, row in enumerate(rows, 1):
            for column, name in enumerate(COLUMNS):
                _write(sheet, at, column, row[name])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
        sheet.set_column(0, len(COLUMNS) - 1, 14)
    return out.getvalue()


def _write(sheet: Any, at: int, column: int, value: object) -> None:
    """Write a value as what it is; a missing one is an empty cell."""
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, int | float):
        sheet.write_number(at, column, value)
    elif value:
        sheet.write_string(at, column, str(value))


def parquet_results(rows: Rows, edition: str, as_of: "date") -> bytes:
    """Write the result table as Parquet, each column of one type; raises ImportError where PyArrow is not installed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        **dict.fromkeys(COLUMNS, pa.string()), **dict.fromkeys(_NUMBERS, pa.float64()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())), **dict.fromkeys(_WHOLE, pa.int64()),
    }  # fmt: skip
    told = {"edition": edition, "as_of": as_of.isoformat()}
    schema = pa.schema([(name, kinds[name]) for name in COLUMNS], metadata=told)
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), out)
    return out.getvalue()
