"""Random cards: names of one syllable and of a hundred, figures, gaps, any number of everything."""

from hypothesis import strategies as st

from scorecard.cards.card import (
    BudgetRow,
    BudgetTable,
    Bullet,
    DepartmentCard,
    DepartmentLine,
    Group,
    Note,
    Part,
    Row,
    StepMark,
    StepState,
    Tally,
    Uncovered,
)
from scorecard.cards.sheets import Tile
from scorecard.wording.terms import Severity, Status, term

from .samples import BUDGET_HEADS, HEADS, HEADS_WITH_ACTUAL

syllables = st.sampled_from("가나다라마바사아자차카타파하청년취업사관학교조성운영·(),.%AI0123")
words = st.text(syllables, min_size=1, max_size=14) | st.text(syllables, min_size=30, max_size=70)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)
long_sentences = st.lists(words, min_size=1, max_size=60).map(" ".join)
figures = st.sampled_from(
    ["", "–", "신규", "76%", "3,303명", "1조 2,641억원", "5,700여 명", "최대 57실", "△4.11%p", "4회 이상",
     "신규 투자유치 확대 및 글로벌 협력", "12조 2,641억 3,000만원", "1,204명(누적, 2026. 1. 31.)"]
)  # fmt: skip
ratios = st.none() | st.floats(min_value=-1, max_value=20)
reasons = st.sampled_from(["", "기준 없음", "비교할 수 없는 실적"])
bullets = st.builds(Bullet, ratios, ratios, reasons, st.booleans(), ratios, ratios, ratios, ratios)
shares = st.none() | st.floats(-1, 1)
parts = st.lists(st.builds(Part, shares, shares, st.booleans()), max_size=12).map(tuple)
statuses, severities = st.sampled_from(Status), st.sampled_from(Severity)


@st.composite
def steps(draw: st.DrawFn, row: int) -> tuple[StepMark, ...]:
    """Draw the steps of a row, named `s<row>y0x` and on; now and then more than a page holds."""
    few = st.integers(0, 5)
    count = draw(few if row % 100 else few | st.just(150))
    states, names = st.sampled_from(StepState), [draw(sentences) for _ in range(min(count, 5))]
    return tuple(
        StepMark(f"s{row}y{place}x {names[place % 5]}", draw(words), draw(states), draw(st.just("") | words))
        for place in range(count)
    )


@st.composite
def rows(draw: st.DrawFn, place: int, actuals: bool) -> Row:
    """Draw a row whose name begins with `r<place>x` and ends with `e<place>x`; motion and override alike."""
    status = draw(statuses)
    return Row(
        f"row-{place}", f"r{place}x {draw(sentences)} e{place}x", draw(figures), draw(figures),
        draw(figures) if actuals else "", draw(figures), draw(st.sampled_from(["", "82.6%", "1,240%"])),
        draw(bullets), status, term(status, "ko"), tuple(draw(st.lists(st.integers(1, 40), max_size=9))),
        draw(st.integers(0, 1)), draw(st.just("") | sentences.map(lambda each: f"m{place}x {each}")), draw(parts),
        draw(steps(place)), draw(st.just("") | sentences.map(lambda each: f"o{place}x {each}")),
    )  # fmt: skip


@st.composite
def groups(draw: st.DrawFn, place: int, actuals: bool) -> Group:
    """Draw a programme; now and then one longer than a page."""
    count = draw(st.integers(0, 4) | st.just(60))
    made = tuple(draw(rows(place * 100 + each, actuals)) for each in range(min(count, 3)))
    more = tuple(
        Row(f"row-{each}", f"r{each}x e{each}x", "–", "–", "", "–", "", Bullet(), Status.NOT_DUE, "미도래")
        for each in range(place * 100 + 3, place * 100 + count)
    )
    return Group(
        f"g{place}x {draw(sentences)}",
        draw(sentences),
        made + more,
        tuple(range(1, draw(st.integers(1, 12)))),
    )


@st.composite
def notes(draw: st.DrawFn, place: int) -> Note:
    """Draw a finding."""
    severity = draw(severities)
    return Note(place, severity, term(severity, "ko"), f"n{place}x {draw(sentences)}", draw(sentences),
                draw(long_sentences), draw(st.just("") | sentences), "rule", "row")  # fmt: skip


@st.composite
def budgets(draw: st.DrawFn) -> BudgetTable:
    """Draw a budget table."""
    count = draw(st.integers(0, 5) | st.just(70))
    figure = st.sampled_from(["–", "44,443", "1,264,134,000,000"])
    lines = tuple(
        BudgetRow(
            f"b{place}x", draw(figure), draw(figure), draw(figure), draw(figure), "8.9%",
            draw(ratios) if place < 5 else None, total=place == 0,
        )
        for place in range(count)
    )  # fmt: skip
    return BudgetTable("(단위: 백만원)", BUDGET_HEADS, lines, 0.085)


@st.composite
def cards(draw: st.DrawFn) -> DepartmentCard:
    """Draw a department."""
    actuals = draw(st.booleans())
    made = tuple(draw(groups(place, actuals)) for place in range(draw(st.integers(0, 5))))
    heads = HEADS_WITH_ACTUAL if any(row.actual for group in made for row in group.rows) else HEADS
    uncovered = tuple(
        Uncovered(f"u{place}x", draw(st.sampled_from(["", "3억원"])), draw(st.just("") | sentences))
        for place in range(draw(st.integers(0, 30)))
    )
    tiles = st.builds(Tile, words.map(lambda each: each[:20]), figures, st.sampled_from(["", "개"]))
    return DepartmentCard(
        "card", draw(words), draw(sentences), tuple(draw(st.lists(tiles, max_size=9))), heads, made,
        tuple(draw(notes(place + 1)) for place in range(draw(st.integers(0, 12)))), uncovered, "목표가 없는 사업",
        draw(st.just("") | sentences), draw(budgets()),
    )  # fmt: skip


@st.composite
def lines(draw: st.DrawFn, place: int) -> DepartmentLine:
    """Draw a department of the office page."""
    some = sorted(draw(st.sets(statuses, min_size=0)), key=list(Status).index)
    tallies = tuple(Tally(status, term(status, "ko"), draw(st.integers(1, 120))) for status in some)
    shares = draw(st.none() | st.floats(0, 1))
    high, medium, low = (draw(st.integers(0, 120)) for _ in range(3))
    return DepartmentLine(
        f"dept-{place}", f"d{place}x {draw(words)}", "13", "9", "91%", draw(bullets), tallies,
        high, medium, low, shares, shares, "44%", "100%",
    )  # fmt: skip
