"""Whether a target was a fair one: named properties of each, never one number."""
