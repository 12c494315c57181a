"""Rules with one value changed in memory, for whoever asks what would be if; no file is touched.

A value is named by its file and the keys above it, as they stand in the file: `attainment.bands.watch`,
`risks.target-below-previous.severity`, `scoring.target_band.above`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import attrs

from scorecard.likeness import most_like
from scorecard.problems import Mistake
from scorecard.rules.language.reading import read_condition
from scorecard.rules.language.tree import facts_used
from scorecard.rules.models import Band, Rule, RuleBook
from scorecard.rules.scoring.models import Parameter, Series
from scorecard.targets.shape import shaper
from scorecard.targets.spots import SpotMap
from scorecard.targets.vocabulary import VOCABULARY
from scorecard.wording.terms import Severity

Steps = tuple[str, ...]

FILES = ("attainment", "coverage", "quality", "risks", "scoring")
UNSET = "-"  #: Takes a demand back that may be left out.
_RULED = {"severity": Severity, "when": str}
_NO_VALUES = ("sources", "source", "assumed", "waivers", "en")  #: What a rule says of itself.
_NOWHERE = SpotMap("", 0)


def values_of(rules: RuleBook) -> Iterator[tuple[Steps, Any]]:
    """Walk over every single value that can be changed, by its path."""
    yield from _walk(rules, RuleBook, ())


def change_rule(rules: RuleBook, steps: Sequence[str], words: str) -> RuleBook:
    """Change one value of the rules, read as its file is read; raises a Mistake."""
    try:
        changed: RuleBook = _changed(rules, RuleBook, tuple(steps), words)
    except LookupError:
        paths = [".".join(path) for path, _ in values_of(rules)]
        wanted = ".".join(steps)[:120]
        close = most_like(wanted, paths, 3, at_least=0.3)
        raise Mistake("unknown-rule-value", found=wanted, nearest=", ".join(close) or "-") from None
    return changed


def with_value(rules: RuleBook, steps: Sequence[str], value: object) -> RuleBook:
    """Put another value in the place of one that is there."""
    put: RuleBook = _put(rules, RuleBook, tuple(steps), value)
    return put


def value_at(rules: RuleBook, steps: Sequence[str]) -> Any:
    """Tell a value; None where nothing is asked for, or nothing stands."""
    return next((value for path, value in values_of(rules) if path == tuple(steps)), None)


def _walk(value: Any, kind: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    children = _children(value, kind)
    if children is None:
        yield steps, value
        return
    for name, (inner, inner_kind) in children.items():
        yield from _walk(inner, inner_kind, (*steps, name))


def _children(value: Any, kind: Any) -> dict[str, tuple[Any, Any]] | None:
    """List what lies one key further in, each with the type it is declared as; None: it is a value itself."""
    if isinstance(value, RuleBook):
        files = ((name, getattr(value, name)) for name in FILES)
        return {name: (file, type(file)) for name, file in files if file is not None}
    if isinstance(value, Rule):
        return {name: (getattr(value.text, name), kind) for name, kind in _RULED.items()}
    if isinstance(value, Mapping):
        return {str(getattr(key, "value", key)): (one, get_args(kind)[1]) for key, one in value.items()}
    if isinstance(value, tuple):
        rows = ((_name(one), one) for one in value)
        return {
            name: (one.at_least, float) if isinstance(one, Band) else (one, Rule)
            for name, one in rows
            if name
        }
    if attrs.has(type(value)) and not isinstance(value, Parameter | Series):
        fields = (field for field in attrs.fields(type(value)) if field.name not in _NO_VALUES)
        return {field.name: (getattr(value, field.name), field.type) for field in fields}
    return None


def _name(one: object) -> str:
    if isinstance(one, Band):
        return one.status.value
    return one.text.id if isinstance(one, Rule) else ""


def _changed(value: Any, kind: Any, steps: Steps, words: str) -> Any:
    children = _children(value, kind)
    if not steps:
        if children is not None:
            raise LookupError
        return _read(value, kind, words)
    if children is None:
        raise LookupError
    name = steps[0] if steps[0] in children else steps[0].replace("-", "_")
    if name not in children:
        children |= _new_child(kind, steps[0])
        name = steps[0]
    inner, inner_kind = children[name]
    return _with(value, name, _changed(inner, inner_kind, steps[1:], words))


def _new_child(kind: Any, name: str) -> dict[str, tuple[Any, Any]]:
    """Begin a demand that is not written yet: a floor of one department, a limit of one rule."""
    inner = get_args(kind)[1] if len(get_args(kind)) == 2 else None
    if inner is int:
        return {name: (None, int)}
    if inner is not None and attrs.has(inner) and all(one.default is None for one in attrs.fields(inner)):
        return {name: (inner(), inner)}
    return {}


def _put(value: Any, kind: Any, steps: Steps, new: object) -> Any:
    if not steps:
        return new
    children = _children(value, kind) or {}
    inner, inner_kind = children[steps[0]]
    return _with(value, steps[0], _put(inner, inner_kind, steps[1:], new))


def _with(value: Any, name: str, inner: Any) -> Any:
    """Put one thing back where it came from."""
    if isinstance(value, Rule):
        return _with_condition(value, inner) if name == "when" else attrs.evolve(
            value, text=attrs.evolve(value.text, **{name: inner})
        )  # fmt: skip
    if isinstance(value, Mapping):
        keys = {str(getattr(key, "value", key)): key for key in value}
        return {**value, keys.get(name, name): inner}
    if isinstance(value, tuple):
        return tuple(
            one if _name(one) != name else attrs.evolve(one, at_least=inner) if isinstance(one, Band) else inner
            for one in value
        )  # fmt: skip
    return attrs.evolve(value, **{name: inner})


def _with_condition(rule: Rule, when: str) -> Rule:
    condition, mistakes = read_condition(when, VOCABULARY[rule.text.each])
    if condition is None or mistakes:
        raise mistakes[0][0]
    text = attrs.evolve(rule.text, when=when)
    return attrs.evolve(rule, text=text, condition=condition, facts=facts_used(condition))


def _read(value: Any, kind: Any, words: str) -> Any:
    """Read a value as it would be read from its file."""
    if isinstance(value, Parameter):
        return attrs.evolve(value, value=_read(None, float, words))
    if isinstance(value, Series):
        return attrs.evolve(value, values=tuple(_read(None, float, one) for one in words.split(",")))
    if words == UNSET and type(None) in get_args(kind):
        return None
    read, problems = shaper(1).shape(words, kind, _NOWHERE)
    if problems:
        raise Mistake(problems[0].code, **problems[0].details)
    return read
