"""Speed as ratios to lower bounds, measured in one run."""
