"""Rules are read strictly: every mistake has its code and its place, and all come at once."""

from pathlib import Path

import pytest
from conftest import Write
from projects import read_project

from scorecard.problems import Problem, say
from scorecard.rules.loading import load_rules

RULE = """\
rules:
  - id: one
    title: 제목
    about: target
    severity: high
    when: has_target
    message: "목표 {target}"
    why: 까닭
    action: 조치
"""
BANDS = """\
methods: {up: ratio, down: reciprocal, keep: tolerance}
keep_tolerance: 0.05
bands:
  - {status: achieved, at_least: 1.0}
  - {status: on_track, at_least: 0.95}
  - {status: watch, at_least: 0.80}
"""

Found = list[tuple[str, str]]


def found_in(folder: Path) -> Found:
    """Read a project and tell each problem's code and place."""
    return [(problem.code, str(problem.spot)) for problem in read_project(folder)[2]]


def with_rule(project: Write, old: str, new: str) -> Found:
    """Read the one rule with a piece of it changed."""
    assert old in RULE
    return found_in(project(rules={"risks": RULE.replace(old, new)}))


def test_a_rule_is_read_with_what_it_speaks_of(project: Write) -> None:
    rules, problems = load_rules(project(rules={"risks": RULE}))
    assert problems == []
    assert rules is not None
    (rule,) = rules.risks
    assert (rule.text.id, rule.facts, rule.file, rule.line) == ("one", ("has_target",), "rules/risks.yaml", 2)


def test_a_rule_without_english_speaks_korean_everywhere(project: Write) -> None:
    rules, _ = load_rules(project(rules={"risks": RULE}))
    assert rules is not None
    assert rules.risks[0].message_en == rules.risks[0].message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "when: has_target",
            "when: attainment < 95",
            [("expression-looks-like-percent", "rules/risks.yaml:6:24")],
        ),
        (
            "when: has_target",
            "when: has_target and targte > 1",
            [("expression-unknown-name", "rules/risks.yaml:6:26")],
        ),
        ("when: has_target", "when: 'targte > 1'", [("expression-unknown-name", "rules/risks.yaml:6:12")]),
        (
            "when: has_target",
            "when: >\n      targte > 1",
            [("expression-unknown-name", "rules/risks.yaml:6:11")],
        ),
        ("{target}", "{targte}", [("message-unknown-field", "rules/risks.yaml:7:18")]),
        ("severity: high", "severity: hihg", [("unknown-word", "rules/risks.yaml:5:15")]),
        ("    why: 까닭\n", "", [("missing-key", "rules/risks.yaml:2:5")]),
        (
            "title:",
            "titel:",
            [("unknown-key", "rules/risks.yaml:3:5")],
        ),
    ],
)
def test_a_mistake_in_a_rule_is_told_where_it_stands(
    project: Write, old: str, new: str, expected: Found
) -> None:
    assert sorted(with_rule(project, old, new)) == sorted(expected)


def test_an_english_message_is_checked_too(project: Write) -> None:
    english = RULE + '    en: {title: T, message: "{targte}", why: W, action: A}\n'
    assert found_in(project(rules={"risks": english})) == [
        ("message-unknown-field", "rules/risks.yaml:10:30")
    ]


def test_rules_of_one_name_are_refused(project: Write) -> None:
    twice = RULE + RULE.partition("\n")[2]
    assert found_in(project(rules={"risks": twice})) == [("duplicate-id", "rules/risks.yaml:10:9")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("up: ratio", "up: ratoi", ("unknown-method", "rules/attainment.yaml:1:15")),
        ("0.95", "0.75", ("bad-bands", "rules/attainment.yaml:4:3")),
        ("on_track", "achieved", ("bad-bands", "rules/attainment.yaml:4:3")),
        ("  - {status: watch, at_least: 0.80}\n", "", ("bad-bands", "rules/attainment.yaml:4:3")),
        ("at_least: 1.0", "at_least: 100", ("expression-looks-like-percent", "rules/attainment.yaml:4:34")),
        (
            "keep_tolerance: 0.05",
            "keep_tolerance: 50",
            ("expression-looks-like-percent", "rules/attainment.yaml:2:17"),
        ),
        ("keep_tolerance: 0.05", "keep_tolerance: viel", ("not-a-number", "rules/attainment.yaml:2:17")),
    ],
)
def test_methods_and_bands_must_fit(project: Write, old: str, new: str, expected: tuple[str, str]) -> None:
    assert found_in(project(rules={"attainment": BANDS.replace(old, new)})) == [expected]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("keep_tolerance: -0.05", "limit-out-of-range"),
        ("score_cap: 0", "limit-out-of-range"),
        ("score_cap: 100", "expression-looks-like-percent"),
        ("pace: {early: -1}", "limit-out-of-range"),
        ("pace: {least_events: -1}", "limit-out-of-range"),
        ("pace: {late_days: -1}", "limit-out-of-range"),
        ("pace: {shortfall: 0}", "limit-out-of-range"),
        ("forecast: {range: 0}", "limit-out-of-range"),
        ("forecast: {range: 1}", "limit-out-of-range"),
        ("forecast: {range: 80}", "expression-looks-like-percent"),
        ("forecast: {range: 5}", "limit-out-of-range"),
        ("forecast: {prior_weight: -0.5}", "limit-out-of-range"),
        ("forecast: {prior_weight: 50}", "expression-looks-like-percent"),
        ("forecast: {most_events: -1}", "limit-out-of-range"),
    ],
)
def test_no_number_stands_in_attainment_that_nothing_can_be_reckoned_with(
    project: Write, line: str, code: str
) -> None:
    text = BANDS.replace("keep_tolerance: 0.05\n", "" if "keep_" in line else "keep_tolerance: 0.05\n") + line
    folder = project(rules={"attainment": text + "\n"})
    column = line.rindex(":") + 3
    assert found_in(folder) == [(code, f"rules/attainment.yaml:{len(text.splitlines())}:{column}")]


@pytest.mark.parametrize(
    "line", ["pace: {early: 0, late_days: 0}", "forecast: {range: 0.99, prior_weight: 0}"]
)
def test_what_can_be_reckoned_with_may_stand_in_attainment(project: Write, line: str) -> None:
    assert found_in(project(rules={"attainment": f"{BANDS}{line}\n"})) == []


@pytest.mark.parametrize("name", ["attainment", "coverage", "risks"])
def test_each_file_of_rules_must_be_there(project: Write, name: str) -> None:
    folder = project()
    (folder / "rules" / f"{name}.yaml").unlink()
    assert found_in(folder) == [("rules-missing", f"rules/{name}.yaml")]


@pytest.mark.parametrize("name", ["attainment", "coverage", "risks"])
@pytest.mark.parametrize(
    ("text", "code"), [("", "file-empty"), ("[", "unclosed-bracket"), ("- a\n", "expected-mapping")]
)
def test_a_file_that_holds_no_rules_is_a_problem(project: Write, name: str, text: str, code: str) -> None:
    assert [code for code, _ in found_in(project(rules={name: text}))] == [code]


def test_all_mistakes_come_at_once(project: Write) -> None:
    rules = {
        "attainment": BANDS.replace("ratio", "x"),
        "risks": RULE.replace("target}", "x}"),
        "coverage": "offiec: {}\n",
    }
    codes = [code for code, _ in found_in(project(rules=rules))]
    assert codes == ["unknown-method", "unknown-key", "message-unknown-field"]


WAIVER = "    waivers: [{{indicator: {}, reason: 까닭, until: 2026-12-31}}]\n"


@pytest.mark.parametrize("answered", ["jobs/p", "jobs/p/i"])
def test_a_waiver_may_be_of_an_indicator_or_a_programme(project: Write, answered: str) -> None:
    assert found_in(project(rules={"risks": RULE + WAIVER.format(answered)})) == []


def test_a_waiver_of_what_does_not_exist_is_a_problem(project: Write) -> None:
    """A slip in an id would otherwise let a finding through or keep it for no reason."""
    folder = project(rules={"risks": RULE + WAIVER.format("jobs/p/j")})
    (problem,) = read_project(folder)[2]
    assert (problem.code, str(problem.spot)) == ("unknown-indicator", "rules/risks.yaml:10:27")
    assert problem.details == {"found": "jobs/p/j", "nearest": "jobs/p/i"}


def test_a_floor_of_an_unknown_department_is_a_problem(project: Write) -> None:
    folder = project(
        rules={"coverage": "office: {}\ndepartments:\n  each: {count: 0.5}\n  jbos: {count: 0.5}\n"}
    )
    (problem,) = read_project(folder)[2]
    assert (problem.code, str(problem.spot), problem.details["nearest"]) == (
        "unknown-department",
        "rules/coverage.yaml:4:3",
        "jobs",
    )


@pytest.mark.parametrize(
    "floor", ["office: {count: 52}\n", "office: {}\ndepartments: {jobs: {budget: 52}}\n"]
)
def test_a_floor_in_per_cent_is_refused(project: Write, floor: str) -> None:
    """Nobody covers 5,200 %; a gate nobody can pass would be switched off."""
    (problem,) = read_project(project(rules={"coverage": floor}))[2]
    assert (problem.code, problem.details) == (
        "expression-looks-like-percent",
        {"found": "52", "hint": "0.52"},
    )


def test_a_method_an_indicator_names_must_exist(project: Write) -> None:
    folder = project(INDICATOR_METHOD)
    (problem,) = read_project(folder)[2]
    assert (problem.code, str(problem.spot)) == ("unknown-method", "targets/jobs.yaml:6:50")
    assert problem.details["nearest"] == "parity"


INDICATOR_METHOD = """
- id: p
  name: 사업
  indicators:
    - {id: i, name: 지표, level: output, method: pairty, aggregation: last, direction: up}
"""


def test_every_problem_of_rules_has_words(project: Write) -> None:
    """The sentences of both languages are filled from what the problem carries."""
    broken = {
        "attainment": BANDS.replace("ratio", "x").replace("0.95", "0.7"),
        "risks": RULE + RULE.partition("\n")[2],
    }
    problems: list[Problem] = read_project(project(rules=broken))[2]
    assert len(problems) == 3
    assert all(say(problem, language).message for problem in problems for language in ("ko", "en"))
