"""The language of rules: reading expressions and messages, and running them over columns."""
