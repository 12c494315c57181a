"""Two parts of an expression held against each other: what is allowed, and which tree comes of it."""

from collections.abc import Sequence

from scorecard.likeness import likest
from scorecard.rules.language import kinds
from scorecard.rules.language.spelling import as_share
from scorecard.rules.language.terms import Notebook, Term, Word
from scorecard.rules.language.tree import Compare, Fact, Not, Number, OneOf, Or, Order, SameWords, Tree
from scorecard.targets.vocabulary import Kind

LARGEST_RATIO = 10  #: A ratio held against a greater literal was meant in per cent.


def compare(notes: Notebook, order: Order, left: Term, right: Term) -> Tree | None:
    """Hold two terms against each other; None: the mistake is noted."""
    sort = kinds.shared(left.sort, right.sort)
    if sort is Kind.TEXT:
        return _compare_texts(notes, order, left, right)
    if sort is Kind.FLAG:
        notes.refuse(left.node)
        return None
    if sort is None:
        _refuse_pair(notes, left, right)
        return None
    if sort is Kind.RATIO and not are_shares(notes, (left, right)):
        return None
    return Compare(order, left.tree, right.tree)


def _refuse_pair(notes: Notebook, left: Term, right: Term) -> None:
    """Refuse two unlike kinds; a day is easily written as a mere text."""
    for term, other in ((left, right), (right, left)):
        if isinstance(term.content, Word) and other.sort is Kind.DAY:
            found = notes.text(term.node)
            notes.note(term.node, "expression-wrong-sign", found=found, expected=f"day({found})")
            return
    notes.refuse_pair(left, right)


def are_shares(notes: Notebook, terms: Sequence[Term]) -> bool:
    """Refuse `attainment < 95`: a ratio of 95 is 9,500 per cent."""
    shares = True
    for term in terms:
        if isinstance(term.content, Number) and abs(term.content.value) > LARGEST_RATIO:
            hint = as_share(term.content.value)
            notes.note(term.node, "expression-looks-like-percent", found=notes.text(term.node), hint=hint)
            shares = False
    return shares


def _compare_texts(notes: Notebook, order: Order, left: Term, right: Term) -> Tree | None:
    if order not in ("==", "!="):
        notes.refuse(left.node)
        return None
    same = _same_text(notes, left, right)
    return Not(same) if same and order == "!=" else same


def _same_text(notes: Notebook, left: Term, right: Term) -> Tree | None:
    match left.content, right.content:
        case (Fact() as one, Fact() as other):
            return SameWords(one, other)
        case (Fact() as fact, Word(word)) if _is_possible(notes, fact, word, right):
            return OneOf(fact, (word,))
        case (Word(word), Fact() as fact) if _is_possible(notes, fact, word, left):
            return OneOf(fact, (word,))
        case (Word(), Word()):
            notes.refuse(left.node)
    return None


def _is_possible(notes: Notebook, fact: Fact, word: str, term: Term) -> bool:
    """Refuse a word that no row can hold."""
    choices = kinds.CHOICES.get(fact.name)
    if choices is None or word in choices:
        return True
    translated = {korean: english for english, korean in choices.items()}
    near = translated.get(word) or likest(word, choices)
    notes.note(term.node, "expression-unknown-word", found=word, nearest=near, choices=", ".join(choices))
    return False


def find_among(notes: Notebook, left: Term, listed: Sequence[Term]) -> Tree | None:
    """Hold a term against each literal of a list."""
    literals = [term for term in listed if isinstance(term.content, Number | Word)]
    for term in listed:
        if term not in literals:
            notes.refuse(term.node)
    links = [link for term in literals if (link := compare(notes, "==", left, term))]
    return _any_of(links) if len(links) == len(listed) else None


def _any_of(links: Sequence[Tree]) -> Tree:
    """Join conditions of which one must hold; words of the same fact are looked up together."""
    words = tuple(word for link in links if isinstance(link, OneOf) for word in link.words)
    if isinstance(links[0], OneOf):
        return OneOf(links[0].fact, words)
    return links[0] if len(links) == 1 else Or(tuple(links))
