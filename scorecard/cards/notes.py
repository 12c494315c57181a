"""Findings → numbered notes in words, gravest first.

Findings of high and medium severity stand one by one; lighter ones of one rule share a note, so
that a page is not drowned by what every other page says too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import isnan

import attrs

from scorecard.cards.card import Note
from scorecard.cards.texts import figure
from scorecard.cards.tying import say_cases
from scorecard.problems import Language
from scorecard.rules.assess import Assessment, Finding
from scorecard.rules.language.templates import Field, fill
from scorecard.rules.models import Rule, RuleWords
from scorecard.rules.roundings import Verdict
from scorecard.rules.tied import of_verdict, ties_by_programme
from scorecard.targets.audit_facts import JOINT
from scorecard.targets.audits import full_id
from scorecard.targets.columns import Table, Words
from scorecard.targets.facts import EPOCH
from scorecard.targets.measures import Department
from scorecard.targets.vocabulary import VOCABULARY, Kind, Row
from scorecard.wording import numbers
from scorecard.wording.audits import AuditKind, AuditState, audit_word
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Severity, term

SEVERITIES = tuple(Severity)
_SINGLE = (Severity.HIGH, Severity.MEDIUM)
_KINDS = {each: {fact.name: fact.kind for fact in facts} for each, facts in VOCABULARY.items()}
_READINGS = {"target": "target", "previous": "previous", "actual": "actual"}
_TIES = {"contradiction": Verdict.CONTRADICTION, "cut_off": Verdict.TRUNCATED}


@attrs.frozen
class Noted:
    """The notes of a card and which of them each row and programme carries."""

    notes: tuple[Note, ...]
    of_row: dict[int, tuple[int, ...]]  #: By row of the indicators.
    of_programme: dict[int, tuple[int, ...]]  #: By row of the programmes.
    of_audit: dict[int, tuple[int, ...]] = attrs.field(factory=dict)  #: By item of the audit.


def take_notes(assessment: Assessment, findings: Sequence[Finding]) -> Noted:
    """Give findings the numbers they will be printed with."""
    language = assessment.facts.book.office.language
    notes: list[Note] = []
    carried: dict[Row, dict[int, list[int]]] = {each: defaultdict(list) for each in Row}
    for number, group in enumerate(_grouped(_gravest_first(assessment, findings)), start=1):
        notes.append(_note(assessment, group, number, language))
        for finding in group:
            carried[finding.rule.text.each][finding.row].append(number)
    return Noted(tuple(notes), *(_frozen(carried[each]) for each in Row))


def _frozen(numbers_of: dict[int, list[int]]) -> dict[int, tuple[int, ...]]:
    return {row: tuple(dict.fromkeys(some)) for row, some in numbers_of.items()}


def _gravest_first(assessment: Assessment, findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, then by the money behind the row; light ones by rule first."""
    place_of = {rule.text.id: place for place, rule in enumerate(assessment.rules.risks)}

    def weight(finding: Finding) -> tuple[int, int, float]:
        money = float(_table(assessment, finding.rule).numbers("budget")[finding.row])
        severity = finding.rule.text.severity
        # Light findings of one rule must lie side by side to share a note.
        place = 0 if severity in _SINGLE else place_of[finding.rule.text.id]
        return SEVERITIES.index(severity), place, -(0.0 if isnan(money) else money)

    return sorted(findings, key=weight)


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: list[list[Finding]] = []
    for finding in findings:
        last = groups[-1][0] if groups else None
        if last and finding.rule.text.severity not in _SINGLE and finding.rule is last.rule:
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return groups


def _note(assessment: Assessment, group: Sequence[Finding], number: int, language: Language) -> Note:
    rule = group[0].rule
    said = words_of(rule, language)
    several = len(group) > 1
    names = dict.fromkeys(where(assessment, finding, short=several) for finding in group)
    return Note(
        number=number,
        severity=rule.text.severity,
        severity_word=term(rule.text.severity, language),
        title=phrase("cases", language, title=said.title, n=len(group)) if several else said.title,
        where=", ".join(names),
        message="" if several else message(assessment, group[0], language),
        action=said.action,
        rule=rule.text.id,
        row=row_id(assessment, group[0]),
    )


def words_of(rule: Rule, language: Language) -> RuleWords:
    """Take a rule's words in a language; a rule without English words speaks Korean."""
    text = rule.text
    if language == "en" and text.en is not None:
        return text.en
    return RuleWords(text.title, text.message, text.why, text.action)


def row_id(assessment: Assessment, finding: Finding) -> str:
    """Tell the id of what a finding is about."""
    facts = assessment.facts
    match finding.rule.text.each:
        case Row.INDICATOR:
            return facts.places[finding.row].id
        case Row.AUDIT:
            return full_id(assessment.audit.items[finding.row])
    department, programme = facts.owners[finding.row]
    return f"{department.id}/{programme.id}"


def is_of(assessment: Assessment, finding: Finding, department: Department) -> bool:
    """Tell whether a finding is a department's own; one of an audit may be that of several."""
    if finding.rule.text.each is Row.AUDIT:
        return department.id in assessment.audit.items[finding.row].departments
    return row_id(assessment, finding).startswith(f"{department.id}/")


def where(assessment: Assessment, finding: Finding, *, short: bool = False, department: bool = False) -> str:
    """Name what a finding is about: programme and indicator, after the department if wanted."""
    facts, row = assessment.facts, finding.row
    match finding.rule.text.each:
        case Row.INDICATOR:
            place = facts.places[row]
            owner = place.department.name
            names = [place.indicator.name] if short else [place.programme.name, place.indicator.name]
        case Row.PROGRAMME:
            owner, names = facts.owners[row][0].name, [facts.owners[row][1].name]
        case Row.AUDIT:
            owner, names = JOINT.join(assessment.audit.names[row]), [assessment.audit.items[row].subject]
    return " · ".join(dict.fromkeys([owner, *names] if department else names))


def message(assessment: Assessment, finding: Finding, language: Language) -> str:
    """Put a rule's message into words for one row."""
    template = finding.rule.message_en if language == "en" else finding.rule.message
    texts = {field: _text(assessment, finding, field, language) for field in template.fields}
    return fill(template, texts)


def _table(assessment: Assessment, rule: Rule) -> Table:
    tables = (assessment.indicators, assessment.programmes, assessment.audit.table)
    return dict(zip(Row, tables, strict=True))[rule.text.each]


def _text(assessment: Assessment, finding: Finding, field: Field, language: Language) -> str:
    """Print one fact of one row as a message wants it."""
    each = finding.rule.text.each
    if each is Row.INDICATOR and field.name in _READINGS and not field.format:
        reading = getattr(assessment.facts.years[finding.row], field.name)
        return figure(reading, assessment.facts.places[finding.row].indicator, language)
    if each is Row.PROGRAMME and field.name in _TIES:
        ties = ties_by_programme(assessment.facts, assessment.ties)[finding.row]
        name = assessment.facts.owners[finding.row][1].name
        return say_cases(of_verdict(ties, _TIES[field.name]), language, of=name) or numbers.NOTHING
    column = _table(assessment, finding.rule).columns[field.name]
    if isinstance(column, Words):
        code = column.codes[finding.row]
        word = numbers.NOTHING if code < 0 else column.words[code]
        return _in_words(field.name, word, language) if each is Row.AUDIT else word
    return _number(assessment, finding, field, float(column[finding.row]), language)


def _in_words(name: str, word: str, language: Language) -> str:
    """Print a kind or a state as it is called."""
    if name == "kind":
        return audit_word(AuditKind(word), language)
    return audit_word(AuditState(word), language) if name == "state" else word


def _number(assessment: Assessment, finding: Finding, field: Field, value: float, language: Language) -> str:
    """Print a number in the format a message asks for, else as its kind is printed."""
    kind = _KINDS[finding.rule.text.each][field.name]
    if isnan(value):
        return numbers.NOTHING
    if field.format == "%":
        return numbers.percent(abs(value))
    if field.format == "+%":
        return numbers.signed_percent(value, language)
    if field.format == "억":
        return (
            f"{numbers.grouped(value / 10**8, 1)}억원" if language == "ko" else numbers.won(value, language)
        )
    if field.format == "%p":
        return numbers.points(value * 100 if kind is Kind.RATIO else value, language)
    return _of_kind(kind, value, _unit(assessment, finding) if kind is Kind.AMOUNT else "", language)


def _unit(assessment: Assessment, finding: Finding) -> str:
    units = assessment.indicators.words("unit")
    code = units.codes[finding.row]
    return units.words[code] if code >= 0 else ""


def _of_kind(kind: Kind, value: float, unit: str, language: Language) -> str:
    match kind:
        case Kind.MONEY:
            return numbers.won(value, language)
        case Kind.AMOUNT:
            return numbers.reckoned(value, unit, language)
        case Kind.DAY:
            return numbers.day(date.fromordinal(int(value) + EPOCH), language)
    return numbers.grouped(value, 0 if kind is Kind.COUNT else 2)


def open_findings(assessment: Assessment) -> list[Finding]:
    """List the findings nobody answers for."""
    return [finding for finding in assessment.findings if finding.waiver is None]
