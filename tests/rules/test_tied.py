"""What tie-outs say of each programme: counted, named, and laid at the right door."""

from pathlib import Path

import numpy as np
import pytest
from projects import assessed, department, judge, write_project

from scorecard.cards.notes import message, open_findings, row_id
from scorecard.rules.assess import Assessment
from scorecard.rules.tied import Owner, owner_of
from scorecard.targets.columns import missing_in

STATED = """
- id: school
  name: School
  budget:
    - name: School
      unit: 백만원
      source: report#1 II
      original: 44,443
      previous: 1,612
      stated:
        - {place: V, source: report#9 V, unit: 천원, original: '44,443,130', previous: '1,821,697'}
- id: museum
  name: Museum
  budget:
    - name: Running the museum
      unit: 천원
      source: report#2 II
      current: 681,021
      committed: 138,236
      stated:
        - {place: V, source: report#8 V, unit: 천원, current: '681,021', committed: '138,236', committed_rate: 20.2}
- id: plain
  name: Plain
"""


@pytest.fixture(scope="module")
def stated() -> Assessment:
    return assessed(STATED)


def test_tie_outs_are_counted_by_programme(stated: Assessment) -> None:
    table = stated.programmes

    assert table.numbers("tie_outs").tolist() == [2, 3, 0]
    assert table.numbers("contradictions").tolist() == [1, 0, 0]
    assert table.numbers("contradiction_size")[0] == pytest.approx(209_697 / 1_821_697)
    assert np.isnan(table.numbers("contradiction_size")[1:]).all()
    assert table.numbers("cut_offs").tolist() == [0, 1, 0]
    assert missing_in(table.columns["contradiction"]).tolist() == [False, True, True]
    assert missing_in(table.columns["cut_off"]).tolist() == [True, False, True]


def test_contradictions_are_findings_that_name_both_places(stated: Assessment) -> None:
    """The name of the line is said only where it is not that of the programme."""
    said = {
        finding.rule.text.id: (row_id(stated, finding), message(stated, finding, "ko"))
        for finding in open_findings(stated)
        if finding.rule.text.id.startswith("source-")
    }

    assert said == {
        "source-contradiction": (
            "jobs/school",
            "함께 맞을 수 없음: 전년도 최종예산: II (report#1)에는 1,612백만원, V (report#9)에는 1,821,697천원 (차이 210백만원)",
        ),
        "source-cut-off": (
            "jobs/museum",
            "버린 것이라야 맞음: Running the museum 원인행위액 집행률: V (report#8)에는 138,236천원 ÷ 681,021천원 = 20.298%, V (report#8)에는 20.2% (차이 0.1%p)",
        ),
    }


def test_the_widest_contradiction_is_said_and_further_ones_are_counted() -> None:
    twice = assessed(STATED.replace("44,443,130", "44,943,130"))
    [finding] = [one for one in open_findings(twice) if one.rule.text.id == "source-contradiction"]

    assert message(twice, finding, "ko").endswith("1,821,697천원 (차이 210백만원) 외 1건")
    assert message(twice, finding, "en").endswith("(difference 210백만원), and 1 more")


def test_where_nothing_contradicts_there_are_no_words_for_it() -> None:
    """Whoever writes a rule for all rows prints a dash."""
    rule = 'rules: [{id: r, title: 가, about: data, severity: low, each: programme, when: "tie_outs == 0", message: "{contradiction}", why: 가, action: 가}]'
    plain = assessed("- {id: p, name: P}", rules={"risks": rule})
    [finding] = plain.findings

    assert message(plain, finding, "ko") == "–"


def test_a_slip_of_less_than_a_hundredth_weighs_less() -> None:
    slip = assessed(STATED.replace("1,821,697", "1,613,697"))

    found = {one.rule.text.id for one in open_findings(slip) if one.rule.text.id.startswith("source-")}
    assert found == {"source-contradiction-small", "source-cut-off"}


def test_a_total_that_is_no_sum_is_no_programmes_fault(tmp_path: Path) -> None:
    """The department's own total contradicts; no programme is caught for it."""
    total = "stated: [{place: II, source: report#4, unit: 백만원, original: '99'}]\n"
    lines = "- {id: p, name: P, budget: [{name: P, unit: 백만원, source: report#1, original: '10'}]}"
    assessment = judge(write_project(tmp_path, {"jobs": department(lines) + total}))

    assert [owner_of(tie.path) for tie in assessment.ties] == [Owner("jobs")]
    assert assessment.programmes.numbers("contradictions").tolist() == [0]


def test_programmes_of_two_departments_are_kept_apart(tmp_path: Path) -> None:
    texts = {
        "a": department("- {id: x, name: X}\n" + STATED.strip(), "가과"),
        "b": department(STATED, "나과"),
    }
    assessment = judge(write_project(tmp_path, texts))

    assert assessment.programmes.numbers("contradictions").tolist() == [0, 1, 0, 0, 1, 0, 0]


def test_a_project_without_statements_has_no_tie_outs() -> None:
    table = assessed("- {id: p, name: P}").programmes

    assert table.numbers("tie_outs").tolist() == [0]
    assert np.isfinite(table.numbers("contradictions")).all()
