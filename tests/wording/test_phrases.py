"""Every sentence exists in both languages, is filled from the same places, and is used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from string import Formatter

import pytest
from projects import HOUSE

from scorecard.problems import LANGUAGES
from scorecard.wording.commands import COMMAND_PHRASES
from scorecard.wording.phrases import _further, phrase
from scorecard.wording.terms import TERMS, Reason, Severity, Status, term

PHRASES = {**COMMAND_PHRASES, **_further()}
NO_PHRASES = ("audits.py", "numbers.py", "shares.py", "terms.py")  #: Modules beside those of the phrases.
SOURCE = sorted((HOUSE / "scorecard").rglob("*.py"))


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def is_korean(text: str) -> bool:
    return any("가" <= sign <= "힣" for sign in text)


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_are_filled_from_the_same_places(key: str) -> None:
    korean, english = PHRASES[key]
    assert korean
    assert english
    if not key.startswith("legend"):
        assert fields_of(korean) == fields_of(english)
    assert not is_korean(english.replace("신규", ""))


def test_the_legend_names_both_years_in_both_languages() -> None:
    assert all(fields_of(text) == {"before", "year"} for text in PHRASES["legend"])


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Find every call of `phrase`, and of `_say`, which explains by it."""
    for path in SOURCE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in ("phrase", "_say"):
                    yield f"{path.name}:{node.lineno}", node


def keys_of(node: ast.expr) -> list[str]:
    """List the keys an expression can be, if it says so itself; a part of a key ends with `*`."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return [*keys_of(node.body), *keys_of(node.orelse)]
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        return [str(node.values[0].value) + "*"]
    return []


def test_every_key_that_is_used_exists() -> None:
    used = {(place, key) for place, call in calls() for key in keys_of(call.args[0])}
    assert len(used) > 50, "the walk over the source saw too little"
    missing = [
        (place, key)
        for place, key in used
        if not any(known == key or (key[-1] == "*" and known.startswith(key[:-1])) for known in PHRASES)
    ]
    assert missing == []


def outside_the_phrases() -> Iterator[ast.AST]:
    """Walk over the source but for the phrases themselves."""
    for path in SOURCE:
        if path.parent.name != "wording" or path.name in NO_PHRASES:
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_no_phrase_is_written_twice() -> None:
    """Modules of phrases are merged: of two with one key the later would silently speak for both."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE if path.parent.name == "wording"]
    written = Counter(
        key.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and key.value in PHRASES
    )
    assert set(written) == set(PHRASES)
    assert [key for key, times in written.items() if times > 1] == []


def test_every_phrase_is_used() -> None:
    """A sentence nobody says is not kept; keys made of parts count by their beginning."""
    nodes = list(outside_the_phrases())
    said = {node.value for node in nodes if isinstance(node, ast.Constant)}
    for template in (HOUSE / "scorecard").rglob("*.html"):
        said.update(re.findall(r'say\("([\w-]+)"', template.read_text(encoding="utf-8")))
    composed = [keys_of(node)[0][:-1] for node in nodes if isinstance(node, ast.JoinedStr) and keys_of(node)]
    beginnings = tuple(beginning for beginning in composed if beginning.endswith("-"))
    assert [key for key in PHRASES if key not in said and not key.startswith(beginnings)] == []


@pytest.mark.parametrize("call", [call for _, call in calls()], ids=[place for place, _ in calls()])
def test_what_a_call_names_is_what_its_phrase_asks_for(call: ast.Call) -> None:
    """A place left open would be a KeyError in somebody's report."""
    given = {keyword.arg for keyword in call.keywords}
    for key in keys_of(call.args[0]):
        if key in PHRASES and None not in given:
            assert {name for text in PHRASES[key] for name in fields_of(text)} <= given, key


@pytest.mark.parametrize("thing", [*Status, *Severity, *Reason], ids=str)
def test_everything_that_is_named_has_a_name_in_both_languages(thing: Enum) -> None:
    korean, english = TERMS[thing]
    assert is_korean(korean)
    assert english
    assert not is_korean(english)
    assert [term(thing, language) for language in LANGUAGES] == [korean, english]


def test_no_two_statuses_read_the_same() -> None:
    for language in LANGUAGES:
        names = [term(status, language) for status in Status]
        assert len(set(names)) == len(names)


def test_a_phrase_is_filled_in_its_language() -> None:
    assert [phrase("quarter", language, n=1) for language in LANGUAGES] == ["1분기", "quarter 1"]
