"""Assessment → cards: what is printed, in reading order, as data."""
