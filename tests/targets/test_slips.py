"""One slip is told once, under the name of what was done, where it was done."""

from pathlib import Path

import pytest

from scorecard.targets.text import read_file, read_text

from .projects import JOBS, OFFICE, Place, places, problems_of, write_project

BODY = """department: 일자리과
programmes:
  - id: academy
    name: 청년학교
    indicators:
      - id: trained
        name: 수료 인원
        level: output
        aggregation: sum
        direction: up
        target:
          2026: 4,000명
        actual:
          2025: 3,303명
"""
NAMED = "        name: 수료 인원\n"
TARGET = "          2026: 4,000명\n"

SLIPS = (
    ("          2026: 4,000명\n", "\u3000\u3000\u30002026: 4,000명\n", ("odd-blank", 12, 1)),
    ("          2026: 4,000명\n", "    \u00a0     2026: 4,000명\n", ("odd-blank", 12, 5)),
    ("          2026: 4,000명\n", "          2026:\u30004,000명\n", ("odd-blank", 12, 11)),
    ("          2026: 4,000명\n", "        2026: 4,000명\n", ("not-indented", 12, 9)),
    ("4,000명", "4,000", ("unit-left-out", 12, 17)),
    ("3,303명", "3,303", ("unit-left-out", 14, 17)),
    ("4,000명", "4,000\u200b명", ("control-character", 12, 22)),
    ("4,000명", "4,000명#누계", ("not-a-figure", 12, 17)),
    (TARGET, f"<<<<<<< HEAD\n{TARGET}=======\n{TARGET}>>>>>>> b\n", ("conflict-markers", 12, 1)),
    ("      - id: trained\n", "      -id: trained\n", ("dash-without-blank", 6, 7)),
    ("4,000명", "!4,000명", ("tag-not-allowed", 12, 17)),
    ("name: 수료 인원", "name: &수료", ("alias-not-allowed", 7, 15)),
    ("name: 수료 인원", "name: ? 수료", ("stray-character", 7, 15)),
)  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "expected"), SLIPS, ids=[repr(wrong) for _, wrong, _ in SLIPS])
def test_a_slip_is_told_once_by_its_name(right: str, wrong: str, expected: Place, tmp_path: Path) -> None:
    assert right in BODY
    assert not problems_of(tmp_path, jobs=BODY)
    assert places(problems_of(tmp_path, jobs=BODY.replace(right, wrong, 1))) == [expected]


@pytest.mark.parametrize("closes", [True, False])
def test_a_quote_that_runs_on_is_told_where_it_begins(closes: bool) -> None:
    later = 'note: "끝"\n' if closes else f"note: {'가' * 12_000}\n"

    assert places(read_text(f'name: 청년\ntarget: "4,000명\nunit: 명\n{later}', "x.yaml")[1]) == [
        ("unclosed-quote", 2, 9)
    ]


def test_a_quote_closed_on_its_line_is_not_blamed() -> None:
    assert places(read_text('note: "가"\nname: "나" 다\n', "x.yaml")[1]) == [("trailing-text", 2, 11)]


def test_an_item_without_its_dash_is_one_slip(tmp_path: Path) -> None:
    second = BODY[BODY.index("      - id") :].replace("trained", "hired").replace("      - id", "        id")

    assert places(problems_of(tmp_path, jobs=BODY + second)) == [("dash-missing", 15, 9)]


def test_a_line_of_a_budget_without_money_is_one_slip(tmp_path: Path) -> None:
    line = "    budget:\n      - name: 운영\n{}        original: 10\n        spent: 5\n"
    with_unit = BODY + line.format("        unit: 백만\n")

    assert places(problems_of(tmp_path, jobs=with_unit)) == [("not-money", 17, 15)]
    assert places(problems_of(tmp_path, jobs=BODY + line.format(""))) == [("not-money", 17, 19)]


@pytest.mark.parametrize(
    ("content", "code", "line", "found"),
    [
        (b"PK\x03\x04\x14\x00\xff", "not-a-text-file", 0, "Excel(.xlsx) · HWPX · ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "not-a-text-file", 0, "HWP · Excel(.xls)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-a-text-file", 0, "PDF"),
        (BODY.encode("utf-16-le"), "not-utf8", 1, "UTF-16"),
        (BODY.encode("cp949"), "not-utf8", 1, "cp949 (EUC-KR)"),
        (BODY.encode().replace("인원".encode(), "인원".encode("cp949")), "letters-broken", 7, None),
        (BODY.encode()[: BODY.encode().index("수료".encode()) + 1], "letters-broken", 7, None),
    ],
)
def test_what_is_no_text_is_named(
    content: bytes, code: str, line: int, found: str | None, tmp_path: Path
) -> None:
    (tmp_path / "jobs.yaml").write_bytes(content)
    text, [problem] = read_file(tmp_path / "jobs.yaml", "targets/jobs.yaml")

    assert text is None
    assert (problem.code, problem.spot.line, problem.details.get("found")) == (code, line, found)


def test_a_file_that_leads_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    project = write_project(tmp_path / "project")
    for place in (tmp_path / "secret", project / "drafts"):
        place.write_text(JOBS, encoding="utf-8")
        (project / "targets" / "jobs.yaml").unlink()
        (project / "targets" / "jobs.yaml").symlink_to(place)
        _, problems = read_file(project / "targets" / "jobs.yaml", "targets/jobs.yaml")

        assert places(problems) == ([("outside-project", 0, 0)] if place.name == "secret" else [])


AUDIT = """audit: 감사
headings: {demand: 요구, proposal: 건의, other: 기타}
items:
  - id: one
    kind: demand
    departments: [jobs]
    subject: 청년
    state: done
    source: report#1
    programmes: [academy]
"""


@pytest.mark.parametrize(
    ("office", "jobs", "expected"),
    [
        (OFFICE.replace("- jobs", "- job"), BODY, [("department-missing", 5, 5)]),
        (OFFICE, BODY.replace("id: academy", "id: Academy"), [("bad-id", 3, 9)]),
        (OFFICE, BODY.replace("id: academy", "id: school"), [("unknown-programme", 10, 18)]),
    ],
)
def test_the_audit_adds_nothing_to_a_mistake_of_a_department(
    office: str, jobs: str, expected: list[Place], tmp_path: Path
) -> None:
    assert not problems_of(tmp_path, OFFICE, jobs=BODY, audit=AUDIT)
    assert places(problems_of(tmp_path, office, jobs=jobs, audit=AUDIT)) == expected
