"""A schedule is printed as written, in English by its months."""

import pytest

from scorecard.cards.texts import schedule_words
from scorecard.targets.schedules import read_schedule


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("연중", "all year"),
        ("1~12월", "all year"),
        ("2월, 9월", "Feb, Sep"),
        ("4~12월", "Apr–Dec"),
        ("3. ~ 12.", "Mar–Dec"),
        ("상·하반기", "Jan–Jun, Jul–Dec"),
        ("~ '26. 9.", "until Sep 2026"),
        ("'26. 2.~", "Feb 2026–"),
    ],
)
def test_in_english_months_stand_for_korean_words(written: str, english: str) -> None:
    assert schedule_words(read_schedule(written), "en") == english
    assert schedule_words(read_schedule(written), "ko") == written
