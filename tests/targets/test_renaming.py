"""Ids change; what once had another is found again."""

from pathlib import Path

import pytest

from scorecard.targets.loading import load_or_raise
from scorecard.targets.renaming import renaming_of

from .projects import OFFICE, Place, places, problems_of, write_project

TEXT = """\
department: 일자리과
formerly: [work]
programmes:
  - id: academy
    name: 사업
    formerly: [school, culture/classes]
    indicators:
      - id: trained
        formerly: [taught, culture/other/pupils]
        name: 지표
        level: output
        aggregation: sum
        direction: up
        parts: [{id: youth, formerly: [young], name: 청년}]
  - id: other
    name: 딴 사업
"""


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("work", "jobs"),
        ("jobs/school", "jobs/academy"),
        ("work/school", "jobs/academy"),
        ("culture/classes", "jobs/academy"),
        ("work/academy/trained", "jobs/academy/trained"),
        ("work/school/taught", "jobs/academy/trained"),
        ("culture/classes/taught/young", "jobs/academy/trained/youth"),
        ("culture/other/pupils", "jobs/academy/trained"),
        ("culture/other/pupils/youth", "jobs/academy/trained/youth"),
        ("jobs/academy/trained", "jobs/academy/trained"),
        ("culture/other", "culture/other"),
    ],
)
def test_a_former_id_leads_to_todays(tmp_path: Path, former: str, today: str) -> None:
    assert renaming_of(load_or_raise(write_project(tmp_path, jobs=TEXT))).today(former) == today


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[work]", "[jobs]", ("former-id-in-use", 2, 12)),
        ("[work]", "[work, work]", ("former-id-in-use", 2, 18)),
        ("[school,", "[other,", ("former-id-in-use", 6, 16)),
        ("[school,", "[jobs/academy,", ("former-id-in-use", 6, 16)),
        ("[school,", "[culture/classes,", ("former-id-in-use", 6, 33)),
        ("[taught,", "[trained,", ("former-id-in-use", 9, 20)),
    ],
)
def test_a_former_id_that_is_in_use(tmp_path: Path, old: str, new: str, expected: Place) -> None:
    assert places(problems_of(tmp_path, OFFICE, jobs=TEXT.replace(old, new))) == [expected]
