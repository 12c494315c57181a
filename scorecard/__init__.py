"""Plain-text performance management: targets and actuals in YAML, judged by written rules."""

__version__ = "0.1.0"
