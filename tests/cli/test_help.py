"""`scorecard help`: every code, every rule and every fact has a page, in both languages."""

from pathlib import Path

import pytest
from conftest import Write
from projects import HOUSE

from scorecard.cli.main import COMMANDS
from scorecard.problems import LANGUAGES, catalogue
from scorecard.rules.loading import load_rules
from scorecard.rules.models import Rule
from scorecard.targets.vocabulary import VOCABULARY
from scorecard.wording.phrases import phrase

from .running import HANGUL, run, told

RULES, _ = load_rules(HOUSE)
assert RULES is not None
FACTS = {fact.name: fact for facts in VOCABULARY.values() for fact in facts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_with_a_wrong_and_a_right_text(language: str) -> None:
    for code, entry in catalogue().items():
        shown = run("help", code, "--lang", language)

        assert (shown.exit_code, shown.stderr) == (0, "")
        assert entry[language]["title"] in shown.stdout
        assert str(entry["wrong"]).strip().splitlines()[0].strip() in shown.stdout


@pytest.mark.parametrize("rule", RULES.risks, ids=lambda rule: rule.text.id)
def test_every_shipped_rule_is_explained_in_both_languages(rule: Rule) -> None:
    text = rule.text
    assert text.en is not None
    korean, english = (run("--project", HOUSE, "--lang", one, "help", text.id).stdout for one in LANGUAGES)

    assert text.why in korean
    assert text.en.why in english
    assert text.when in korean
    said = english.partition("Fires on")[0]
    for quoted in (text.when, text.en.message, "신규"):  # A condition, and a format such as `{budget:억}`.
        said = said.replace(quoted, "")
    assert not HANGUL.search(said)


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_found_by_both_its_names(name: str) -> None:
    fact = FACTS[name]

    assert fact.meaning in run("help", name, "--lang", "en").stdout
    assert fact.meaning_ko in run("help", *fact.korean.split()).stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_explained_as_by_its_own_help(name: str) -> None:
    assert f"Usage: scorecard {name}" in run("help", name).stdout


def test_a_rule_is_found_by_its_printed_title() -> None:
    assert (
        "[target-below-previous]"
        in run("--project", HOUSE, "help", "전년", "실적보다", "낮은", "목표").stdout
    )


def test_a_waiver_is_told_with_its_end(project: Write) -> None:
    waiver = "waivers: [{indicator: jobs/p/i, reason: 예산 단가 인상, until: 2026-12-31}]"
    rule = f"rules: [{{id: r, title: 말, about: data, severity: low, when: due, message: 말, why: 왜, action: 조치, {waiver}}}]"

    shown = run("--project", project(rules={"risks": rule}), "help", "r").stdout

    assert "jobs/p/i: 예산 단가 인상 (2026. 12. 31.까지)" in shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("unit-chnaged", "unit-changed"), ("attainmet", "attainment"), ("chek", "check"), ("달성율", "달성률")],
)
def test_a_word_misspelt_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    result = run("help", typed)

    assert result.exit_code == 2
    assert meant in result.stderr


def test_a_word_nobody_knows_is_refused_without_a_guess() -> None:
    result = run("help", "\x1b]0;zzzz", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "there is no help on ' ]0;zzzz'\n"


def test_help_works_where_there_is_no_project_and_where_its_rules_are_broken(
    tmp_path: Path, project: Write
) -> None:
    broken = project(rules={"risks": "rules: ["})

    assert run("--project", tmp_path, "help", "tab").exit_code == 0
    assert run("--project", broken, "help", "tab").exit_code == 0
    assert phrase("help-rules-unread", "ko") in run("--project", broken, "help", "my-rule").stderr


def test_without_a_word_it_says_what_can_be_asked() -> None:
    assert RULES is not None
    shown = run("--project", HOUSE, "help").stdout

    assert "Usage: scorecard" in shown
    assert f"규칙 {len(RULES.risks)}개" in shown


def test_whoever_meets_a_problem_is_told_how_to_learn_more(project: Write) -> None:
    result = run("--project", project("- {id: p, naem: 이름}"), "check")

    assert result.stderr.endswith(f"자세히: scorecard help {told(result)[0][0]}\n")
