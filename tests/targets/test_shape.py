"""Plain data becomes models strictly: whatever does not fit is a problem at its place."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.problems import MOST_PROBLEMS, Problem, say
from scorecard.targets.measures import Comparability, Indicator, Office
from scorecard.targets.periods import read_period
from scorecard.targets.quick import Quick
from scorecard.targets.shape import DepartmentText, patient_shaper, shaper
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import read_text
from scorecard.targets.unshaped import gather

from .projects import JOBS, OFFICE, Place, indicator, places, problems_of


def shape(text: str) -> tuple[DepartmentText | None, list[Problem]]:
    """Shape the text of a department; it must be readable as text."""
    found, problems = read_text(text, "jobs.yaml")
    assert found is not None
    assert not problems
    return shaper(1).shape(found.data, DepartmentText, found.spots)


def shaped_indicator(text: str) -> Indicator:
    """Shape the text of one indicator that is right."""
    department, problems = shape(indicator(text))
    assert department is not None, places(problems)
    return department.programmes[0].indicators[0]


HEAD = """
    id: trained
    name: 인재 양성
    level: output
    aggregation: sum
    direction: up
"""


def slips(text: str) -> list[Place]:
    """Tell what is wrong with lines added to an indicator, which begin on line 11, column 9."""
    return places(shape(indicator(HEAD + text))[1])


def test_a_department_keeps_what_was_written() -> None:
    department, _ = shape(JOBS)
    assert department is not None
    [programme] = department.programmes
    [trained] = programme.indicators

    assert (department.department, programme.id, trained.name) == ("일자리정책과", "academy", "인재 양성")
    assert programme.budget[0].original is not None
    assert programme.budget[0].original.won == 44_443_000_000
    target = trained.target[read_period("2026")]
    assert target.quantity is not None
    assert (target.text, target.quantity.value, target.quantity.unit) == ("4,000명", 4_000, "명")


def test_a_long_value_says_more_than_its_figure() -> None:
    trained = shaped_indicator(HEAD + """
    actual:
      2025:
        value: "1,177억원"
        covers: 10~12월
        comparability: partial
        provisional: true
        note: 잠정
""")  # fmt: skip
    value = trained.actual[read_period("2025")]

    assert value.quantity is not None
    assert (value.quantity.value, value.provisional, value.note) == (117_700_000_000, True, "잠정")
    assert value.comparability is Comparability.PARTIAL


def test_a_sum_is_written_as_its_parts() -> None:
    trained = shaped_indicator(HEAD + """
    actual:
      2025: {sum: [169개사, 138개사, 307], unit: 개사}
""")  # fmt: skip
    value = trained.actual[read_period("2025")]

    assert value.quantity is not None
    assert (value.quantity.value, value.text, len(value.parts)) == (614, "169개사 + 138개사 + 307", 3)


def test_bare_numbers_take_the_unit_around_them() -> None:
    trained = shaped_indicator(HEAD + """
    unit: 천명
    target:
      2026: 4
      2027: {value: 5, unit: 명}
""")  # fmt: skip
    figures = [value.quantity.value for value in trained.target.values() if value.quantity]

    assert figures == [4_000, 5]


def test_parts_inherit_what_they_do_not_say() -> None:
    whole = shaped_indicator(HEAD + """
    unit: 명
    parts:
      - id: youth
        name: 청년
        target:
          2026: 10
      - id: senior
        name: 중장년
        direction: down
""")  # fmt: skip
    youth, senior = whole.parts

    assert (youth.level, youth.direction, youth.unit) == (whole.level, whole.direction, "명")
    assert senior.direction is not None
    assert senior.direction.value == "down"


def test_words_stand_where_nothing_is_measured() -> None:
    judged = shaped_indicator("""
    id: bill
    name: 조례 개정
    level: output
    aggregation: judged
    target:
      2026: 조례 개정 완료
""")

    assert judged.target[read_period("2026")].quantity is None


def test_a_source_may_be_one_or_several() -> None:
    one = shaped_indicator(HEAD + "    source: report#1 가\n")
    several = shaped_indicator(HEAD + "    source:\n      target: [report#1 가, 'report#2 나, 다']\n")

    assert [cited.first for cited in one.source.actual] == [1]
    assert [cited.words for cited in several.source.target] == ["가", "나, 다"]


def test_money_may_have_a_unit_and_source_of_its_own() -> None:
    department, problems = shape(
        JOBS.replace("44,443", "{value: '3,520,070', unit: 천원, source: report#740 나}")
    )

    assert not problems
    assert department is not None
    money = department.programmes[0].budget[0].original
    assert money is not None
    assert (money.won, money.source[0].first) == (3_520_070_000, 740)


SLIPS = (
    ("target: 4,000명", ("expected-mapping", 11, 17)),
    ("target:\n  2026:4,000명", ("colon-without-blank", 12, 11)),
    ("target:\n  2026：4,000명", ("colon-without-blank", 12, 11)),
    ("target:\n  2026=4,000명", ("colon-without-blank", 12, 11)),
    ("target:\n  - 2026: 4,000명", ("expected-mapping", 12, 11)),
    ("target:\n  2026년: 4,000명", ("bad-period", 12, 11)),
    ("target:\n  26: 4,000명", ("bad-period", 12, 11)),
    ("target:\n  2026-13: 4,000명", ("bad-period", 12, 11)),
    ("target:\n  2026-02-30: 4,000명", ("bad-period", 12, 11)),
    ("target:\n  2026 ~ 2028: 4,000명", ("bad-period", 12, 11)),
    ("target:\n  2026:", ("empty-value", 12, 16)),
    ("target:", ("empty-value", 11, 16)),
    ("target:\n  2026: [a]", ("expected-text", 12, 17)),
    ("target:\n  2026: 4.000명", ("bad-thousands", 12, 17)),
    ("target:\n  2026: 4,00명", ("bad-thousands", 12, 17)),
    ("target:\n  2026: 사천명", ("not-a-figure", 12, 17)),
    ("target:\n  2026: 미정", ("not-a-figure", 12, 17)),
    ("target:\n  2026: 4,000명,", ("not-a-figure", 12, 17)),
    ("target:\n  2026: 4,000명 5,000명", ("not-a-figure", 12, 17)),
    ("target:\n  2026: “4,000명”", ("curly-quotes", 12, 17)),
    ("target:\n  2026: ４,０００명", ("full-width", 12, 17)),
    ("target:\n  2026: 400만", ("unit-missing-after-scale", 12, 17)),
    ("target:\n  2026: {값: 4명}", ("unknown-key", 12, 18)),
    ("target:\n  2026: {note: 없음}", ("value-or-sum", 12, 17)),
    ("target:\n  2026: {value: 1명, sum: [1명]}", ("value-or-sum", 12, 17)),
    ("target:\n  2026: {sum: [1명, 두명]}", ("not-a-figure", 12, 28)),
    ("target:\n  2026: {sum: [1명, 2건]}", ("unit-mismatch", 12, 17)),
    ("target:\n  2026: {value: 두명}", ("not-a-figure", 12, 25)),
    ("target:\n  2026: {value: {value: 1명}}", ("expected-text", 12, 25)),
    ("unit: 건\ntarget:\n  2026: 4,000명", ("unit-mismatch", 13, 17)),
    ("unit: 3명\ntarget:\n  2026: 4", ("bad-unit", 13, 17)),
    ("unit:", ("empty-value", 11, 14)),
    ('note: ""', ("empty-value", 11, 15)),
    ("targt:\n  2026: 4명", ("unknown-key", 11, 9)),
    ("목표:\n  2026: 4명", ("unknown-key", 11, 9)),
    ("Weight: 1", ("unknown-key", 11, 9)),
    ("weight: 50%", ("not-a-number", 11, 17)),
    ("updated: 2026. 1. 31.", ("bad-day", 11, 18)),
    ("schedule: 가을쯤", ("bad-schedule", 11, 19)),
    ("source: report:697", ("bad-citation", 11, 17)),
    ("source:\n  target: [report#1 가, 나]", ("bad-citation", 12, 32)),
    ("source:\n  목표: report#1 가", ("unknown-key", 12, 11)),
    ("parts:\n  id: a\n  name: b", ("expected-list", 12, 11)),
    ("parts:\n  - id: a", ("missing-key", 12, 13)),
    ("steps:\n  - name: 착공\n    due: 6월", ("bad-period", 13, 18)),
    ("actual:\n  2025: {value: 1명, provisional: 예}", ("not-true-or-false", 12, 42)),
    ("actual:\n  2025: {value: 1명, comparability: 다름}", ("unknown-word", 12, 44)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SLIPS, ids=[text for text, _ in SLIPS])
def test_what_does_not_fit_is_named_at_its_place(text: str, expected: Place) -> None:
    assert slips(text.replace("\n", "\n    ").join(("    ", "\n"))) == [expected]


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = """
        id: trained
        nme: 인재 양성
        level: 산출
        aggregation: sum
        target:
          2026: 사천명
          27: 5명
        """

    assert places(shape(indicator(text))[1]) == [
        ("missing-key", 6, 9),
        ("unknown-word", 8, 16),
        ("not-a-figure", 11, 17),
        ("bad-period", 12, 11),
        ("unknown-key", 7, 9),
    ]


def test_a_wrong_name_gets_the_right_one() -> None:
    for wrong, meant in (
        ("targt", "target"),
        ("목표", "target"),
        ("Target", "target"),
        ("추진시기", "schedule"),
    ):
        [problem] = shape(indicator(f"{HEAD}    {wrong}: x\n"))[1]
        assert problem.details["nearest"] == meant
        assert "direction" in problem.details["allowed"]


def test_two_things_missing_in_one_place_are_two_problems() -> None:
    _, problems = shape("department: 과\nprogrammes:\n  - owner: 팀\n")

    assert [(problem.code, problem.details["key"]) for problem in problems] == [
        ("missing-key", "id"),
        ("missing-key", "name"),
    ]
    assert {str(problem.spot) for problem in problems} == {"jobs.yaml:3:5"}


def test_nobody_reads_more_problems_than_can_be_mended() -> None:
    _, problems = shape("department: 과\nprogrammes:\n" + "  - x\n" * 1_000)

    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "too-many-problems"


def test_an_office_speaks_a_language() -> None:
    found, _ = read_text(OFFICE + "language: 한국어\n", "office.yaml")
    assert found is not None

    office, [problem] = shaper(1).shape(found.data, Office, found.spots)

    assert office is None
    assert (problem.code, problem.details["nearest"], problem.spot.line) == ("unknown-word", "ko", 9)


plain = (
    st.none()
    | st.sampled_from(["4,000명", "신규", "-", "2026", "x", "", "true", "연중", "report#1 a", "sum"])
    | st.text(max_size=6)
)
names = st.sampled_from(
    [
        "id",
        "name",
        "value",
        "sum",
        "unit",
        "source",
        "target",
        "actual",
        "2026",
        "2026H1",
        "parts",
        "steps",
        "due",
        "level",
        "x",
        "",
    ]
)
anything = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4), max_leaves=8
)


def paths_in(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List the places of nested data, itself first."""
    inner: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for step, value in inner for found in paths_in(value, (*path, step)))]


def put(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Put a value into a place of nested data."""
    if not path:
        return value
    step, *rest = path
    copy = list(data) if isinstance(data, list) else dict(data)
    copy[step] = put(data[step], tuple(rest), value)  # type: ignore[index]
    return copy


FULL = read_text(indicator(HEAD + """
    unit: 명
    source:
      target: report#1 가
    target:
      2026: {value: 4, checked: 맞음}
    actual:
      2025: {sum: [1, 2]}
    steps:
      - name: 착공
        due: 2026-06
    parts:
      - id: youth
        name: 청년
        target:
          2026: 10
""") + "    budget:\n      - name: 줄\n        unit: 백만원\n        original: {value: 1, source: report#1 가}\n        as_of: 2026-01-31\n", "x")[0]  # fmt: skip
assert FULL is not None


@settings(max_examples=500)
@given(st.sampled_from(paths_in(FULL.data)), anything)
def test_whatever_stands_anywhere_gives_problems_or_a_department(
    path: tuple[str | int, ...], value: object
) -> None:
    assert FULL is not None

    data = put(FULL.data, path, value)
    department, problems = shaper(1).shape(data, DepartmentText, FULL.spots)

    assert (department is None) == bool(problems)
    assert (department, problems) == gather(patient_shaper(1).walk, data, DepartmentText, FULL.spots)
    for problem in problems:
        assert say(problem).message
        assert problem.spot.line >= 1


@given(anything)
def test_whatever_stands_in_an_office_gives_problems_or_an_office(data: object) -> None:
    office, problems = shaper(1).shape(data, Office, SpotMap("office.yaml", 0))

    assert (office is None) == bool(problems)


def test_what_parts_inherited_is_wrong_once_where_it_is_written(tmp_path: Path) -> None:
    text = """
        id: a
        name: b
        level: outptu
        aggregation: sum
        direction: up
        source: {taget: report#1}
        parts:
          - {id: c, name: d}
          - {id: e, name: f, level: inptu}
        """

    assert places(problems_of(tmp_path, jobs=indicator(text))) == [
        ("unknown-word", 8, 16),
        ("unknown-key", 11, 18),
        ("unknown-word", 14, 37),
    ]


def test_a_field_that_no_text_is_read_as_is_a_fault_of_ours_and_no_mistake() -> None:
    with pytest.raises(TypeError, match="complex"):
        Quick().structure("1", complex)
