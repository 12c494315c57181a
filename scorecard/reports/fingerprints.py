"""What tells one entry from every other although lines move: by what it is about, not by where it stands."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from scorecard.cards.bulletin import Entry


def fingerprinted(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Give every entry a name of its own; alike ones of one file are counted through."""
    seen: Counter[str] = Counter()
    for entry in entries:
        said = f"{entry.topic}\0{entry.spot.file}\0{entry.about or entry.message}"
        key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        seen[key] += 1
        nth = f"{key}\0{seen[key]}".encode()
        yield key if seen[key] == 1 else hashlib.sha256(nth).hexdigest(), entry
