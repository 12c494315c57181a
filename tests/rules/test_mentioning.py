"""What is said of an indicator elsewhere: held against its figures, its parts, its years and its rates."""

from fractions import Fraction
from textwrap import indent

import pytest
from conftest import Write
from hypothesis import given
from hypothesis import strategies as st
from projects import read_project

from scorecard.rules.roundings import Verdict, compare
from scorecard.rules.sides import figure_of
from scorecard.rules.tieouts import Kind, TieOut, tie_out
from scorecard.targets.evidence import claims_in

HOLDS = (Verdict.EXACT, Verdict.ROUNDED)
INDICATOR = """
- id: p
  name: 사업
  indicators:
    - id: i
      name: 인재 양성
      level: output
      aggregation: {aggregation}
      direction: up
      target: {{2026: "{target}"}}
      actual: {{2025: "{actual}"}}
      source: report#1 목표
"""


def ties_of(
    project: Write, *lines: str, target: str = "4,000명", actual: str = "3,303명", aggregation: str = "sum"
) -> list[TieOut]:
    text = INDICATOR.format(target=target, actual=actual, aggregation=aggregation)
    book, _, problems = read_project(project(text + indent("\n".join(lines), "      ") + "\n"))
    assert book is not None, problems
    claims = {(claim.department, *claim.path) for claim in claims_in(book)}
    ties = list(tie_out(book))
    assert {path for tie in ties for side in tie.sides for path in side.paths} <= claims
    return ties


def verdicts(ties: list[TieOut]) -> list[tuple[Kind, str, str, Verdict]]:
    return [(tie.kind, tie.column, tie.period, tie.verdict) for tie in ties]


def mention(text: str) -> str:
    return f"stated: [{{place: V 추진계획, source: report#9, {text}}}]"


def test_the_same_figure_in_another_place_agrees(project: Write) -> None:
    ties = ties_of(project, mention('target: {2026: "4,000명"}, actual: {2025: "3천명"}'))

    assert verdicts(ties) == [
        (Kind.PLACES, "target", "2026", Verdict.EXACT),
        (Kind.PLACES, "actual", "2025", Verdict.ROUNDED),
    ]
    assert [side.place for side in ties[0].sides] == ["목표", "V 추진계획"]
    assert [side.paths for side in ties[0].sides] == [
        (("jobs", "programmes", 0, "indicators", 0, "target", "2026"),),
        (("jobs", "programmes", 0, "indicators", 0, "stated", 0, "target", "2026"),),
    ]


def test_another_figure_in_another_place_is_a_contradiction(project: Write) -> None:
    (tie,) = ties_of(project, mention('target: {2026: "4,001명"}'))

    assert (tie.verdict, int(tie.difference), tie.spot.line) == (Verdict.CONTRADICTION, 1, 14)


def test_another_period_is_another_figure(project: Write) -> None:
    assert ties_of(project, mention('target: {2027: "5,000명"}')) == []


def test_two_other_places_are_held_against_each_other_too(project: Write) -> None:
    stated = """
stated:
  - {place: A, source: report#8, target: {2027: "5,000명"}}
  - {place: B, source: report#9, target: {2027: "6,000명"}}
"""
    assert verdicts(ties_of(project, stated)) == [(Kind.PLACES, "target", "2027", Verdict.CONTRADICTION)]


@pytest.mark.parametrize(
    ("elsewhere", "agrees"),
    [
        ("약 4,100명", True),
        ("4,000여 명", True),
        ("약 5,000명", True),
        ("약 4,200명", False),
        ("약 4,010명", True),
        ("약 4,020명", False),
        ("3,900명 이상", True),
        ("4,001명 이상", False),
        ("최대 4,000명", True),
        ("최대 3,999명", False),
        ("4천명", True),
        ("5천명", False),
    ],
)
def test_words_beside_a_figure_leave_it_open(project: Write, elsewhere: str, agrees: bool) -> None:
    """The target is 4,000명: `약 4,100명` is anything from 4,000 to 4,200, `약 5,000명` from 4,000 to 6,000."""
    (tie,) = ties_of(project, mention(f'target: {{2026: "{elsewhere}"}}'))

    assert (tie.verdict in HOLDS) is agrees


def test_what_adds_up_to_a_figure_elsewhere(project: Write) -> None:
    parts = "parts: [{{target: {{2026: {}}}}}, {{target: {{2026: {}}}}}]"

    right = ties_of(project, mention("unit: 명, " + parts.format("1500", "2500")))
    wrong = ties_of(project, mention("unit: 명, " + parts.format("1500", "2501")))
    both = ties_of(project, mention("unit: 명, target: {2026: 4000}, " + parts.format("1500", "2501")))

    assert verdicts(right) == [(Kind.PLACES, "target", "2026", Verdict.EXACT)]
    assert right[0].sides[1].terms == ("1500명", "2500명")
    assert verdicts(wrong) == [(Kind.PLACES, "target", "2026", Verdict.CONTRADICTION)]
    assert verdicts(both) == [
        (Kind.PARTS, "target", "2026", Verdict.CONTRADICTION),
        (Kind.PLACES, "target", "2026", Verdict.EXACT),
    ]


def test_what_leaves_something_out_is_no_more_than_the_figure(project: Write) -> None:
    less = ties_of(project, mention('leaves_out: 나머지, actual: {2025: "3,302명"}'))
    more = ties_of(project, mention('leaves_out: 나머지, actual: {2025: "3,304명"}'))

    assert verdicts(less) == [(Kind.MOST, "actual", "2025", Verdict.EXACT)]
    assert verdicts(more) == [(Kind.MOST, "actual", "2025", Verdict.CONTRADICTION)]


def test_a_printed_attainment_is_reckoned_anew(project: Write) -> None:
    stated = "stated:\n- place: V\n  source: report#9\n  unit: 억원\n  target: {{2025: '50,000'}}\n  actual: {{2025: '32,259'}}\n  attainment: {{2025: {}}}"
    money = {"target": "5조원", "actual": "3조 2,259억원"}
    right, _, cut = (ties_of(project, stated.format(rate), **money) for rate in ("64.5%", "64.5", "64.6%"))

    assert verdicts(right)[0] == (Kind.RATE, "attainment", "2025", Verdict.ROUNDED)
    assert verdicts(cut)[0] == (Kind.RATE, "attainment", "2025", Verdict.CONTRADICTION)
    assert right[0].sides[0].terms == ("32,259억원", "50,000억원")


def test_the_only_target_beside_an_actual_is_its_target(project: Write) -> None:
    """A table may print the target of four years beside what three of them brought."""
    stated = "stated:\n- place: V\n  source: report#9\n  target: {2023~2026: 50,000억원}\n  actual: {2023~2025: 32,259억원}\n  attainment: {2023~2025: 64.5%}".replace(
        "50,000억원", "'50,000억원'"
    ).replace("32,259억원", "'32,259억원'")
    ties = ties_of(project, stated, target="5조원", actual="1조원")

    assert verdicts(ties) == [(Kind.RATE, "attainment", "2023~2025", Verdict.ROUNDED)]


def test_a_printed_change_is_reckoned_from_the_year_before(project: Write) -> None:
    assert verdicts(ties_of(project, mention("change: {2026: 21.1%}"))) == [
        (Kind.RATE, "change", "2026", Verdict.ROUNDED)
    ]
    assert verdicts(ties_of(project, mention("change: {2026: △21.1%}"))) == [
        (Kind.RATE, "change", "2026", Verdict.CONTRADICTION)
    ]
    (tie,) = ties_of(project, mention("change: {2026: 21.1%}"))
    assert tie.sides[0].terms == ("4,000명 ÷ 3,303명", "1")
    assert ties_of(project, mention("change: {2025: 3%}")) == []


PARTS = """
parts:
  - {{id: a, name: 공공형, target: {{2026: {a}명}}, stated: [{{place: V, source: report#9, share: {{2026: {share}}}}}]}}
  - {{id: b, name: 민간형, target: {{2026: 1,980명}}}}
""".replace("1,980명", '"1,980명"').replace("{a}명", '"{a}명"')


def test_parts_add_up_and_have_their_share(project: Write) -> None:
    ties = ties_of(project, PARTS.format(a="1,620", share="45%"), target="3,600명")

    assert [(tie.name, *verdict) for tie, verdict in zip(ties, verdicts(ties), strict=True)] == [
        ("인재 양성", Kind.PARTS, "target", "2026", Verdict.EXACT),
        ("공공형", Kind.RATE, "share", "2026", Verdict.EXACT),
    ]
    wrong = ties_of(project, PARTS.format(a="1,620", share="50%"), target="3,600명")
    assert wrong[1].verdict is Verdict.CONTRADICTION


def test_parts_of_a_mean_do_not_add_up(project: Write) -> None:
    ties = ties_of(project, PARTS.format(a="1,620", share="45%"), target="1,800명", aggregation="mean")

    assert [tie.kind for tie in ties] == [Kind.RATE]


def test_halves_of_a_year_add_up_to_it(project: Write) -> None:
    halves = "stated: []\ntarget: {{2026: 4회, 2026H1: 2회, 2026H2: {}회}}\nactual: {{}}"
    text = INDICATOR.replace('      target: {{2026: "{target}"}}\n      actual: {{2025: "{actual}"}}\n', "")
    for second, verdict in ((2, Verdict.EXACT), (3, Verdict.CONTRADICTION)):
        book, _, problems = read_project(
            project(text.format(aggregation="sum") + indent(halves.format(second), "      ") + "\n")
        )
        assert book is not None, problems
        assert verdicts(list(tie_out(book))) == [(Kind.PARTS, "target", "2026", verdict)]


def test_what_speaks_of_a_part_of_a_year_adds_up_to_nothing(project: Write) -> None:
    """Of a half of which only three months were told nobody knows what the year should be."""
    halves = "target: {2026: 9회, 2026H1: 2회, 2026H2: {value: 3회, covers: 10~12월}}"
    text = INDICATOR.replace('      target: {{2026: "{target}"}}\n', "").format(
        aggregation="sum", actual="4회"
    )
    book, _, problems = read_project(project(text + indent(halves, "      ") + "\n"))

    assert book is not None, problems
    assert tie_out(book) == ()


SCALES = {"": 1, "천": 1_000, "만": 10_000, "백만": 10**6, "억": 10**8}
BASES = st.sampled_from(["명", "원", "㎡", ""])


def written(
    value: Fraction, scale: str, base: str, *, cut: bool = False, decimals: int = 0
) -> tuple[str, str]:
    """Print a value rounded half up, or cut off, in a unit."""
    step = Fraction(SCALES[scale], 10**decimals)
    whole = (value / step + (0 if cut else Fraction(1, 2))).__floor__()
    digits = f"{whole:0{decimals + 1}d}"
    shown = f"{int(digits[: len(digits) - decimals]):,}" + (f".{digits[-decimals:]}" if decimals else "")
    return shown, scale + base


UNITS = st.tuples(st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SCALES)), BASES)


@given(st.integers(0, 10**12), UNITS, st.booleans(), st.integers(0, 2))
def test_a_whole_number_printed_in_other_units_never_contradicts_itself(
    value: int, units: tuple[str, str, str], cut: bool, decimals: int
) -> None:
    one, other, base = units
    first = figure_of(*written(Fraction(value), one, base))
    second = figure_of(*written(Fraction(value), other, base, cut=cut, decimals=decimals if other else 0))

    assert compare(first, second) in ((*HOLDS, Verdict.TRUNCATED) if cut else HOLDS)


@given(st.integers(0, 10**12), UNITS)
def test_a_planted_difference_beyond_rounding_is_always_found(
    value: int, units: tuple[str, str, str]
) -> None:
    one, other, base = units
    first = figure_of(*written(Fraction(value), one, base))
    planted = value + 2 * (SCALES[one] + SCALES[other])
    second = figure_of(*written(Fraction(planted), other, base))

    assert compare(first, second) is Verdict.CONTRADICTION


@given(st.integers(0, 10**9), st.integers(1, 9))
def test_things_counted_one_by_one_are_no_others(value: int, more: int) -> None:
    assert (
        compare(figure_of(f"{value:,}", "명"), figure_of(f"{value + more:,}", "명")) is Verdict.CONTRADICTION
    )
    assert (
        compare(figure_of(f"{value:,}", "㎡"), figure_of(f"{value + 1:,}", "㎡")) is not Verdict.CONTRADICTION
    )
