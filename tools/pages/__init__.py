"""What the documentation takes from code, rules and real runs, one room a kind of page."""
