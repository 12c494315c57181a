"""A bulletin as JUnit XML: a test case for each demand, or for each text that was read.

Holds to what Jenkins reads (`junit-10.xsd`) and to the older, stricter form of Ant.
"""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Tree

import attrs

from scorecard.cards.bulletin import Bulletin, Case, Entry, State
from scorecard.reports.plaintext import told
from scorecard.wording.phrases import phrase

MOST_CAUSES = 200  #: Told of one case; nobody reads more in a CI's report.


@attrs.frozen
class _Test:
    """One test case: a failure is a demand that does not hold, an error what could not be judged."""

    group: str
    name: str
    said: str = ""
    body: str = ""
    kind: str = ""  #: `failure`, `error`, `skipped`; empty: passed.
    type: str = ""


def junit(bulletin: Bulletin) -> str:
    """Write a bulletin as JUnit XML; the same bulletin gives the same bytes."""
    root = Tree.Element("testsuites")
    groups: dict[str, list[_Test]] = {}
    for test in _tests(bulletin):
        groups.setdefault(test.group, []).append(test)
    for n, (group, tests) in enumerate(groups.items()):
        root.append(_suite(n, group, tests, bulletin))
    Tree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"


def _tests(bulletin: Bulletin) -> Iterator[_Test]:
    if bulletin.cases and bulletin.state is not State.UNJUDGED:
        yield from (_of_case(case, bulletin) for case in bulletin.cases)
        if bulletin.state is State.FAILS:
            name = phrase("gate-verdict", bulletin.language)
            yield _Test(bulletin.title, name, bulletin.summary, "", "failure", "gate")
        return
    by_file = {entry.spot.file: entry for entry in bulletin.entries}
    for file in [*bulletin.files, *(one for one in by_file if one not in bulletin.files)]:
        ours = [entry for entry in bulletin.entries if entry.spot.file == file]
        yield _of_file(file, ours)
    if not bulletin.files and not by_file:
        yield _Test(bulletin.title, bulletin.summary)


def _of_case(case: Case, bulletin: Bulletin) -> _Test:
    if case.holds:
        return _Test(case.where, case.name)
    said = f"{case.result}{f' · {case.waived}' if case.waived else ''}"
    lines = [f"{entry.spot}: {entry.message}" for entry in case.causes[:MOST_CAUSES]]
    more = len(case.causes) - len(lines)
    lines += [phrase("gate-more", bulletin.language, n=more)] if more > 0 else []
    lines += [f"→ {case.action}"] if case.action else []
    kind = "skipped" if case.waived else "failure"
    return _Test(case.where, case.name, said, "\n".join(lines), kind, case.measure)


def _of_file(file: str, entries: Sequence[Entry]) -> _Test:
    if not entries:
        return _Test("scorecard check", file)
    body = "\n".join(f"{entry.spot}: {entry.message} [{entry.topic}]" for entry in entries)
    return _Test("scorecard check", file, entries[0].message, body, "error", entries[0].topic)


def _suite(number: int, group: str, tests: Sequence[_Test], bulletin: Bulletin) -> Tree.Element:
    count = {kind: sum(test.kind == kind for test in tests) for kind in ("failure", "error", "skipped")}
    suite = Tree.Element("testsuite", {
        "name": told(group) or "scorecard", "package": f"scorecard.{bulletin.command}", "id": str(number),
        "timestamp": f"{bulletin.as_of or '1970-01-01'}T00:00:00", "hostname": "localhost",
        "tests": str(len(tests)), "failures": str(count["failure"]), "errors": str(count["error"]),
        "skipped": str(count["skipped"]), "time": "0",
    })  # fmt: skip
    Tree.SubElement(suite, "properties")
    for test in tests:
        case = Tree.SubElement(suite, "testcase", {
            "name": told(test.name), "classname": f"scorecard.{bulletin.command}.{told(group)}", "time": "0",
        })  # fmt: skip
        if test.kind == "skipped":
            Tree.SubElement(case, "skipped", {"message": told(test.said)})
        elif test.kind:
            found = Tree.SubElement(case, test.kind, {"message": told(test.said), "type": test.type})
            found.text = told(test.body)
    Tree.SubElement(suite, "system-out").text = told(bulletin.summary)
    Tree.SubElement(suite, "system-err")
    return suite
