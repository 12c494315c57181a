"""A bulletin as SARIF 2.1.0, which code hosts show beside the lines of a change.

What could not be judged says so: the invocation did not succeed, and every problem is a result.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from scorecard import __version__
from scorecard.cards.bulletin import Bulletin, Entry, Grade, State, Topic
from scorecard.problems import Spot
from scorecard.reports.fingerprints import fingerprinted
from scorecard.reports.plaintext import told
from scorecard.wording.phrases import phrase

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000  #: More of them GitHub refuses.
ROOT = "%SRCROOT%"
_LEVELS: Mapping[Grade, str] = MappingProxyType(
    {
        Grade.BLOCKER: "error",
        Grade.HIGH: "error",
        Grade.MEDIUM: "warning",
        Grade.LOW: "note",
        Grade.NOTE: "note",
    }
)
_GRAVITY = tuple(Grade)


def sarif(bulletin: Bulletin, root: str = "") -> dict[str, Any]:
    """Lay a bulletin out as a SARIF log; `root` is the project's folder within its repository."""
    rules = {topic.id: n for n, topic in enumerate(bulletin.topics)}
    entries = sorted(bulletin.entries, key=lambda one: _GRAVITY.index(one.grade))
    run = {
        "tool": {"driver": _driver(bulletin)},
        "language": bulletin.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": _text(phrase("gate-root", bulletin.language))}},
        "invocations": [_invocation(bulletin, len(entries))],
        "results": list(_results(entries[:MOST_RESULTS], rules, root)),
        "properties": {
            "summary": told(bulletin.summary),
            "asOf": bulletin.as_of,
            "base": told(bulletin.base),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "name": "scorecard",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(topic) for topic in bulletin.topics],
    }


def _rule(topic: Topic) -> dict[str, Any]:
    why, action, page = (told(words) for words in (topic.why, topic.action, topic.page))
    return {
        "id": topic.id,
        "shortDescription": _text(topic.title),
        "fullDescription": _text(topic.why),
        "help": {
            "text": f"{why}\n→ {action}\n{page}",
            "markdown": f"{why}\n\n→ {action}\n\n`{page}`",
        },
        "defaultConfiguration": {"level": _LEVELS[topic.grade]},
    }


def _invocation(bulletin: Bulletin, n: int) -> dict[str, Any]:
    unjudged = bulletin.state is State.UNJUDGED
    notes = [_notification("note", words) for words in bulletin.notices]
    if unjudged:
        notes.insert(0, _notification("error", bulletin.summary))
    if n > MOST_RESULTS:
        notes.append(_notification("warning", phrase("notice-cut", bulletin.language, n=MOST_RESULTS)))
    return {
        "executionSuccessful": not unjudged,
        "exitCode": bulletin.state.value,
        "exitCodeDescription": told(bulletin.summary),
        "toolExecutionNotifications": notes,
    }


def _notification(level: str, words: str) -> dict[str, Any]:
    return {"level": level, "message": _text(words)}


def _results(entries: Sequence[Entry], rules: Mapping[str, int], root: str) -> Iterator[dict[str, Any]]:
    for key, entry in fingerprinted(entries):
        result: dict[str, Any] = {
            "ruleId": entry.topic,
            "level": _LEVELS[entry.grade],
            "message": _text(entry.message),
            "locations": [{"physicalLocation": _place(entry.spot, root)}],
            # GitHub follows an alert by the first of these alone; others read the second.
            "partialFingerprints": {"primaryLocationLineHash": f"{key[:16]}:1", "scorecardSubject/v1": key},
        }
        if entry.topic in rules:
            result["ruleIndex"] = rules[entry.topic]
        if entry.waived:
            result["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": told(entry.waived)}
            ]
        yield result


def _place(spot: Spot, root: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(f"{root}{spot.file}"), "uriBaseId": ROOT}}
    # A place that is a file as a whole is shown at its first line: code hosts ask for one.
    place["region"] = {"startLine": max(spot.line, 1)}
    if spot.column:
        place["region"]["startColumn"] = spot.column
    return place


def _uri(file: str) -> str:
    return quote(told(file).replace("\\", "/").lstrip("/"), safe="/-_.~")


def _text(words: str) -> dict[str, str]:
    return {"text": told(words)}
