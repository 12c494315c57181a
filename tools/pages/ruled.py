"""What rules/*.yaml say, in the words a reader of the documentation needs."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from scorecard.problems import Language
from scorecard.rules.demands import Share
from scorecard.rules.loading import load_rules
from scorecard.rules.models import Floor, Rule, RuleBook
from scorecard.targets.vocabulary import Row
from scorecard.wording.numbers import border
from scorecard.wording.terms import Severity, Status, term
from tools.pages.markdown import code, fenced, table

HOUSE = Path(__file__).parent.parent.parent
_EACH = {Row.INDICATOR: "indicator (지표)", Row.PROGRAMME: "programme (사업)", Row.AUDIT: "audit (의회 감사)"}
_SHARES = tuple(share.value for share in Share)


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
        Status.ACHIEVED: (
            "한 해 실적의 달성률 {at} 이상. 늘기만 하는 실적은 해가 끝나기 전이라도 목표에 닿으면 달성. 단계 지표는 모든 단계를 마침",
            "attainment of {at} or more of a year told whole, or of a figure that can only grow; a milestone with all its steps done",
        ),
        Status.ON_TRACK: (
            "한 해 실적의 달성률, 해가 끝나기 전에는 연말 전망이나 진도율이 {at} 이상. 단계 지표는 늦은 단계가 없음",
            "attainment of {at} or more; before the year is over the forecast against target, or else the pace; a milestone with no step late",
        ),
        Status.WATCH: (
            "같은 값이 {at} 이상이거나, 그보다 낮아도 목표가 연말 전망 범위 안에 있음. 단계가 {late}일까지 늦음",
            "the same from {at} on, or lower with the target within the forecast's range; a step up to {late} days late",
        ),
        Status.BEHIND: (
            "그보다 낮음. 연말 전망이면 목표가 전망 범위 밖에 있음. 단계가 {late}일 넘게 늦음",
            "lower, and where it is a forecast the target lies outside its range; a step more than {late} days late",
        ),
        Status.MISSING: (
            "결과가 나올 때가 됐는데, 또는 실적이 나왔어야 할 분기가 지났는데 적힌 실적이 없음. 해가 끝났는데 한 부분이 비어 있음",
            "nothing is written though the result is due, or a quarter has gone by that was to bring something; or the year is over and a part of it is not told",
        ),
        Status.NOT_DUE: (
            "아직 나올 것이 없음",
            "nothing was to come yet",
        ),
        Status.UNDECIDED: (
            "실적은 있으나 판단하기에 이르거나(계획의 {early} 전) 건수가 적거나({few}건 미만 예정) 견줄 계획이 없음",
            "an actual is written, but it is too early (before {early} of the plan), the events are too few (fewer than {few} due), or there is no plan to hold it against",
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
    pace = rule_book().attainment.pace
    return _WHEN[status][language == "en"].format(
        at=bounds.get(status, ""), early=_share(pace.early), few=f"{pace.least_events:g}", late=pace.late_days
    )


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
    heads = ("where", *_SHARES)
    lines = table(heads, ((where, *_floor(floor)) for where, floor in floors))
    most = {one: getattr(coverage.findings, one.value, None) for one in Severity}
    allowed = [
        f"at most {number} findings of severity {one.value}"
        for one, number in most.items()
        if number is not None
    ]
    allowed += [f"at most {most} findings of {code(rule)}" for rule, most in coverage.limits.items()]
    if coverage.freshness.oldest is not None:
        allowed.append(f"no indicator told of longer ago than {coverage.freshness.oldest} days")
    if coverage.unknown is not None:
        allowed.append(f"at most {coverage.unknown} undecided rows")
    return (
        lines + "\n\nBesides: " + ", ".join([*allowed, "no rule that did not run", "no expired waiver"]) + "."
    )


def _floor(floor: Floor) -> list[str]:
    asked = (getattr(floor, name) for name in _SHARES)
    return ["" if share is None else _share(share) for share in asked]


def _share(share: float) -> str:
    """Print a bound as it was meant: 95% and 52.5%, not 95.0%."""
    return border(share).replace(".0%", "%")
