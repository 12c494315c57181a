"""The page of one word: a problem code, a rule of the project, or a fact that rules speak of."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from scorecard.likeness import most_like
from scorecard.problems import Language, catalogue
from scorecard.rules.models import Rule, RuleText
from scorecard.targets.vocabulary import VOCABULARY, FactName, Row
from scorecard.wording.numbers import day
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term

_MOST_NEAREST = 3


@attrs.frozen
class HelpLine:
    """One thing said on a page."""

    label: str
    text: str  #: May have several lines.
    is_code: bool = False  #: A piece of a file, printed as it is typed.


@attrs.frozen
class HelpPage:
    """What is known of one word."""

    word: str
    kind: str  #: Problem, rule or fact, as printed.
    title: str
    lines: tuple[HelpLine, ...]


def help_pages(word: str, rules: Sequence[Rule], language: Language) -> tuple[HelpPage, ...]:
    """Find the pages of a word; a fact and a rule may have the same name."""
    found = [
        _problem(word, language) if word in catalogue() else None,
        *(_rule(rule, language) for rule in rules if word in (rule.text.id, *_titles(rule.text))),
        *(_fact(fact, rows, language) for fact, rows in _facts().items() if word in (fact.name, fact.korean)),
    ]
    return tuple(page for page in found if page)


def nearest_words(word: str, rules: Sequence[Rule], more: Sequence[str] = ()) -> list[str]:
    """List the words most like one that has no page."""
    rule_words = (name for rule in rules for name in (rule.text.id, *_titles(rule.text)))
    fact_words = (name for fact in _facts() for name in (fact.name, fact.korean))
    known = [*more, *catalogue(), *rule_words, *fact_words]
    inside = [one for one in known if len(word) > 1 and word in one]
    close = most_like(word[:60], known, _MOST_NEAREST, at_least=0.5)
    return list(dict.fromkeys([*close, *inside]))[:_MOST_NEAREST]


def count_words(rules: Sequence[Rule]) -> dict[str, int]:
    """Count what has a page."""
    return {"problems": len(catalogue()), "rules": len(rules), "facts": len(_facts())}


def _problem(code: str, language: Language) -> HelpPage:
    entry = catalogue()[code]
    said = entry[language]
    lines = (
        HelpLine(phrase("help-says", language), _plain(said["message"])),
        HelpLine(phrase("help-fix", language), _plain(said["hint"])),
        HelpLine(phrase("help-wrong", language), str(entry["wrong"]).rstrip(), is_code=True),
        HelpLine(phrase("help-right", language), str(entry["right"]).rstrip(), is_code=True),
    )
    return HelpPage(code, phrase("help-problem", language), said["title"], lines)


def _plain(sentence: str) -> str:
    """Show the fields of a sentence as words: {found} is what was typed."""
    return sentence.replace("{{", "{").replace("}}", "}")


def _titles(text: RuleText) -> tuple[str, ...]:
    return (text.title, text.en.title) if text.en else (text.title,)


def _rule(rule: Rule, language: Language) -> HelpPage:
    text = rule.text
    words = text.en if language == "en" and text.en else text
    lines = [
        HelpLine(phrase("help-severity", language), term(text.severity, language)),
        HelpLine(phrase("help-each", language), phrase(f"help-each-{text.each.value}", language)),
        HelpLine(phrase("help-when", language), text.when, is_code=True),
        HelpLine(phrase("help-says", language), words.message),
        HelpLine(phrase("help-why", language), words.why),
        HelpLine(phrase("help-action", language), words.action),
        *_examples(text, language),
        *_waivers(text, language),
        HelpLine(phrase("help-written", language), f"{rule.file}:{rule.line}"),
    ]
    return HelpPage(text.id, phrase("help-rule", language), words.title, tuple(lines))


def _examples(text: RuleText, language: Language) -> Iterator[HelpLine]:
    if text.example:
        for key in ("fires", "passes"):
            facts: Mapping[str, str] = getattr(text.example, key)
            said = ", ".join(f"{name}: {value}" for name, value in facts.items())
            yield HelpLine(phrase(f"help-{key}", language), said, is_code=True)


def _waivers(text: RuleText, language: Language) -> Iterator[HelpLine]:
    for waiver in text.waivers:
        details = {
            "indicator": waiver.indicator,
            "reason": waiver.reason,
            "until": day(waiver.until, language),
        }
        yield HelpLine(phrase("help-waived", language), phrase("help-waiver", language, **details))


def _facts() -> dict[FactName, list[Row]]:
    """Gather facts with the kinds of rows that have them."""
    rows: dict[FactName, list[Row]] = {}
    for row, facts in VOCABULARY.items():
        for fact in facts:
            rows.setdefault(fact, []).append(row)
    return rows


def _fact(fact: FactName, rows: Sequence[Row], language: Language) -> HelpPage:
    each = ", ".join(phrase(f"help-each-{row.value}", language) for row in rows)
    lines = (
        HelpLine(phrase("help-names", language), f"{fact.name}, {fact.korean}", is_code=True),
        HelpLine(phrase("help-kind", language), phrase(f"help-fact-kind-{fact.kind.value}", language)),
        HelpLine(phrase("help-each", language), each),
        HelpLine(phrase("help-meaning", language), fact.meaning if language == "en" else fact.meaning_ko),
    )
    title = fact.name if language == "en" else fact.korean
    return HelpPage(fact.name, phrase("help-fact", language), title, lines)
