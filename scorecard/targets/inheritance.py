"""What parts take from their whole when they do not say it themselves."""

from typing import Any

from scorecard.targets.spots import Path, SpotMap


def with_inheritance(raw: Any, keys: tuple[str, ...]) -> Any:
    """Give the parts of an indicator or a statement what the whole says and they do not."""
    parts = raw.get("parts") if isinstance(raw, dict) else None
    if not isinstance(parts, list):
        return raw
    handed_down = {key: raw[key] for key in keys if key in raw}
    given = [{**handed_down, **part} if isinstance(part, dict) else part for part in parts]
    return {**raw, "parts": given}


def is_inherited(path: Path, spots: SpotMap) -> bool:
    """Tell whether a path leads to a key of a part that is not written there."""
    return "parts" in path[-3:-2] and isinstance(path[-2], int) and not spots.holds(*path)
