"""A figure is proved by the line its source names, in the very text the line numbers belong to."""

import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.targets.claims import occurs, tells
from scorecard.targets.evidence import Proof, claims_in, find_texts, prove
from scorecard.targets.loading import load_or_raise
from scorecard.targets.measures import Book
from scorecard.targets.periods import read_period

from .projects import JOBS, OFFICE, places, write_project

REPORT = """\
경제실 주요업무보고
추진목표 AI 인재 4,000명 양성
추진실적 3,303명 (상반기 1,303명, 하반기 2,000명)
예산현액 44,443백만원
착공 '26. 6월 준공 하반기
"""

CLAIMS = JOBS.replace("#99", "#4").replace("#697", "#2").replace("#715", "#3")


def book_of(folder: Path, jobs: str = CLAIMS, report: bytes = REPORT.encode()) -> Book:
    """Write a project and the report its figures come from, and read the project."""
    (folder / "sources" / "deeper").mkdir(parents=True)
    (folder / "sources" / "deeper" / "report.txt").write_bytes(report)
    office = f"{OFFICE}    sha256: {hashlib.sha256(report).hexdigest().upper()}\n"
    return load_or_raise(write_project(folder, office, jobs=jobs))


def proof_of(folder: Path, jobs: str = CLAIMS, report: bytes = REPORT.encode()) -> Proof:
    """Prove a project's figures against a report."""
    return prove(book_of(folder, jobs, report), folder / "sources")


def test_figures_on_their_lines_are_proved(tmp_path: Path) -> None:
    proof = proof_of(tmp_path)

    assert (proof.proved, proof.unsourced, proof.found, proof.missing, proof.problems) == (
        3,
        0,
        ("report",),
        (),
        (),
    )


@pytest.mark.parametrize("written", ["4,001명", "000명", "400명", "4,000건", "14,000명"])
def test_a_figure_that_is_not_on_its_line_is_a_problem(tmp_path: Path, written: str) -> None:
    proof = proof_of(
        tmp_path,
        CLAIMS.replace("4,000명", written).replace("3,303명", "{value: '3,303명', comparability: different}"),
    )

    assert places(proof.problems) == [("figure-not-on-line", 18, 17)]
    assert proof.problems[0].details == {"found": written, "cited": "report#2"}


def test_the_neighbouring_line_proves_nothing(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, CLAIMS.replace("report#2 ", "report#1 "))

    assert places(proof.problems) == [("figure-not-on-line", 18, 17)]
    assert proof_of(tmp_path / "b", CLAIMS.replace("report#2 ", "report#1-2 ")).problems == ()


def test_every_part_of_a_sum_is_proved_for_itself(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, CLAIMS.replace("3,303명", "{sum: ['1,303명', '2,000명', '1명']}"))

    assert proof.proved == 4
    assert [problem.details["found"] for problem in proof.problems] == ["1명"]


def test_both_sides_of_a_ratio_are_proved(tmp_path: Path) -> None:
    ratio = CLAIMS.replace("3,303명", "1,303명/2,000명").replace("aggregation: sum", "aggregation: ratio")
    proof = proof_of(tmp_path, ratio.replace("4,000명", "{value: 76%, comparability: different}"))

    assert proof.proved == 3
    assert [problem.details["found"] for problem in proof.problems] == ["76%"]


def test_a_value_may_cite_another_line_than_its_indicator(tmp_path: Path) -> None:
    jobs = CLAIMS.replace("3,303명", "{value: '1,303명', source: report#3 가}").replace(
        "actual: report#3", "actual: report#1"
    )

    assert proof_of(tmp_path, jobs).problems == ()


def test_a_line_beyond_the_text_is_a_problem_and_never_passed_over(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, CLAIMS.replace("#2", "#2000"))

    assert [problem.code for problem in proof.problems] == ["figure-not-on-line"]
    assert proof.problems[0].details == {"found": "4,000명", "cited": "report#2000"}


def test_figures_without_a_source_are_counted(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, CLAIMS.split("        source:\n          target")[0])

    assert (proof.proved, proof.unsourced) == (1, 2)


def test_what_is_missing_claims_nothing(tmp_path: Path) -> None:
    book = book_of(tmp_path, CLAIMS.replace("3,303명", "신규").replace("44,443", "'-'"))

    assert [claim.found for claim in claims_in(book)] == ["4,000명"]


def steps_due(due: str, cited: str = "report#5") -> str:
    """Write an indicator with figures and one step on the way to them."""
    return f"{CLAIMS}        steps:\n          - name: 착공\n            due: {due}\n            source: {cited}\n"


@pytest.mark.parametrize("due", ["2026-06", "2026H2", "2026"])
def test_the_time_a_step_is_due_is_proved_and_counted_like_a_figure(tmp_path: Path, due: str) -> None:
    proof = proof_of(tmp_path, steps_due(due))

    assert (proof.proved, proof.unsourced, proof.problems) == (4, 0, ())


@pytest.mark.parametrize("due", ["2026-07", "2027-06", "2026H1", "2026Q3", "2027"])
def test_a_time_that_is_not_on_the_line_is_a_problem(tmp_path: Path, due: str) -> None:
    proof = proof_of(tmp_path, steps_due(due))

    assert (proof.proved, places(proof.problems)) == (3, [("figure-not-on-line", 26, 18)])
    assert proof.problems[0].details == {"found": due, "cited": "report#5"}


def test_a_step_without_a_source_of_its_own_cites_what_the_target_cites(tmp_path: Path) -> None:
    silent = steps_due("2026-06").replace("            source: report#5\n", "")
    proof = proof_of(tmp_path, silent)

    assert [problem.details for problem in proof.problems] == [{"found": "2026-06", "cited": "report#2"}]


@pytest.mark.parametrize(
    ("due", "line"),
    [
        ("2026-06", "착공 : '26. 6."),
        ("2026-06", "착공('26.6.)"),
        ("2026-06", "설계 완료: 2026년 6월"),
        ("2026-06", "공모 : ~ '26. 06."),
        ("2026-07", "협약 : '26. 6.~7."),
        ("2026-04", "선정 : '26. 3~4."),
        ("2026-03", "간담회(3~10월 3회)"),
        ("2026-02", "2·9월 통합판매전"),
        ("2026-05", "개최 : '26. 5., 9."),
        ("2026-09", "개최 : '26. 5., 9."),
        ("2026-09", "개최 : '26. 9.16.~20."),
        ("2026-02-24", "개관 및 행사('26.2.24.)"),
        ("2026-08-25", "'26.8.23.(일) ~ 8.25.(화)"),
        ("2026-02-05", "2월 5일 개설"),
        ("2026H1", "변경^{26.상반기}"),
        ("2026H1", "선정 : '26. 상·하반기"),
        ("2026H2", "선정 : '26. 상·하반기"),
        ("2026Q3", "3분기 개최"),
        ("2030", "준공('30.)"),
        ("2029", "준공^{29년}"),
        ("2027~2029", "'27년~'29년"),
    ],
)
def test_a_date_is_found_in_the_ways_a_report_prints_it(due: str, line: str) -> None:
    assert tells(read_period(due, 1), line)


@pytest.mark.parametrize(
    ("due", "line"),
    [
        ("2026-06", "준공 : '27. 6."),
        ("2026-06", "2025년 6월 준공"),
        ("2026-06", "'26. 16."),
        ("2026-02", "'26. 12.~"),
        ("2026-03", "연면적 3.1만㎡"),
        ("2026-03", "23.4%"),
        ("2026-02-24", "'26.2.25."),
        ("2026-02-02", "'26.2.24."),
        ("2026-02-24", "'25.2.24."),
        ("2026H1", "'26. 하반기"),
        ("2026H2", "'25. 하반기"),
        ("2026H2", "'25. 상·하반기"),
        ("2026Q1", "'26년 11분기"),
        ("2026", "12,026건"),
        ("2026", "26개 기업"),
        ("2030", "'26.8. 착공"),
    ],
)
def test_another_date_and_a_mere_number_prove_nothing(due: str, line: str) -> None:
    assert not tells(read_period(due, 1), line)


def test_a_month_is_one_of_the_calendar_wherever_the_fiscal_year_begins() -> None:
    assert tells(read_period("2027-02", 4), "준공 : '27. 2.")


def test_a_text_that_was_changed_in_the_least_is_not_the_source(tmp_path: Path) -> None:
    book = book_of(tmp_path)
    (tmp_path / "sources" / "deeper" / "report.txt").write_text(REPORT + " ", encoding="utf-8")

    proof = prove(book, tmp_path / "sources")
    assert (proof.proved, proof.found, proof.missing, proof.problems) == (0, (), ("report",), ())


def test_a_folder_that_is_not_there_holds_no_source(tmp_path: Path) -> None:
    assert prove(book_of(tmp_path), tmp_path / "nowhere").missing == ("report",)


def test_a_source_without_a_checksum_is_never_found(tmp_path: Path) -> None:
    book = load_or_raise(write_project(tmp_path))

    assert find_texts(book, tmp_path) == {}


@pytest.mark.parametrize(
    "report",
    [
        REPORT.replace("\n", "\r\n").encode(),
        REPORT.encode("utf-8-sig"),
        unicodedata.normalize("NFD", REPORT).encode(),
    ],
)
def test_a_source_may_come_from_any_system(tmp_path: Path, report: bytes) -> None:
    assert proof_of(tmp_path, report=report).proved == 3


def test_links_are_not_followed(tmp_path: Path) -> None:
    book = book_of(tmp_path)
    (tmp_path / "links").mkdir()
    try:
        (tmp_path / "links" / "report.txt").symlink_to(tmp_path / "sources" / "deeper" / "report.txt")
        (tmp_path / "links" / "loop").symlink_to(tmp_path / "links")
    except OSError:
        pytest.skip("this system lets nobody make links")

    assert prove(book, tmp_path / "links").found == ()


@pytest.mark.parametrize(
    ("figure", "line", "stands"),
    [
        ("10명", "모두 10명 양성", True),
        ("10명", "110명", False),
        ("10명", "1,210명", False),
        ("10명", "2.10명", False),
        ("10명", "'26.10명", False),
        ("2,200", "2,200,000", False),
        ("2,200", "2,200.", True),
        ("2,200", "2,200.5", False),
        ("2,200", "2,200백만원", True),
        ("57실", "최대57실", True),
        ("약 300건", "약 300건", True),
        ("4.11", "△4.11", True),
        ("(주)", "(주) 가", True),
    ],
)
def test_a_figure_stands_on_a_line_as_a_whole(figure: str, line: str, stands: bool) -> None:
    found = occurs(figure, line)

    assert bool(found) is stands
    assert found is None or line[slice(*found)] == figure


@given(
    st.integers(0, 10**9),
    st.sampled_from(["명", "개사", ""]),
    st.sampled_from(["", "모두 ", "(", "△"]),
    st.sampled_from(["", " 양성", ")", ", "]),
)
def test_a_figure_is_found_in_words_and_not_in_a_longer_number(
    number: int, unit: str, before: str, after: str
) -> None:
    figure = f"{number:,}{unit}"

    assert occurs(figure, before + figure + after)
    assert not occurs(figure, f"{before}1,{figure}{after}")
    assert not occurs(figure, f"{before}9{figure}{after}")
