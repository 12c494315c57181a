"""What CI reads is valid whatever stands in names and messages, and says how it ended."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import attrs
import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from scorecard.cards.bulletin import Bulletin, Case, Entry, Grade, State, Topic, bulletin_of_problems
from scorecard.problems import Problem, Spot
from scorecard.reports.badge import badge
from scorecard.reports.codequality import code_quality
from scorecard.reports.junit import junit
from scorecard.reports.sarif import MOST_RESULTS, sarif
from scorecard.reports.verdicts import verdict_record, verdict_text

SCHEMATA = Path(__file__).parent.parent / "schemata"
GITLAB: Mapping[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"lines": {"type": "object", "required": ["begin"]}},
            },
        },
    },
}


@cache
def sarif_schema() -> Any:
    text = (SCHEMATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


@cache
def junit_schema() -> Any:
    return xmlschema.XMLSchema(str(SCHEMATA / "junit-10.xsd"))


hostile = st.text(st.characters(), max_size=30) | st.sampled_from(
    [
        "]]>",
        "<script>",
        "&amp;",
        '"',
        "\x00\x1b[31m",
        "\ud800",
        "\ufffe",
        "::error::",
        "|`*_",
        "한국어 이름",
        "\u202e",
    ]
)
spots = st.builds(Spot, hostile, st.integers(0, 99), st.integers(0, 99))
entries = st.builds(
    Entry, st.sampled_from(["gate-count", "rule", "other"]), st.sampled_from(Grade), hostile, spots, hostile, st.sampled_from(["", "사유"]) | hostile
)  # fmt: skip
cases = st.builds(
    Case, st.just("office"), hostile, st.just("count"), hostile, hostile, st.booleans(), st.just("") | hostile, hostile,
    st.lists(entries, max_size=3).map(tuple),
)  # fmt: skip
bulletins = st.builds(
    Bulletin, st.sampled_from(["gate", "check"]), hostile, st.sampled_from(["ko", "en"]), st.sampled_from(State), hostile,
    st.lists(cases, max_size=4).map(tuple), st.lists(entries, max_size=6).map(tuple),
    st.lists(st.builds(Topic, st.sampled_from(["gate-count", "rule"]), hostile, hostile, hostile, hostile, st.sampled_from(Grade)), max_size=2, unique_by=lambda one: one.id).map(tuple),
    st.lists(hostile, max_size=2).map(tuple), st.lists(hostile, max_size=3, unique=True).map(tuple), st.just("2026-01-31"),
)  # fmt: skip


@given(bulletins)
def test_sarif_is_valid_whatever_it_tells(bulletin: Bulletin) -> None:
    text = json.dumps(sarif(bulletin, "a b/"), ensure_ascii=False)
    text.encode("utf-8")
    sarif_schema().validate(json.loads(text))


@given(bulletins)
def test_junit_is_valid_whatever_it_tells(bulletin: Bulletin) -> None:
    text = junit(bulletin)
    text.encode("utf-8")
    junit_schema().validate(text)
    for suite in Tree.fromstring(text):
        found = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(found)
        assert int(suite.attrib["failures"]) == sum(one.find("failure") is not None for one in found)


@given(bulletins)
def test_code_quality_has_the_shape_gitlab_documents(bulletin: Bulletin) -> None:
    told = code_quality(bulletin)
    jsonschema.validate(told, dict(GITLAB))
    assert len({one["fingerprint"] for one in told}) == len(told)


@given(bulletins)
def test_a_badge_is_a_picture_that_says_what_it_shows(bulletin: Bulletin) -> None:
    picture = Tree.fromstring(badge(bulletin))
    title = picture.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == picture.attrib["aria-label"]
    assert picture.find(".//{http://www.w3.org/2000/svg}script") is None


@given(bulletins)
def test_markdown_holds_no_html_of_a_name(bulletin: Bulletin) -> None:
    text = verdict_text(bulletin)
    text.encode("utf-8")
    assert "<" not in text
    json.dumps(verdict_record(bulletin), allow_nan=False)


ENTRY = Entry("rule", Grade.MEDIUM, "낮은 목표", Spot("targets/jobs.yaml", 12, 7), "jobs/p/i")
PLAIN = Bulletin("gate", "관문", "ko", State.FAILS, "실패", entries=(ENTRY,))


def result_of(bulletin: Bulletin, root: str = "") -> Any:
    return sarif(bulletin, root)["runs"][0]["results"][0]


def test_a_result_has_its_place_from_the_top_of_the_repository() -> None:
    place = result_of(PLAIN, "경제실 2026/")["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%EA%B2%BD%EC%A0%9C%EC%8B%A4%202026/targets/jobs.yaml"
    assert place["region"] == {"startLine": 12, "startColumn": 7}


def test_a_fingerprint_stays_when_lines_move_and_differs_between_subjects() -> None:
    def key(**changed: Any) -> Any:
        return result_of(attrs.evolve(PLAIN, entries=(attrs.evolve(ENTRY, **changed),)))[
            "partialFingerprints"
        ]

    assert key() == key(spot=Spot("targets/jobs.yaml", 99, 1)) == key(message="낮은 목표 2")
    assert key() != key(about="jobs/p/j")


def test_alike_entries_have_fingerprints_of_their_own() -> None:
    told = code_quality(attrs.evolve(PLAIN, entries=(ENTRY, ENTRY, ENTRY)))
    assert len({one["fingerprint"] for one in told}) == 3


def test_what_is_waived_is_suppressed_with_its_reason_and_not_told_to_gitlab() -> None:
    waived = attrs.evolve(PLAIN, entries=(attrs.evolve(ENTRY, waived="예산 단가 인상"),))
    assert result_of(waived)["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "예산 단가 인상"}
    ]
    assert code_quality(waived) == []
    assert "suppressions" not in result_of(PLAIN)


@pytest.mark.parametrize(
    ("grade", "level", "severity"),
    [
        (Grade.BLOCKER, "error", "blocker"), (Grade.HIGH, "error", "critical"), (Grade.MEDIUM, "warning", "major"),
        (Grade.LOW, "note", "minor"), (Grade.NOTE, "note", "info"),
    ],
)  # fmt: skip
def test_gravity_has_its_word_in_each_format(grade: Grade, level: str, severity: str) -> None:
    bulletin = attrs.evolve(PLAIN, entries=(attrs.evolve(ENTRY, grade=grade),))
    assert result_of(bulletin)["level"] == level
    assert code_quality(bulletin)[0]["severity"] == severity


@pytest.mark.parametrize(
    ("state", "judged"), [(State.HOLDS, True), (State.FAILS, True), (State.UNJUDGED, False)]
)
def test_an_invocation_succeeds_only_where_something_was_judged(state: State, judged: bool) -> None:
    (invocation,) = sarif(attrs.evolve(PLAIN, state=state))["runs"][0]["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (judged, state.value)
    assert bool(invocation["toolExecutionNotifications"]) != judged


def test_more_results_than_a_host_takes_are_cut_with_a_word() -> None:
    many = tuple(attrs.evolve(ENTRY, about=str(n)) for n in range(MOST_RESULTS + 5))
    (run,) = sarif(attrs.evolve(PLAIN, entries=many))["runs"]
    assert len(run["results"]) == MOST_RESULTS
    assert f"{MOST_RESULTS}" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_problems_are_errors_of_the_text_they_stand_in() -> None:
    problem = Problem("tab", Spot("targets/jobs.yaml", 3, 1))
    bulletin = bulletin_of_problems("check", [problem], "ko", ["targets/jobs.yaml", "targets/office.yaml"])
    (suite,) = Tree.fromstring(junit(bulletin))
    assert [(one.attrib["name"], one.find("error") is not None) for one in suite.findall("testcase")] == [
        ("targets/jobs.yaml", True),
        ("targets/office.yaml", False),
    ]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("통과", "실패", "판단 못 함")), ("en", ("passing", "failing", "not judged"))],
)
def test_a_badge_says_its_state_in_words_and_shape(
    state: State, language: Any, words: tuple[str, ...]
) -> None:
    pictures = {one: badge(attrs.evolve(PLAIN, state=one, language=language)) for one in State}
    assert words[state.value] in pictures[state]
    shapes = {one: pictures[one].split(' d="')[2].partition('"')[0] for one in State}
    assert len(set(shapes.values())) == 3
