"""A made-up project in which every kind of thing has its place, and mistakes to be made in it.

A mistake changes one line and no other, so that of several made at once each stays on its line.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import attrs
from projects import HOUSE

from scorecard.rules.reading import read

Found = tuple[str, str, int]  #: Code, file, line.
Texts = Mapping[str, str]  #: By file.

OFFICE = """\
office: 시험실
fiscal_year: 2026
as_of: 2026-10-31
language: ko
year_begins: 1
edition: 2026Q3
departments:
  - jobs
  - money
sources:
  report:
    title: 업무보고
    date: 2026-03
  survey:
    title: 조사
"""
JOBS = """\
department: 일자리과
programmes:
  - id: academy
    name: 청년학교
    schedule: 연중
    starts: 2020
    budget:
      - name: 청년학교 운영
        unit: 백만원
        source: report#10 예산
        original: 4,000
        spent: 1,200
        note: 운영비
        stated:
          - place: 예산 집행
            source: report#11 집행
            unit: 천원
            original: 4,000,000
          - place: 예산 총괄
            source: report#12 총괄
            original: 4,000
      - name: 청년학교 시설
        unit: 억원
        source: report#13 예산
        original: 12
        note: 시설비
    indicators:
      - id: trained
        name: 수료 인원
        level: output
        aggregation: sum
        direction: up
        note: 수료한 사람
        target:
          2026: 4,000명
        actual:
          2025: 3,300명
          2026H1: 1,700명
        plan:
          2026H1: 40%
          2026H2: 60%
        source: report#20 목표
        parts:
          - id: men
            name: 남자
            target:
              2026: 1,900명
            actual:
              2025: 1,500명
            note: 남자 수료
          - id: women
            name: 여자
            target:
              2026: 2,100명
            actual:
              2025: 1,800명
            note: 여자 수료
        stated:
          - place: 추진실적
            source: report#21 실적
            actual:
              2025: 3,300명
      - id: placed
        name: 취업률
        level: outcome
        aggregation: ratio
        direction: up
        note: 취업한 비율
        target:
          2026: 76%
        actual:
          2025: 71%
        source: report#22 취업
      - id: opened
        name: 개관
        level: process
        aggregation: milestone
        note: 새 교실
        steps:
          - name: 착공
            due: 2026-03
            done: 2026-03-20
            source: report#23 일정
          - name: 준공
            due: 2026-11
            source: report#24 일정
        source: report#25 개관
      - id: mood
        name: 분위기
        level: outcome
        aggregation: judged
        note: 만족
        target:
          2026: 좋아짐
        source: survey#1 분위기
  - id: shelter
    name: 쉼터
    weight: 1
    note: 새벽 쉼터
    indicators:
      - id: guests
        name: 이용 인원
        level: output
        aggregation: sum
        direction: up
        formerly:
          - visitors
        note: 다녀간 사람
        target:
          2026:
            value: 12,000명
            set_on: 2026-01-05
            revised:
              - was: 11,000명
                on: 2026-05-20
                reason: 예산이 늘어남
                approver: 성과관리위원회
        actual:
          2025: 10,500명
          2026Q1: 2,400명
          2026Q2: 2,900명
        source: report#30 쉼터
      - id: waiting
        name: 기다린 날
        level: outcome
        aggregation: mean
        direction: down
        unit: 일
        note: 평균
        breaks:
          - since: 2022
            reason: 세는 법이 바뀜
        target:
          2026: 5.2
        actual:
          2021: 9.5
          2025: 6.1
        source: survey#2 기다림
  - id: overhead
    name: 기본경비
    exempt: 행정운영경비
    budget:
      - name: 기본경비
        unit: 백만원
        source: report#40 예산
        original: 310
        note: 경비
"""
MONEY = """\
department: 재정과
stated:
  - place: 총괄표
    source: report#50 총괄
    unit: 백만원
    original: 90,000
    spent: 31,000
  - place: 총괄표
    source: report#51 총괄
    name: 이월
    unit: 백만원
    original: 1,000
tables:
  - place: 기금 현황
    columns: 계 | 융자 | 투자
    unit: 억원
    rows:
      - name: 작년
        source: report#52 기금
        cells: 30 | 10 | 20
      - name: 올해
        source: report#53 기금
        cells: 50 | 20 | 30
    across:
      - 계 = 융자 + 투자
programmes:
  - id: fund
    name: 기금 운용
    owner: 기금팀
    indicators:
      - id: invested
        name: 투자액
        level: input
        aggregation: last
        direction: up
        note: 모인 돈
        target:
          2026: 900억원
          2024~2026: 2,500억원
        actual:
          2025: 800억원
        source: report#54 기금
        score:
          method: peer-range
          peers:
            best: 1,200억원
            worst: 300억원
            source: report#55 다른 기금
      - id: loans
        name: 융자 건수
        level: output
        aggregation: sum
        direction: up
        note: 나간 건수
        target:
          2026: 640건
        actual:
          2025: 610건
          2026-10-31: 520건
        source: report#56 융자
  - id: tax
    name: 세입
    indicators:
      - id: collected
        name: 징수액
        level: input
        aggregation: sum
        direction: up
        note: 걷은 돈
        target:
          2026: 7조 2,000억원
        actual:
          2025: 7조원
        source: report#57 세입
"""
AUDIT = """\
audit: 행정사무감사
elsewhere:
  museum: 박물관
stated:
  - place: 총괄
    source: report#60 총괄
    total: 2
items:
  - id: records
    kind: demand
    departments:
      - jobs
    subject: 기록을 남길 것
    state: underway
    source: report#61 요구
    changed:
      - on: 2026-05-01
        state: done
        source: survey#3 회신
    programmes:
      - academy
    indicators:
      - shelter/guests
  - id: lending
    kind: proposal
    departments:
      - money
      - museum
    subject: 융자를 늘릴 것
    state: review
    source: report#62 건의
    programmes:
      - fund
    note: 검토 중
"""
DEMANDS = """\
office:
  count: 0.2
  budget: 0.1
departments:
  each:
    count: 0.1
  money:
    count: 0.2
findings:
  high: 9
limits:
  low-target: 9
  no-actual: 9
freshness:
  days: 100
waivers:
  - demand: budget
    where: jobs
    reason: 올해 처음임
    until: 2026-12-31
"""
RISKS = """\
rules:
  - id: low-target
    title: 낮은 목표
    about: target
    severity: medium
    when: stretch < 0
    message: "목표 {target}이(가) 실적 {previous}보다 낮음"
    why: 까닭
    action: 조치
    waivers:
      - indicator: jobs/shelter/guests
        reason: 예산이 줄어듦
        until: 2026-12-31
      - indicator: audit/lending
        reason: 검토 중
        until: 2026-12-31
  - id: no-actual
    title: 실적 없음
    about: data
    severity: low
    when: has_target and not has_actual
    message: "목표 {target}의 실적이 없음"
    why: 까닭
    action: 조치
    en:
      title: No actual
      message: "no actual of {target}"
      why: Reason
      action: Act
  - id: unspent
    title: 안 쓴 예산
    about: budget
    severity: note
    each: programme
    when: lines > 0 and budget > 0
    message: "예산 {budget:억}"
    why: 까닭
    action: 조치
"""


def texts_in(folder: Path) -> Texts:
    """Take the texts of a project."""
    files = (path for part in ("targets", "rules") for path in sorted((folder / part).glob("*.yaml")))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


SAMPLE: Texts = MappingProxyType(
    {
        **{name: text for name, text in texts_in(HOUSE).items() if name.startswith("rules/")},
        "targets/office.yaml": OFFICE,
        "targets/jobs.yaml": JOBS,
        "targets/money.yaml": MONEY,
        "targets/audit.yaml": AUDIT,
        "rules/coverage.yaml": DEMANDS,
        "rules/risks.yaml": RISKS,
    }
)

_IN_TIME = ("actual-in-future", "day-in-future")
_OF_MONTHS = (*_IN_TIME[:1], "actual-before-start", "periods-overlap", "parts-of-year-disagree",
              "running-total-falls", "done-before-planned", "revision-before-target", "as-of-before-year")  # fmt: skip
_NAMES = ("unknown-programme", "unknown-indicator")


@attrs.frozen
class Kind:
    """A kind of mistake: what is written in place of what, and which code that has."""

    code: str
    where: str  #: Pattern of files.
    old: str  #: Pattern of what it changes.
    new: str
    hides: tuple[str, ...] = ()  #: Codes that may wait, wherever they are, until this is mended.
    covers: tuple[str, ...] = ()  #: Codes of values that cannot be read which may wait within the same item.


_BOOK, _JOBS, _MONEY = "targets/(?!office|audit)", "targets/jobs", "targets/money"
_OFFICE, _AUDIT, _RISKS, _DEMANDS = "targets/office", "targets/audit", "rules/risks", "rules/coverage"
_NOTE = r"(?<=^        )note: (?!.*[비경]).*"  #: Of an indicator, for another key of its own.

#: Of single values and of keys: what keeps a text from being read.
SHAPES = (
    Kind("unknown-word", _BOOK, r"level: \w+", "level: x"),
    Kind("unknown-word", _BOOK, r"aggregation: \w+", "aggregation: x", covers=("not-a-figure",)),
    Kind("unknown-word", _BOOK, r"direction: \w+", "direction: upwards"),
    Kind("empty-value", _BOOK, r"level: \w+", "level:"),
    Kind("not-a-number", _BOOK, _NOTE, "weight: many"),
    Kind("unknown-key", _BOOK, r"note: ", "nite: "),
    Kind("unknown-key", _BOOK, r"note: ", "qqq: "),
    Kind("unknown-key", _BOOK, r"indicators:$", "indicaters:"),
    Kind("duplicate-key", _BOOK, _NOTE, "level: output"),
    Kind("ambiguous-scalar", _BOOK, r"note: .*", "note: no"),
    Kind("expected-text", _BOOK, r"note: .*", "note: [가]"),
    Kind("not-a-figure", _BOOK, r"(\d{4}\S*): [\d,]+(명|건)$", r"\1: 몇 \2"),
    Kind("bad-period", _BOOK, r"2025: ", "25: "),
    Kind("bad-citation", _BOOK, r"source: report#", "source: report "),
    Kind("missing-key", _BOOK, r"- id: \w+", "- reason: 없음", _NAMES),
    Kind("missing-key", _JOBS, r"(?<=^      )- name: .*", "- as_of: 2026-01-31"),
    Kind("missing-key", _JOBS, r"due: .*", "weight: 2"),
    Kind("place-missing", _MONEY, r"- place: 총괄표", "- leaves_out: 없음"),
    Kind("not-a-figure", _BOOK, r"original: .*", "original: 많이", covers=("not-money",)),
    Kind("not-money", _BOOK, r"unit: 백만원", "unit: 명"),
    Kind("bad-schedule", _JOBS, "schedule: 연중", "schedule: 언제나"),
    Kind("bad-period", _JOBS, "starts: 2020", "starts: 처음", ("actual-before-start", "done-before-planned")),
    Kind("bad-day", _JOBS, r"(done|on|set_on): 2026-.*", r"\1: 어제"),
    Kind("bad-period", _JOBS, "since: 2022", "since: 처음"),
    Kind("not-a-figure", _MONEY, r"best: .*", "best: 많이"),
    Kind("unknown-word", _AUDIT, r"(state|kind): \w+", r"\1: x"),
    Kind("missing-key", _AUDIT, r"subject: .*", "# 없음"),
    Kind("bad-day", _AUDIT, r"on: .*", "on: 어제"),
    Kind("bad-day", _OFFICE, r"as_of: .*", "as_of: 어제", (*_IN_TIME, "as-of-before-year")),
    Kind("unknown-word", _OFFICE, "language: ko", "language: kr"),
    Kind("empty-value", _OFFICE, r"date: .*", "date:", ("audit-change-early",)),
    Kind("unknown-key", _OFFICE, "title: 조사", "titel: 조사"),
    Kind("unknown-word", _RISKS, r"severity: \w+", "severity: x"),
    Kind("unknown-word", _RISKS, r"each: \w+", "each: x"),
    Kind("missing-key", _RISKS, r"why: .*", "# 없음"),
    Kind("missing-key", _RISKS, r"- id: \w*-\w*", "- each: indicator", ("unknown-rule",)),
    Kind("bad-day", _RISKS, r"until: .*", "until: 언젠가"),
    Kind("not-a-number", _DEMANDS, r"count: .*", "count: x"),
    Kind("unknown-word", _DEMANDS, "demand: budget", "demand: money"),
    Kind("not-a-number", "rules/attainment", r"keep_tolerance: \S+", "keep_tolerance: viel"),
    Kind("not-a-number", "rules/scoring", r"value: 0\.2", "value: x"),
    Kind("unknown-key", "rules/quality", r"below_trend:", "below_trends:"),
)  # fmt: skip

#: Of what does not go together: what only checks find.
CHECKS = (
    Kind("bad-id", _BOOK, r"- id: (\w+)", r"- id: \1_", ("duplicate-id",)),
    Kind("duplicate-id", _JOBS, "- id: women", "- id: men"),
    Kind("duplicate-id", _JOBS, "- id: mood", "- id: opened"),
    Kind("duplicate-id", _JOBS, "- id: overhead", "- id: academy"),
    Kind("duplicate-id", _MONEY, "- id: loans", "- id: invested"),
    Kind("former-id-in-use", _JOBS, "- visitors", "- waiting"),
    Kind("direction-missing", _BOOK, r"direction: \w+", "# 없음"),
    Kind("steps-missing", _JOBS, "aggregation: judged", "aggregation: milestone"),
    Kind("bad-weight", _BOOK, _NOTE, "weight: -1"),
    Kind("unit-changed", _BOOK, r"(?<=^          )(2025: [\d,.]+)(명|건)$", r"\1개"),
    Kind("unit-changed", _MONEY, "2026: 900억원", "2026: 900개"),
    Kind("unit-left-out", _BOOK, r"(?<=^          )(2025: [\d,.]+)(명|건)$", r"\1"),
    Kind("scale-slip", _MONEY, "2026: 640건", "2026: 6,100,000건"),
    Kind("parts-do-not-add-up", _JOBS, "2026: 1,900명", "2026: 1,901명"),
    Kind("parts-do-not-add-up", _JOBS, "2025: 1,800명", "2025: 1,790명"),
    Kind("span-summed", _MONEY, "aggregation: last", "aggregation: sum"),
    Kind("unknown-source", _BOOK, "source: report#(?!55)", "source: reprot#"),
    Kind("unknown-source", _AUDIT, "source: report#", "source: reprot#"),
    Kind("correction-of-target", _JOBS, "set_on: 2026-01-05", "restated: [{was: 9명, on: 2026-02-01, reason: 고침}]"),
    Kind("revision-before-target", _JOBS, "set_on: 2026-01-05", "set_on: 2026-06-05"),
    Kind("revision-changes-nothing", _JOBS, "was: 11,000명", "was: 12,000명"),
    Kind("statement-empty", _MONEY, "original: 1,000", "# 없음", covers=("not-money",)),
    Kind("statement-unit", _JOBS, r"(?<=^              )2025: 3,300명", "2025: 3,300회"),
    Kind("cells-count", _MONEY, r"cells: 30 \| 10 \| 20", "cells: 30 | 10"),
    Kind("not-a-figure", _MONEY, r"cells: 50 \| 20", "cells: 50 | 스물"),
    Kind("formula-of-nothing", _MONEY, r"융자 \+ 투자", "융자 + 보증"),
    Kind("table-name-twice", _MONEY, "- name: 올해", "- name: 작년"),
    Kind("actual-in-future", _JOBS, "2026H1: 1,700명", "2026H2: 1,700명"),
    Kind("actual-in-future", _MONEY, "2026-10-31: ", "2026-11-30: "),
    Kind("day-in-future", _JOBS, "done: 2026-03-20", "done: 2026-12-20"),
    Kind("done-before-planned", _JOBS, "done: 2026-03-20", "done: 2019-03-20"),
    Kind("actual-before-start", _JOBS, "2025: 71%", "2019: 71%"),
    Kind("periods-overlap", _JOBS, "2026Q2: ", "2026-03: "),
    Kind("plan-not-whole", _JOBS, "2026H2: 60%", "2026H2: 70%"),
    Kind("best-worse-than-worst", _MONEY, "best: 1,200억원", "best: 200억원"),
    Kind("unit-mismatch", _MONEY, "worst: 300억원", "worst: 300명"),
    Kind("score-parameter-missing", _MONEY, "method: peer-range", "method: band-floor"),
    Kind("unknown-method", _MONEY, "method: peer-range", "method: peer-ragne"),
    Kind("unknown-method", _BOOK, _NOTE, "method: raito"),
    Kind("unknown-programme", _AUDIT, "- academy", "- acedemy"),
    Kind("unknown-programme", _AUDIT, "- fund", "- funds"),
    Kind("unknown-indicator", _AUDIT, "- shelter/guests", "- shelter/guest"),
    Kind("unknown-department", _AUDIT, "- museum", "- musem"),
    Kind("audit-change-early", _AUDIT, "on: 2026-05-01", "on: 2026-02-01"),
    Kind("as-of-before-year", _OFFICE, r"as_of: .*", "as_of: 2025-12-01", _IN_TIME),
    Kind("bad-month", _OFFICE, "year_begins: 1", "year_begins: 13", _OF_MONTHS),
    Kind("bad-edition-name", _OFFICE, "edition: 2026Q3", "edition: a/b"),
    Kind("expression-unknown-name", _RISKS, "when: stretch < 0", "when: stretsh < 0"),
    Kind("message-unknown-field", _RISKS, r"\{previous\}", "{previus}"),
    Kind("unknown-indicator", _RISKS, "jobs/shelter/guests", "jobs/shelter/guest"),
    Kind("unknown-indicator", _RISKS, "audit/lending", "audit/landing"),
    Kind("duplicate-id", _RISKS, "- id: unspent", "- id: low-target"),
    Kind("expression-looks-like-percent", _DEMANDS, "count: 0.1", "count: 10"),
    Kind("unknown-rule", _DEMANDS, "no-actual", "no-actuel"),
    Kind("demand-below-zero", _DEMANDS, "high: 9", "high: -9"),
    Kind("unknown-department", _DEMANDS, "money:", "mony:"),
    Kind("unknown-department", _DEMANDS, "where: jobs", "where: job"),
    Kind("bad-bands", "rules/attainment", "at_least: 0.95", "at_least: 0.75"),
    Kind("unknown-method", "rules/attainment", "up: ratio", "up: raito"),
    Kind("bad-score-parameter", "rules/scoring", r"(above: {value: )0\.10", r"\g<1>1.5"),
    Kind("score-source-unknown", "rules/scoring", r"(?<=full: {value: 100, source: )K1", "K9"),
    Kind("limit-out-of-range", "rules/quality", r"above_trend: \S+", "above_trend: -3"),
)  # fmt: skip


@attrs.frozen
class Mistake:
    """One mistake in a text."""

    kind: Kind
    file: str
    line: int
    written: str  #: The line as it is written by mistake.
    item: tuple[str, int]  #: What it stands in: of two in one item one may keep the other from being found.


def mistakes_of(kind: Kind, texts: Texts) -> Iterator[Mistake]:
    """List where a mistake of a kind can be made."""
    for file, text in texts.items():
        begun = 0
        for number, line in enumerate(text.splitlines() if re.match(kind.where, file) else ()):
            if re.match(_item_begins(file), line):
                begun = number
            written = re.sub(kind.old, kind.new, line, count=1)
            if written != line:
                yield Mistake(kind, file, number, written, (file, begun))


def _item_begins(file: str) -> str:
    """Tell by what a line begins an item: a department's programmes, indicators, lines and tables, an audit's items."""
    if file in ("targets/audit.yaml", "rules/risks.yaml"):
        return r" {2}- |\S"
    return r" {0,6}- |\S" if file.startswith("targets/") else r"\S"


def made(texts: Texts, mistakes: Iterable[Mistake]) -> Texts:
    """Make mistakes."""
    changed = {file: text.split("\n") for file, text in texts.items()}
    for one in mistakes:
        changed[one.file][one.line] = one.written
    return {file: "\n".join(lines) for file, lines in changed.items()}


def told(folder: Path, texts: Texts) -> list[Found]:
    """Write a project and tell what is wrong with it, as all commands do."""
    for file, text in texts.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    book, rules, problems = read(folder)
    assert problems or (book and rules)
    return [(one.code, one.spot.file, one.spot.line) for one in problems]


def all_mistakes(texts: Texts, kinds: Iterable[Kind]) -> list[Mistake]:
    """List every mistake of some kinds that can be made."""
    return [one for kind in kinds for one in mistakes_of(kind, texts)]


def chosen(draw: random.Random, mistakes: Sequence[Mistake], many: int, *, apart: bool) -> list[Mistake]:
    """Choose mistakes at random, each in an item of its own or all in one, and never two on one line."""
    taken: list[Mistake] = []
    for one in draw.sample(mistakes, len(mistakes)):
        is_free = all((one.file, one.line) != (other.file, other.line) for other in taken)
        if is_free and all((one.item != other.item) == apart for other in taken):
            taken.append(one)
        if len(taken) == many:
            break
    return taken
