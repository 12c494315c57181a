"""Whoever meets a problem is told in plain words, in both languages, what it is and what to type instead."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from scorecard.problems import LANGUAGES, LONGEST_DETAIL, Problem, Spot, catalogue, first_of, in_order, say
from scorecard.rules.language.reading import read_condition
from scorecard.rules.language.templates import read_template
from scorecard.targets import syntax
from scorecard.targets.budgets import BudgetLine
from scorecard.targets.loading import load_book
from scorecard.targets.measures import Office
from scorecard.targets.text import read_text
from scorecard.targets.vocabulary import INDICATOR_FACTS

HOUSE = Path(__file__).parent.parent
CODES = sorted(catalogue())

#: Calls that raise a problem, and at which place the code stands.
RAISERS = {"Mistake": 0, "Problem": 0, "stop": 0, "complain": 0, "note": 1, "_only": 1}
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+|tab")

#: What no piece of a text shows: it lies in the files, the rules' other files or the command line.
ELSEWHERE = frozenset((
    "unknown-rule", "demand-below-zero", "limit-out-of-range", "base-unknown", "base-shallow", "base-has-problems",
    "edit-by-hand", "value-exists", "entry-without-sign", "entry-twice", "file-changed-meanwhile",
    "file-unwritable", "file-not-put-back", "outside-project", "init-exists",
    "no-edition", "results-newer-version", "results-too-large", "results-too-deep",
    "excel-missing", "parquet-missing", "form-exists", "form-too-large", "form-macros", "form-encrypted", "form-old-excel",
    "form-unreadable", "form-without-heading", "form-of-other-project", "form-other-version", "column-twice",
    "row-unknown", "row-without-id", "row-twice", "cell-unit-changed", "cell-formula", "cell-error", "cell-merged",
    "cell-hidden", "cell-wrong-kind", "cell-share-or-percent",
    "project-missing", "office-missing", "department-missing", "department-unlisted", "file-unreadable", "file-too-large",
    "folder-for-file", "no-plain-file", "link-to-nothing",
    "not-utf8", "not-a-text-file", "letters-broken", "too-many-values", "too-many-problems", "value-too-long", "figure-not-on-line", "evidence-not-found",
    "unknown-department", "unknown-indicator", "rules-missing", "edition-unwritable", "unknown-method", "bad-bands",
    "git-missing", "no-repository", "unknown-revision", "git-failed", "revision-without-project", "revision-too-large",
    "folder-without-results", "results-broken", "results-other-version", "reserved-id",
    "folder-without-results", "results-broken", "results-other-version",
    "unknown-programme", "audit-change-early", "change-unreadable", "unknown-rule-value",
    "unknown-goal",
    # Of scores, which take rules of their own: tests/rules/test_scoring_rules.py.
    "score-source-unknown", "bad-score-parameter", "bad-grades", "unknown-grade-table", "unknown-grade", "grade-not-judged",
    "score-parameter-missing", "best-worse-than-worst", "bad-levels", "levels-without-order", "bad-medium-term", "outlier-without-actual",
    "double-adjustment", "adjustment-ahead", "adjustment-too-large", "weights-do-not-add-up",
))  # fmt: skip


@cache
def modules() -> tuple[ast.Module, ...]:
    """Parse every module of the house."""
    return tuple(
        ast.parse(path.read_text(encoding="utf-8")) for path in sorted((HOUSE / "scorecard").rglob("*.py"))
    )


def calls() -> Iterator[tuple[str, ast.Call, ast.AST]]:
    """Walk over the calls that raise a problem: who, the call, and the function it stands in."""
    for module in modules():
        for scope in ast.walk(module):
            if not isinstance(scope, ast.FunctionDef):
                continue
            for node in ast.walk(scope):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    if name in RAISERS:
                        yield name, node, scope


def codes_in(call: ast.Call, who: str) -> set[str]:
    """Read the codes a call names, whichever way its condition goes."""
    if len(call.args) <= RAISERS[who]:
        return set()
    told = call.args[RAISERS[who]]
    choices = [told.body, told.orelse] if isinstance(told, ast.IfExp) else [told]
    return {
        str(one.value) for one in choices if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value))
    }


def words_in_source() -> set[str]:
    """Gather every constant of the house's source."""
    return {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def details_given(call: ast.Call, who: str, scope: ast.AST) -> set[str] | None:
    """Tell the details a call passes; None where that cannot be seen."""
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    if who != "Problem":
        return {keyword.arg for keyword in call.keywords if keyword.arg}
    if len(call.args) < 3:
        return set()
    told: ast.AST | None = call.args[2]
    if isinstance(told, ast.Name):
        values = [
            node.value for node in ast.walk(scope)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == told.id
        ]  # fmt: skip
        told = values[0] if len(values) == 1 else None
    if not isinstance(told, ast.Dict):
        return None
    return {str(key.value) for key in told.keys if isinstance(key, ast.Constant)}


def fields_of(code: str) -> set[str]:
    """Tell what the sentences of a code want to be filled with."""
    sentences = [catalogue()[code][language][part] for language in LANGUAGES for part in ("message", "hint")]
    return {
        name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name is not None
    }


def test_every_code_that_is_raised_has_its_sentences() -> None:
    raised = {code for who, call, _ in calls() for code in codes_in(call, who)} | {
        code for _, code in syntax._SIGNS
    }

    assert len(raised) > 50, "the walk over the source saw too little"
    assert raised - set(CODES) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_code_with_sentences_is_raised_somewhere(code: str) -> None:
    assert code in words_in_source()


def test_what_a_sentence_wants_every_raiser_gives() -> None:
    seen = 0
    for who, call, scope in calls():
        given = details_given(call, who, scope)
        for code in codes_in(call, who) if given is not None else ():
            seen += 1
            assert given is not None
            assert fields_of(code) <= given, f"{code} on line {call.lineno} gives {given}"

    assert seen > 60, "the walk over the source saw too little"


@pytest.mark.parametrize("code", sorted({code for _, code in syntax._SIGNS}))
def test_slips_of_syntax_want_nothing_but_what_was_found(code: str) -> None:
    assert fields_of(code) <= {"found"}


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_said_in_full_in_both_languages(code: str) -> None:
    entry: Any = catalogue()[code]

    assert set(entry) == {*LANGUAGES, "wrong", "right"}
    for language in LANGUAGES:
        assert set(entry[language]) == {"title", "message", "hint"}
        saying = say(Problem(code, Spot("a", 1, 1), dict.fromkeys(fields_of(code), "x")), language)
        for words in (saying.title, saying.message, saying.hint):
            assert words == words.strip()
            assert words
            assert "\n" not in words
            assert not words.endswith(".")
    assert entry["wrong"] != entry["right"]
    assert facts_in(entry["ko"]) == facts_in(entry["en"])


def facts_in(sentences: dict[str, str]) -> set[str]:
    """Tell what the sentences of one language repeat; a word given in each language is one fact."""
    fields = [name for part in ("message", "hint") for _, name, _, _ in Formatter().parse(sentences[part])]
    return {name.removesuffix("_ko") for name in fields if name is not None}


def test_every_entry_stands_once_in_the_catalogue() -> None:
    heads = re.findall(
        r"^([a-z0-9-]+):", (HOUSE / "scorecard" / "catalogue.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert sorted(heads) == CODES


@pytest.mark.parametrize("code", [code for code in CODES if code not in ELSEWHERE])
def test_the_wrong_piece_of_text_is_wrong_in_that_way_and_the_right_one_is_right(
    code: str, tmp_path: Path
) -> None:
    entry: Any = catalogue()[code]

    assert code in codes_of(entry["wrong"], tmp_path)
    assert code not in codes_of(entry["right"], tmp_path)
    if not code.startswith(("expression-", "message-")):
        assert codes_of(entry["right"], tmp_path) == set()


OFFICE = {
    "office": "실",
    "fiscal_year": "2026",
    "as_of": "2026-01-31",
    "departments": "\n  - jobs",
    "sources": "\n  report:\n    title: 보고서",
}
INDICATOR = {"id": "i", "name": "지표", "level": "output", "aggregation": "sum", "direction": "up"}


def codes_of(example: str, folder: Path) -> set[str]:
    """Tell what is wrong with a piece of text, put where its first words belong."""
    rule = re.match(r"(when|message): (.*)", example)
    if rule:
        expression = str(yaml.safe_load(rule[2]))
        read: Any = read_condition if rule[1] == "when" else read_template
        return {mistake.code for mistake, _ in read(expression, INDICATOR_FACTS)[1]}
    text, problems = read_text(example, "x.yaml")
    if text is None or not isinstance(text.data, dict) or problems:
        in_place = (
            in_project(folder, "jobs", example) if text and text.data is None and not problems else set()
        )
        return {problem.code for problem in problems} | in_place
    keys = set(text.data)
    if "programmes" in keys or "department" in keys:
        return in_project(folder, "jobs", example if "department" in keys else f"department: 과\n{example}")
    if keys & {"fiscal_year", "year_begins", "departments", "edition"} and keys <= names_of(Office):
        return in_project(folder, "office", completed(example, keys, OFFICE))
    if "columns" in keys or ("original" in keys and keys <= names_of(BudgetLine)):
        return in_project(folder, "jobs", inside("tables" if "columns" in keys else "budget", example))
    whole = "id" in keys and len(keys) > 1
    return in_project(
        folder, "jobs", inside("indicators", example if whole else completed(example, keys, INDICATOR))
    )


def names_of(model: Any) -> set[str]:
    """List the fields of a model."""
    return {field.name for field in model.__attrs_attrs__}


def completed(example: str, keys: set[str], base: dict[str, str]) -> str:
    """Put before a piece of text what else must stand there."""
    return "".join(f"{key}: {value}\n" for key, value in base.items() if key not in keys) + example


def inside(place: str, example: str) -> str:
    """Put a piece of text into a department, as the only item of a list."""
    lines = example.strip("\n").splitlines()
    item = "\n".join(("      - " if n == 0 else "        ") + line for n, line in enumerate(lines))
    return f"department: 과\nprogrammes:\n  - id: p\n    name: 사업\n    {place}:\n{item}\n"


def in_project(folder: Path, name: str, text: str) -> set[str]:
    """Tell the codes of a project one of whose files is given."""
    (folder / "targets").mkdir(exist_ok=True)
    texts = {"office": completed("", set(), OFFICE), "jobs": "department: 과\nprogrammes: []\n", name: text}
    for file, content in texts.items():
        (folder / "targets" / f"{file}.yaml").write_text(content, encoding="utf-8")
    return {problem.code for problem in load_book(folder)[1]}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_page(code: str) -> None:
    page = (HOUSE / "docs" / "problems" / f"{code}.md").read_text(encoding="utf-8")

    assert page.startswith(f"# {code}\n")
    for language in LANGUAGES:
        assert catalogue()[code][language]["title"] in page


def test_no_page_is_left_over() -> None:
    assert sorted(path.stem for path in (HOUSE / "docs" / "problems").glob("*.md")) == CODES


def test_what_was_typed_is_repeated_in_one_line_and_commands_nothing() -> None:
    typed = "가\x1b[31m\n::error::\u202e" + "x" * 10_000

    message = say(Problem("not-a-figure", Spot("a", 1, 1), {"found": typed})).message

    assert message.isprintable()
    assert len(message) < LONGEST_DETAIL + 100


def test_a_brace_in_what_was_typed_is_only_a_brace() -> None:
    assert (
        "'{0.__class__}'" in say(Problem("not-a-figure", Spot("a", 1, 1), {"found": "{0.__class__}"})).message
    )


def test_problems_come_as_a_reader_walks_through_the_files_and_each_once() -> None:
    later, first, again = (Problem("tab", Spot("a", line, 1)) for line in (10, 9, 10))
    other = Problem("missing-key", Spot("a", 9, 1), {"key": "id"})
    another = Problem("missing-key", Spot("a", 9, 1), {"key": "name"})

    assert in_order([later, another, first, other, again]) == [other, another, first, later]


def test_more_problems_than_anybody_mends_are_cut_off_with_a_word() -> None:
    few = [Problem("tab", Spot("a", line, 1)) for line in range(1, 11)]

    assert first_of(few) == few
    assert first_of(few * 100)[-1].code == "too-many-problems"


def test_a_spot_is_written_as_editors_read_it() -> None:
    assert [str(Spot("a.yaml", *place)) for place in ((0, 0), (3, 0), (3, 7))] == [
        "a.yaml",
        "a.yaml:3",
        "a.yaml:3:7",
    ]
