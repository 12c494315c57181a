"""The contract of the text: every key of it is read as meant, every trap of it is told by name and place.

A key that were named here and not read would be an unknown key, or leave its default standing; a key of the
text that nothing is expected of fails too.
"""

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from projects import HOUSE, write_project

from scorecard.rules.loading import load_rules
from scorecard.targets.loading import load_book
from scorecard.targets.measures import Book, Indicator, Level, Programme
from scorecard.targets.periods import read_period
from scorecard.targets.text import read_text

from .projects import JOBS, Place, indicator, places, problems_of

SHA = "0" * 64
OFFICE = {
    "office": "시험실",
    "fiscal_year": "2026",
    "as_of": "2026-07-31",
    "language": "en",
    "sources": f"{{report: {{title: 업무보고, issuer: 시험청, date: 2026-03, sha256: {SHA}}}}}",
}
DEPARTMENT = """\
department: 일자리과
programmes:
  - id: academy
    name: 사관학교
    schedule: 1~12월
    owner: 정책팀
    updated: 2026-07-01
    note: 사업 비고
    reason: 사업 사유
    budget:
      - name: 조성 및 운영
        unit: 백만원
        source: report#99 예산현황
        original: 44,443
        current: 45,763
        previous: 45,364
        spent: 2,200
        as_of: 2026-01-31
    indicators:
      - id: trained
        name: 인재 양성
        level: output
        aggregation: sum
        direction: up
        unit: 명
        schedule: 3. ~ 12.
        owner: 교육팀
        updated: 2026-07-02
        note: 지표 비고
        reason: 지표 사유
        target:
          2026: 4,000명
          2026H1: 1,500명
        actual:
          2024: {sum: [1천명, 700명]}
          2025:
            value: 3,303명
            covers: 10~12월
            comparability: partial
            provisional: true
            note: 값 비고
            reason: 값 사유
            owner: 자료팀
            updated: 2026-07-03
            checked: 맞는 수
            source: report#715 추진실적
          2026Q1: 600명
          2026-05: 150명
        source:
          target: report#697 추진목표
          actual: report#716 추진실적
        parts:
          - id: online
            name: 온라인
            target:
              2026: 4,000명
      - id: members
        name: 회원
        level: outcome
        aggregation: last
        direction: keep
        target:
          2026: 최대 57명
        actual:
          2026-06-30: 50명
      - id: building
        name: 착공
        level: process
        aggregation: milestone
        target:
          2026: 착공
        steps:
          - name: 첫 삽
            due: 2026-06
            done: 2026-06-20
            weight: 2
      - id: culture
        name: 문화
        level: input
        aggregation: judged
        target:
          2026: 문화 확산
  - id: overhead
    name: 기본경비
    exempt: 행정운영경비
"""
RULES = """\
rules:
  - id: low
    title: 낮은 목표
    about: target
    severity: medium
    when: stretch < 0
    message: "{target}"
    why: 까닭이 있음
    action: 다시 정함
    waivers:
      - indicator: jobs/academy/trained
        reason: 단가 인상
        until: 2026-12-31
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    project = write_project(tmp_path_factory.mktemp("every"), {"jobs": DEPARTMENT}, office=OFFICE)
    found, problems = load_book(project)
    assert found is not None, places(problems)
    return found


def academy(book: Book) -> Programme:
    return book.departments[0].programmes[0]


def measured(number: int, path: str) -> Callable[[Book], object]:
    """Tell how to find something of one of the indicators."""
    return lambda book: attrgetter(path)(academy(book).indicators[number])


def trained(path: str) -> Callable[[Book], object]:
    return measured(0, path)


def line(path: str) -> Callable[[Book], object]:
    return lambda book: attrgetter(path)(academy(book).budget[0])


def value(side: str, period: str, path: str, number: int = 0) -> Callable[[Book], object]:
    def find(book: Book) -> object:
        one: Indicator = academy(book).indicators[number]
        return attrgetter(path)(getattr(one, side)[read_period(period)])

    return find


def cited(found: Callable[[Book], object]) -> Callable[[Book], object]:
    def find(book: Book) -> object:
        citations: Any = found(book)
        return [(one.source, one.first, one.words) for one in citations]

    return find


#: What each key of the text becomes; keys by the way to them, ids and periods left out.
KEYS: list[tuple[str, Callable[[Book], object], object]] = [
    ("office", attrgetter("office.office"), "시험실"),
    ("fiscal_year", attrgetter("office.fiscal_year"), 2026),
    ("as_of", attrgetter("office.as_of"), date(2026, 7, 31)),
    ("language", attrgetter("office.language"), "en"),
    ("departments", attrgetter("office.departments"), ("jobs",)),
    ("sources", lambda book: list(book.office.sources), ["report"]),
    ("sources.title", lambda book: book.office.sources["report"].title, "업무보고"),
    ("sources.issuer", lambda book: book.office.sources["report"].issuer, "시험청"),
    ("sources.date", lambda book: book.office.sources["report"].date, "2026-03"),
    ("sources.sha256", lambda book: book.office.sources["report"].sha256, SHA),
    ("department", lambda book: book.departments[0].name, "일자리과"),
    ("programmes", lambda book: len(book.departments[0].programmes), 2),
    ("programmes.id", lambda book: academy(book).id, "academy"),
    ("programmes.name", lambda book: academy(book).name, "사관학교"),
    ("programmes.schedule", lambda book: getattr(academy(book).schedule, "text", None), "1~12월"),
    ("programmes.owner", lambda book: academy(book).owner, "정책팀"),
    ("programmes.updated", lambda book: academy(book).updated, date(2026, 7, 1)),
    ("programmes.note", lambda book: academy(book).note, "사업 비고"),
    ("programmes.reason", lambda book: academy(book).reason, "사업 사유"),
    ("programmes.exempt", lambda book: book.departments[0].programmes[1].exempt, "행정운영경비"),
    ("programmes.budget", lambda book: len(academy(book).budget), 1),
    ("programmes.budget.name", line("name"), "조성 및 운영"),
    ("programmes.budget.unit", line("unit"), "백만원"),
    ("programmes.budget.source", cited(line("source")), [("report", 99, "예산현황")]),
    ("programmes.budget.original", line("original.won"), 44_443_000_000),
    ("programmes.budget.current", line("current.won"), 45_763_000_000),
    ("programmes.budget.previous", line("previous.won"), 45_364_000_000),
    ("programmes.budget.spent", line("spent.won"), 2_200_000_000),
    ("programmes.budget.as_of", line("as_of"), date(2026, 1, 31)),
    ("programmes.indicators", lambda book: len(academy(book).indicators), 4),
    ("programmes.indicators.id", trained("id"), "trained"),
    ("programmes.indicators.name", trained("name"), "인재 양성"),
    ("programmes.indicators.level", trained("level"), Level.OUTPUT),
    ("programmes.indicators.aggregation", trained("aggregation.value"), "sum"),
    ("programmes.indicators.direction", measured(1, "direction.value"), "keep"),
    ("programmes.indicators.unit", trained("unit"), "명"),
    ("programmes.indicators.schedule", trained("schedule.text"), "3. ~ 12."),
    ("programmes.indicators.owner", trained("owner"), "교육팀"),
    ("programmes.indicators.updated", trained("updated"), date(2026, 7, 2)),
    ("programmes.indicators.note", trained("note"), "지표 비고"),
    ("programmes.indicators.reason", trained("reason"), "지표 사유"),
    ("programmes.indicators.target", value("target", "2026", "quantity.value"), 4_000),
    ("programmes.indicators.target", value("target", "2026H1", "quantity.value"), 1_500),
    ("programmes.indicators.target", value("target", "2026", "quantity.qualifier.value", 1), "at_most"),
    ("programmes.indicators.target", value("target", "2026", "text", 3), "문화 확산"),
    ("programmes.indicators.actual", value("actual", "2026Q1", "quantity.value"), 600),
    ("programmes.indicators.actual", value("actual", "2026-05", "quantity.value"), 150),
    ("programmes.indicators.actual", value("actual", "2026-06-30", "quantity.value", 1), 50),
    ("programmes.indicators.actual.sum", value("actual", "2024", "quantity.value"), 1_700),
    ("programmes.indicators.actual.value", value("actual", "2025", "quantity.value"), 3_303),
    ("programmes.indicators.actual.covers", value("actual", "2025", "covers.text"), "10~12월"),
    ("programmes.indicators.actual.comparability", value("actual", "2025", "comparability.value"), "partial"),
    ("programmes.indicators.actual.provisional", value("actual", "2025", "provisional"), True),
    ("programmes.indicators.actual.note", value("actual", "2025", "note"), "값 비고"),
    ("programmes.indicators.actual.reason", value("actual", "2025", "reason"), "값 사유"),
    ("programmes.indicators.actual.owner", value("actual", "2025", "owner"), "자료팀"),
    ("programmes.indicators.actual.updated", value("actual", "2025", "updated"), date(2026, 7, 3)),
    ("programmes.indicators.actual.checked", value("actual", "2025", "checked"), "맞는 수"),
    ("programmes.indicators.actual.source", cited(value("actual", "2025", "source")), [("report", 715, "추진실적")]),
    ("programmes.indicators.source.target", cited(trained("source.target")), [("report", 697, "추진목표")]),
    ("programmes.indicators.source.actual", cited(trained("source.actual")), [("report", 716, "추진실적")]),
    ("programmes.indicators.parts", lambda book: len(academy(book).indicators[0].parts), 1),
    ("programmes.indicators.parts.id", lambda book: academy(book).indicators[0].parts[0].id, "online"),
    ("programmes.indicators.parts.name", lambda book: academy(book).indicators[0].parts[0].name, "온라인"),
    ("programmes.indicators.parts.target",
     lambda book: [one.text for one in academy(book).indicators[0].parts[0].target.values()], ["4,000명"]),
    ("programmes.indicators.steps", lambda book: len(academy(book).indicators[2].steps), 1),
    ("programmes.indicators.steps.name", lambda book: academy(book).indicators[2].steps[0].name, "첫 삽"),
    ("programmes.indicators.steps.due", lambda book: academy(book).indicators[2].steps[0].due,
     read_period("2026-06")),
    ("programmes.indicators.steps.done", lambda book: academy(book).indicators[2].steps[0].done,
     date(2026, 6, 20)),
    ("programmes.indicators.steps.weight", lambda book: academy(book).indicators[2].steps[0].weight, 2),
]  # fmt: skip
HOLD_KEYS = ("programmes.indicators.source", *(key for key, _, _ in KEYS))  # The first is but its two sides.
NAMED_BY_PEOPLE = ("sources", "target", "actual")  #: Below these stand ids and periods, not keys.


@pytest.mark.parametrize(("key", "find", "expected"), KEYS, ids=[key for key, _, _ in KEYS])
def test_every_key_of_the_text_is_read(
    book: Book, key: str, find: Callable[[Book], object], expected: object
) -> None:
    assert find(book) == expected, key


def keys_in(data: object, way: tuple[str, ...] = ()) -> Iterator[str]:
    """Walk over the keys of plain data; ids and periods are no keys."""
    if isinstance(data, list):
        for one in data:
            yield from keys_in(one, way)
    elif isinstance(data, dict):
        named = bool(way) and way[-1] in NAMED_BY_PEOPLE and way[-2:-1] != ("source",)
        for key, below in data.items():
            further = way if named else (*way, key)
            if not named:
                yield ".".join(further)
            yield from _below(below, further) if named else keys_in(below, further)


def _below(data: object, way: tuple[str, ...]) -> Iterator[str]:
    """Walk over the keys of what people named, which has keys again."""
    for key in data if isinstance(data, dict) else ():
        yield ".".join((*way, key))


def test_of_every_key_of_the_text_something_is_expected(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"jobs": DEPARTMENT}, office=OFFICE)
    found: set[str] = set()
    for name in ("office", "jobs"):
        text, _ = read_text((project / "targets" / f"{name}.yaml").read_text(encoding="utf-8"), name)
        assert text is not None
        found |= set(keys_in(text.data))

    assert found == set(HOLD_KEYS)


FIRST_LINES = {
    text.strip().removeprefix("- ").partition(":")[0]: n
    for n, text in reversed(list(enumerate(DEPARTMENT.splitlines(), start=1)))
}
SLIPS = sorted({key.rpartition(".")[2] for key in HOLD_KEYS} & FIRST_LINES.keys())


@pytest.mark.parametrize("key", SLIPS)
def test_a_key_with_a_slip_is_told_where_it_stands(tmp_path: Path, key: str) -> None:
    lines = DEPARTMENT.splitlines()
    line = FIRST_LINES[key]
    lines[line - 1] = lines[line - 1].replace(f"{key}:", f"{key}x:", 1)

    told = places(problems_of(tmp_path, jobs="\n".join(lines)))

    assert ("unknown-key", line) in [one[:2] for one in told]


def test_every_key_of_a_rule_is_read(tmp_path: Path) -> None:
    rules, problems = load_rules(
        write_project(tmp_path, {"jobs": DEPARTMENT}, office=OFFICE, rules={"risks": RULES})
    )
    assert rules is not None, places(problems)
    [rule] = rules.risks
    text, [waiver] = rule.text, rule.text.waivers

    assert (text.id, text.title, text.about.value, text.severity.value) == (
        "low",
        "낮은 목표",
        "target",
        "medium",
    )
    assert (text.when, text.message, text.why, text.action) == (
        "stretch < 0",
        "{target}",
        "까닭이 있음",
        "다시 정함",
    )
    assert (waiver.indicator, waiver.reason, waiver.until) == (
        "jobs/academy/trained", "단가 인상", date(2026, 12, 31),
    )  # fmt: skip


HEAD = "id: a\nname: 가\nlevel: output\naggregation: sum\ndirection: up\n"
TRAPS: list[tuple[str, str, Place]] = [
    ("a comma inside braces", "target: {2026: 4,000명}", ("flow-comma", 11, 24)),
    ("a key twice", "target:\n  2026: 4명\n  2026: 5명", ("duplicate-key", 13, 11)),
    *(
        (
            f"{word}, which YAML reads as something else",
            f"target:\n  2026: {word}",
            ("ambiguous-scalar", 12, 17),
        )
        for word in ("no", "off", "1:30", "010", "1e3")
    ),
    ("a tab", "target:\n\t2026: 4명", ("tab", 12, 9)),
    ("full-width digits", "target:\n  2026: ４０００명", ("full-width", 12, 17)),
    ("a full-width comma", "target:\n  2026: 4，000명", ("full-width", 12, 17)),
    ("another unit", "target:\n  2026: 4,000명\nactual:\n  2025: 3,900건", ("unit-changed", 12, 17)),
    *(
        (f"off by {by}", f"target:\n  2026: {target}\nactual:\n  2025: {actual}", ("scale-slip", 12, 17))
        for by, target, actual in (
            ("10³", "4명", "4,000명"),
            ("10⁴", "4천만원", "4천원"),
            ("10⁶", "4백만원", "4원"),
            ("10⁸", "4억원", "4원"),
        )
    ),
]


@pytest.mark.parametrize(("text", "expected"), [trap[1:] for trap in TRAPS], ids=[trap[0] for trap in TRAPS])
def test_every_trap_is_told_by_name_and_place(tmp_path: Path, text: str, expected: Place) -> None:
    assert expected in places(problems_of(tmp_path, jobs=indicator(HEAD + text)))


def test_a_file_of_another_encoding_is_told_by_name_and_place(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"jobs": JOBS})
    (project / "targets" / "jobs.yaml").write_bytes(JOBS.encode("cp949"))

    told = load_book(project)[1]

    assert [(one.code, one.spot.file, one.spot.line) for one in told] == [
        ("not-utf8", "targets/jobs.yaml", 1)
    ]
    assert "cp949" in str(told[0].details)


def test_a_reason_makes_a_figure_that_is_far_off_right(tmp_path: Path) -> None:
    text = "target:\n  2026: {value: 4명, checked: 줄인 것이 맞음}\nactual:\n  2025: 4,000명"

    assert problems_of(tmp_path, jobs=indicator(HEAD + text)) == []


@pytest.mark.parametrize("code", sorted({trap[2][0] for trap in TRAPS} | {"not-utf8"}))
def test_every_trap_has_a_page(code: str) -> None:
    page = (HOUSE / "docs" / "problems" / f"{code}.md").read_text(encoding="utf-8")

    assert page.startswith(f"# {code}\n")
    assert "고치는 법" in page
    assert "What to do" in page
