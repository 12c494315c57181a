"""What rules/*.yaml say, in the words a reader of the documentation needs."""

from functools import cache
from pathlib import Path

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


def bands() -> str:
    """List the statuses with where they begin."""
    attainment = rule_book().attainment
    bounds = {band.status: f"attainment of {percent(band.at_least)} or more" for band in attainment.bands}
    when = {
        **bounds,
        Status.BEHIND: "the result is due and attainment is lower than all bands; or a milestone's step is late",
        Status.MISSING: "the result is due and no actual is written",
        Status.NOT_DUE: "no actual is written and the result is not due yet",
        Status.UNDECIDED: "an actual is written, the result is not due yet, and the target is not already reached",
    }
    return table(
        ("status", "상태", "when"), ((code(one.value), term(one, "ko"), when[one]) for one in Status)
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
    heads = ("where", "count", "budget", "previous", "actual")
    lines = table(heads, ((where, *_floor(floor)) for where, floor in floors))
    most = {one: getattr(coverage.findings, one.value, None) for one in Severity}
    allowed = [f"at most {number} findings of severity {one.value}" for one, number in most.items() if number is not None]
    if coverage.unknown is not None:
        allowed.append(f"at most {coverage.unknown} undecided rows")
    return lines + "\n\nBesides: " + ", ".join([*allowed, "no rule that did not run", "no expired waiver"]) + "."


def _floor(floor: Floor) -> list[str]:
    asked = (getattr(floor, name) for name in ("count", "budget", "previous", "actual"))
    return ["" if share is None else percent(share) for share in asked]
