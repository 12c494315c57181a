"""Whoever made three mistakes is told of three, in one run, and of none that only follows from another."""

import ast
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mistaken import (
    CHECKS,
    SAMPLE,
    SHAPES,
    Found,
    Kind,
    Mistake,
    Texts,
    all_mistakes,
    chosen,
    made,
    mistakes_of,
    texts_in,
    told,
)
from projects import HOUSE

from scorecard.problems import MOST_PROBLEMS
from scorecard.rules.hanging import OF_RULES
from scorecard.rules.reading import read

KINDS = (*SHAPES, *CHECKS)
ALL = all_mistakes(SAMPLE, KINDS)
REAL = texts_in(HOUSE)
ALL_REAL = all_mistakes(REAL, KINDS)


def test_the_sample_has_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, SAMPLE) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.code}: {kind.new[:30]}")
def test_one_mistake_is_one_problem(kind: Kind, tmp_path: Path) -> None:
    mistakes = list(mistakes_of(kind, SAMPLE))

    assert mistakes
    for one in mistakes[:3]:
        assert [found[:2] for found in told(tmp_path, made(SAMPLE, [one]))] == [(kind.code, one.file)], one


EVERYWHERE = (
    ("targets/office.yaml", "as_of: 2026-10-31", "as_of: 어제", ("bad-day", 3)),
    ("targets/jobs.yaml", "level: output\n        aggregation: sum\n        direction: up\n        note: 수료한",
     "level: x\n        aggregation: sum\n        direction: up\n        note: 수료한", ("unknown-word", 30)),
    ("targets/jobs.yaml", "2026: 1,900명", "2026: 1,901명", ("parts-do-not-add-up", 35)),
    ("targets/jobs.yaml", "- id: opened", "- id: Opened", ("bad-id", 74)),
    ("targets/jobs.yaml", "2026Q2: 2,900명", "2026Q2: 2,900개", ("unit-changed", 111)),
    ("targets/money.yaml", "융자 + 투자", "융자 + 보증", ("formula-of-nothing", 25)),
    ("targets/money.yaml", "2025: 7조원", "25: 7조원", ("bad-period", 73)),
    ("targets/money.yaml", "best: 1,200억원", "best: 200억원", ("best-worse-than-worst", 46)),
    ("targets/audit.yaml", "kind: demand", "kind: x", ("unknown-word", 10)),
    ("targets/audit.yaml", "- fund", "- funds", ("unknown-programme", 33)),
    ("rules/risks.yaml", "severity: medium", "severity: x", ("unknown-word", 5)),
    ("rules/risks.yaml", "when: stretch < 0", "when: stretsh < 0", ("expression-unknown-name", 6)),
    ("rules/risks.yaml", "jobs/shelter/guests", "jobs/shelter/guest", ("unknown-indicator", 11)),
    ("rules/coverage.yaml", "count: 0.2\n  budget", "count: x\n  budget", ("not-a-number", 2)),
    ("rules/coverage.yaml", "no-actual", "no-actuel", ("unknown-rule", 13)),
)  # fmt: skip


def test_mistakes_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Of values, between values, between files, of rules and between rules and targets: exactly those."""
    texts = {**SAMPLE}
    for file, right, wrong, _ in EVERYWHERE:
        assert right in texts[file]
        texts[file] = texts[file].replace(right, wrong, 1)

    assert told(tmp_path, texts) == sorted(
        ((code, file, line) for file, _, _, (code, line) in EVERYWHERE), key=lambda one: (one[1:], one[0])
    )


ONE_FILE = """\
department: 과
programmes:
  - id: p
    name: 사업
    indicators:
      - id: i
        name: 지표
        level: x
        aggregation: sum
        direction: up
        target: {2026: 100명}
        actual: {2025: 90개}
        source: reprot#1
      - 지표
      - id: i
        nmae: 지표 둘
        level: output
        aggregation: last
        target: {2026: 5회}
        parts:
          - {id: a, name: 가, target: {2026: 2회}}
          - {id: b, name: 나, target: {2026: 네 회}}
      - id: J
        name: 지표 셋
        level: output
        aggregation: milestone
        weight: -2
"""


def test_mistakes_of_one_file_are_told_in_one_run(tmp_path: Path) -> None:
    """An item that is none takes no other's place; of parts that cannot be read nobody says that they do not add up."""
    assert told(tmp_path, {**SAMPLE, "targets/tax.yaml": ONE_FILE, "targets/office.yaml": TAXED}) == [
        ("unknown-word", "targets/tax.yaml", 8),
        ("unit-changed", "targets/tax.yaml", 11),
        ("unknown-source", "targets/tax.yaml", 13),
        ("expected-mapping", "targets/tax.yaml", 14),
        ("direction-missing", "targets/tax.yaml", 15),
        ("duplicate-id", "targets/tax.yaml", 15),
        ("unknown-key", "targets/tax.yaml", 16),
        ("not-a-figure", "targets/tax.yaml", 22),
        ("steps-missing", "targets/tax.yaml", 23),
        ("bad-id", "targets/tax.yaml", 23),
        ("bad-weight", "targets/tax.yaml", 27),
    ]


TAXED = SAMPLE["targets/office.yaml"].replace("  - money\n", "  - money\n  - tax\n")


def test_a_list_that_parts_inherit_is_told_once(tmp_path: Path) -> None:
    """An item left out of it is left out of the parts' too, where it is not written."""
    texts = made(SAMPLE, [next(mistakes_of(kind, SAMPLE)) for kind in CHECKS[:1]])
    texts = {
        file: text.replace("source: report#20 목표", "source: [report#20 목표, {report: 21}]")
        for file, text in texts.items()
    }

    assert told(tmp_path, texts) == [
        ("bad-id", "targets/jobs.yaml", 3),
        ("expected-text", "targets/jobs.yaml", 42),
    ]


def test_where_more_is_wrong_than_anybody_mends_no_more_is_looked_for(tmp_path: Path) -> None:
    item = "      - {{id: i{}, name: 지표, level: x, aggregation: sum, weight: -1}}\n"
    text = "department: 과\nprogrammes:\n  - id: p\n    name: 사업\n    indicators:\n"
    text += "".join(map(item.format, range(MOST_PROBLEMS + 1)))

    found = told(tmp_path, {**SAMPLE, "targets/tax.yaml": text, "targets/office.yaml": TAXED})

    assert len(found) == MOST_PROBLEMS + 1
    assert {code for code, _, _ in found} == {"unknown-word", "too-many-problems"}


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("office: [실\n", ["unclosed-bracket"]),
        (None, ["office-missing"]),
        (SAMPLE["targets/office.yaml"].replace("departments", "departements"), ["unknown-key"]),
        ("- 실\n", ["expected-mapping"]),
    ],
)
def test_an_office_that_cannot_be_read_keeps_nothing_back(
    office: str | None, expected: list[str], tmp_path: Path
) -> None:
    """What its files say by themselves is told; that their sources are unknown is not."""
    texts = made(SAMPLE, [next(mistakes_of(kind, SAMPLE)) for kind in (SHAPES[0], CHECKS[0])])
    texts = {**texts, "targets/office.yaml": office or ""}
    told(tmp_path, texts)
    if office is None:
        (tmp_path / "targets/office.yaml").unlink()

    found = [(one.code, one.spot.file) for one in read(tmp_path)[2]]

    assert sorted(found) == sorted(
        [*((code, "targets/office.yaml") for code in expected),
         ("unknown-word", "targets/jobs.yaml"), ("bad-id", "targets/jobs.yaml")]
    )  # fmt: skip


def test_of_an_office_that_cannot_be_read_no_source_is_missed(tmp_path: Path) -> None:
    """Not even where more figures name one than problems are told of a file."""
    broken = {**REAL, "targets/office.yaml": "office: [실\n"}

    assert told(tmp_path, broken) == [("unclosed-bracket", "targets/office.yaml", 1)]


def test_every_code_of_a_check_says_what_it_hangs_on() -> None:
    """Nobody adds a check without asking what it would tell of a text of which a part cannot be read."""
    checking = ("checks", "alike", "audit_checks", "timing", "ledgers", "renaming", "stating")
    rooms = [f"targets/{name}.py" for name in checking]
    rooms += [f"rules/{name}.py" for name in ("together", "checking", "demanding", "names")]
    rooms += ["rules/scoring/checking.py", "rules/scoring/saying.py", "rules/quality/checking.py"]
    codes = set()
    for room in rooms:
        tree = ast.parse((HOUSE / "scorecard" / room).read_text(encoding="utf-8"))
        codes |= {
            one.args[0].value
            for one in ast.walk(tree)
            if isinstance(one, ast.Call) and getattr(one.func, "id", getattr(one.func, "attr", "")) in RAISING
            if isinstance(one.args[0], ast.Constant)
        }

    assert len(codes) > 60
    assert codes - OF_RULES.keys() == set()


RAISING = ("Problem", "_problem")


def tell(mistakes: list[Mistake], texts: Texts = SAMPLE) -> tuple[list[Found], dict[Mistake, list[Found]]]:
    """Tell the problems of all mistakes together, and of each alone; those that break a text's syntax are not made."""
    with TemporaryDirectory() as folder:
        told(Path(folder), texts)
        alone = {one: told(Path(folder), made(texts, [one])) for one in mistakes}
        alone = {
            one: found for one, found in alone.items() if {code for code, _, _ in found} == {one.kind.code}
        }
        return told(Path(folder), made(texts, alone)), alone


@given(seed=st.integers(0, 2**32), many=st.integers(2, 6))
@settings(max_examples=60)
def test_mistakes_apart_are_told_like_each_alone(seed: int, many: int) -> None:
    """No more and no fewer, but for those of which it is written down that another one hides them."""
    mistakes = chosen(random.Random(seed), ALL, many, apart=True)
    together, alone = tell(mistakes)

    hold_apart(together, alone)


@pytest.mark.parametrize("seed", range(12))
def test_mistakes_in_the_real_targets_are_told_like_each_alone(seed: int) -> None:
    together, alone = tell(chosen(random.Random(seed), ALL_REAL, 5, apart=True), REAL)

    hold_apart(together, alone)


def hold_apart(together: list[Found], alone: dict[Mistake, list[Found]]) -> None:
    hidden = [one for one in alone if any(one.kind.code in other.kind.hides for other in alone)]
    assert_between(together, alone, {*alone} - {*hidden})


def assert_between(together: list[Found], alone: dict[Mistake, list[Found]], surely: set[Mistake]) -> None:
    """Hold that all told is what one of the mistakes alone gives, and that some mistakes are surely told."""
    assert {*together} <= {found for one in alone for found in alone[one]}
    assert {*together} >= {found for one in surely for found in alone[one]}


@given(seed=st.integers(0, 2**32), many=st.integers(2, 5))
@settings(max_examples=60)
def test_mistakes_in_one_place_bring_no_false_ones(seed: int, many: int) -> None:
    """What keeps a value from being read is told in any case; what hangs on such a value may wait."""
    mistakes = chosen(random.Random(seed), ALL, many, apart=False)
    together, alone = tell(mistakes)

    covered = [one for one in alone if any(one.kind.code in other.kind.covers for other in alone)]
    assert_between(together, alone, {one for one in alone if one.kind in SHAPES} - {*covered})


def test_of_clean_text_nothing_of_this_is_loaded(tmp_path: Path) -> None:
    told(tmp_path, SAMPLE)
    script = (
        "import sys; from pathlib import Path; from scorecard.rules.reading import read\n"
        "assert read(Path(sys.argv[1]))[2] == []\n"
        "print(*(name for name in sys.modules if name.startswith('scorecard.')))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True
    )

    loaded = {name.removeprefix("scorecard.") for name in done.stdout.split()}
    lazily = {
        f"targets.{name}" for name in ("echoes", "hanging", "placing", "remnants", "sparing", "unshaped")
    }
    assert "targets.shape" in loaded
    assert not loaded & {*lazily, "rules.hanging"}
