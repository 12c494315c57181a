"""The columns of the indicator table: how much each needs, and where it then stands."""

from collections.abc import Iterable, Sequence

import attrs

from scorecard.cards.card import DepartmentCard, Row
from scorecard.reports.layout.figures import PLAIN, FigureColumn, Styles, measure_column, share_out
from scorecard.reports.marks.bars import Scale
from scorecard.reports.marks.severities import HEIGHT, badge_width
from scorecard.reports.marks.statuses import status_width
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import BODY, SMALL, SMALL_SOFT, WIDTH

HEADS = 7  # Without a column of actuals.
GAP = 9.0  # Between two columns.
NAME_LEAST = 116.0
BAR_WIDE, BAR_NARROW = 112.0, 78.0  # Without and with a column of actuals.
FIGURE_LEAST = 26.0
WIDEST = 84.0  # A column of figures is never wider.
BADGES = 3  # So many findings side by side.
BADGE_GAP = 2.0
INDENT = 8.0  # Of rows under their programme; parts twice.
PART: Styles = (SMALL, SMALL_SOFT)


@attrs.frozen
class Grid:
    """Where the columns of the indicator table stand."""

    name: float  #: Width of the names, which begin at 0.
    figures: tuple[FigureColumn, ...]  #: Previous, target, actual if there is one, change.
    scale: Scale
    start: float  #: Where the printed per cent ends.
    status: float
    notes: float


def rows_of(card: DepartmentCard) -> list[Row]:
    """List all rows of a card."""
    return [row for group in card.groups for row in group.rows]


def has_actuals(card: DepartmentCard) -> bool:
    """Tell whether there is a column for actuals of this year."""
    return len(card.heads) == HEADS + 1 or any(row.actual for row in rows_of(card))


def styles_of(row: Row) -> Styles:
    """Tell how the figures of a row are set: a part's smaller."""
    return PART if row.depth else PLAIN


def figures_of(row: Row, *, actuals: bool) -> tuple[str, ...]:
    """List the figures of a row in the order of their columns."""
    return (row.previous, row.target, *([row.actual] if actuals else []), row.change)


def widest(words: Iterable[str]) -> float:
    """Tell the width of the widest of some small texts."""
    return max((text_width(each, SMALL) for each in words), default=0.0)


def figure_widths(card: DepartmentCard, room: float) -> list[tuple[float, float]]:
    """Find the widths of numbers and units in each column of figures."""
    actuals, rows = has_actuals(card), rows_of(card)
    texts = [figures_of(row, actuals=actuals) for row in rows]
    styles = [styles_of(row) for row in rows]
    columns = [list(zip(column, styles, strict=True)) for column in zip(*texts, strict=True)]
    least = [max(text_width(head, SMALL), FIGURE_LEAST) for head in figure_heads(card)]
    columns = columns or [[] for _ in least]
    natural = [sum(measure_column(cells, WIDEST, head)) for cells, head in zip(columns, least, strict=True)]
    limit = share_out(natural, room)
    widths = [measure_column(cells, limit, head) for cells, head in zip(columns, least, strict=True)]
    for place, (cells, head) in enumerate(zip(columns, least, strict=True)):
        spare = room - sum(map(sum, widths)) + sum(widths[place])
        widths[place] = widest_within(cells, head, spare, limit)
    return widths


def widest_within(
    cells: Sequence[tuple[str, Styles]], head: float, spare: float, limit: float
) -> tuple[float, float]:
    """Let a column be wider than the limit of all, as far as the others left room."""
    for most in (WIDEST - place for place in range(max(int(WIDEST - limit), 0))):
        widths = measure_column(cells, most, head)
        if sum(widths) <= spare:
            return widths
    return measure_column(cells, limit, head)


def figure_heads(card: DepartmentCard) -> tuple[str, ...]:
    """List the heads of the columns of figures."""
    return card.heads[1:-3]


def make_grid(card: DepartmentCard) -> Grid:
    """Share the width of the page among the columns of a card."""
    rows = rows_of(card)
    bar = BAR_NARROW if has_actuals(card) else BAR_WIDE
    start = max(widest(row.start for row in rows), 16.0) + 4.0
    status = max((status_width(row.status_word, row.status) for row in rows), default=40.0)
    badges = badges_width([*(row.notes for row in rows), *(group.notes for group in card.groups)])
    notes = max(widest([card.heads[-1]]), min(badges, BADGES * (HEIGHT + 2.0)))
    fixed = bar + start + status + notes + (len(figure_heads(card)) + 3) * GAP
    names = (text_width(row.name, BODY) + INDENT * (1 + row.depth) for row in rows)
    widths = figure_widths(card, WIDTH - min(max(names, default=0.0), NAME_LEAST) - fixed)
    name = WIDTH - fixed - sum(number + unit for number, unit in widths)
    return place_columns(name, widths, bar, (start, status, notes))


Ends = tuple[float, float, float]  # Widths of per cent, status and notes.


def place_columns(name: float, widths: list[tuple[float, float]], bar: float, ends: Ends) -> Grid:
    """Put columns side by side."""
    x, columns = name, []
    for number, unit in widths:
        x += GAP + number + unit
        columns.append(FigureColumn(x, number, unit))
    left = x + GAP + 3.0
    right = left + bar - 3.0
    start, _, notes = ends
    status = right + start + GAP
    return Grid(name, tuple(columns), Scale(left, right), right + start, status, WIDTH - notes)


def badges_width(lines: Iterable[tuple[int, ...]]) -> float:
    """Tell how much the longest list of findings takes side by side."""
    lists = ([badge_width(str(number)) + BADGE_GAP for number in numbers] for numbers in lines)
    return max((sum(each) - BADGE_GAP for each in lists if each), default=0.0)
