"""What rules/*.yaml say, in the words a reader of the documentation needs."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from scorecard.problems import Language
from scorecard.rules.loading import load_rules
from scorecard.rules.models import Floor, Rule, RuleBook
from scorecard.targets.vocabulary import Row
from scorecard.wording.numbers import percent
from scorecard.wording.terms import Severity, Status, term
from tools.pages.markdown import code, fenced, table

HOUSE = Path(__file__).parent.parent.parent
_EACH = {Row.INDICATOR: "indicator (지표)", Row.PROGRAMME: "programme (사업)"}


@cache
def rule_book() -> RuleBook:
    """Read the shipped rules."""
    rules, problems = load_rules(HOUSE)
    if rules is None:
        raise SystemExit("\n".join(f"{problem.spot}: {problem.code}" for problem in problems))
    return rules


def overview() -> str:
    """List all rules on one screen."""
    return table(
        ("rule", "제목", "about", "severity", "looks at each"),
        (
            (f"[{rule.text.id}](#{rule.text.id})", rule.text.title, rule.text.about.value,
             f"{rule.text.severity.value} ({term(rule.text.severity, 'ko')})", _EACH[rule.text.each])
            for rule in rule_book().risks
        ),
    )  # fmt: skip


def all_rules() -> str:
    """Describe every rule."""
    return "\n\n".join(_described(rule) for rule in rule_book().risks)


def _described(rule: Rule) -> str:
    text, english = rule.text, rule.text.en
    parts = [
        f"### {text.id}",
        f"**{text.title}**" + (f" · {english.title}" if english else ""),
        f"{text.severity.value} ({term(text.severity, 'ko')}), about {text.about.value}, each {_EACH[text.each]}",
        fenced(f"when: {text.when}", "yaml"),
        _words("Says", text.message, english.message if english else ""),
        _words("Why", text.why, english.why if english else ""),
        _words("Do", text.action, english.action if english else ""),
    ]
    if text.example:
        parts.append(f"Fires: {_facts(text.example.fires)}\n\nDoes not fire: {_facts(text.example.passes)}")
    return "\n\n".join(parts)


def _words(label: str, korean: str, english: str) -> str:
    return f"{label}: {korean}" + (f"<br>{english}" if english else "")


def _facts(facts: object) -> str:
    return ", ".join(f"`{name}: {value}`" for name, value in dict(facts).items())  # type: ignore[call-overload]


_WHEN: Mapping[Status, tuple[str, str]] = MappingProxyType(
    {
        Status.BEHIND: (
            "결과가 나올 때가 됐고 달성률이 그보다 낮음. 단계 지표는 늦은 단계가 있음",
            "the result is due and attainment is lower than all bands; or a milestone's step is late",
        ),
        Status.MISSING: (
            "결과가 나올 때가 됐는데 실적이 적혀 있지 않음",
            "the result is due and no actual is written",
        ),
        Status.NOT_DUE: (
            "결과가 나올 때가 아직 아니고 실적도 없음",
            "no actual is written and the result is not due yet",
        ),
        Status.UNDECIDED: (
            "실적은 있으나 한 해의 결과가 나올 때가 아직 아님",
            "an actual is written, the result is not due yet, and the target is not already reached",
        ),
    }
)


def bands(language: Language) -> str:
    """List the statuses with where they begin."""
    bounds = {band.status: _share(band.at_least) for band in rule_book().attainment.bands}
    if language == "ko":
        return table(("상태", "뜻"), ((term(one, "ko"), _when(one, bounds, language)) for one in Status))
    rows = ((code(one.value), term(one, "ko"), _when(one, bounds, language)) for one in Status)
    return table(("status", "상태", "when"), rows)


def _when(status: Status, bounds: Mapping[Status, str], language: Language) -> str:
    if status in bounds:
        return (
            f"달성률 {bounds[status]} 이상" if language == "ko" else f"attainment of {bounds[status]} or more"
        )
    return _WHEN[status][language == "en"]


def defaults() -> str:
    """List the default methods."""
    rules = rule_book().attainment
    return table(
        ("direction", "method"),
        ((code(name), code(getattr(rules.methods, name))) for name in ("up", "down", "keep")),
    )


def demands() -> str:
    """List what the gate asks for."""
    coverage = rule_book().coverage
    floors = [("the office", coverage.office), *coverage.departments.items()]
    heads = ("where", "count", "budget", "previous", "actual")
    lines = table(heads, ((where, *_floor(floor)) for where, floor in floors))
    most = {one: getattr(coverage.findings, one.value, None) for one in Severity}
    allowed = [
        f"at most {number} findings of severity {one.value}"
        for one, number in most.items()
        if number is not None
    ]
    if coverage.unknown is not None:
        allowed.append(f"at most {coverage.unknown} undecided rows")
    return (
        lines + "\n\nBesides: " + ", ".join([*allowed, "no rule that did not run", "no expired waiver"]) + "."
    )


def _floor(floor: Floor) -> list[str]:
    asked = (getattr(floor, name) for name in ("count", "budget", "previous", "actual"))
    return ["" if share is None else _share(share) for share in asked]


def _share(share: float) -> str:
    """Print a bound as it was meant: 95% and 52.5%, not 95.0%."""
    return percent(share).replace(".0%", "%")
