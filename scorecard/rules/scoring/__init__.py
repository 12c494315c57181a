"""Public-sector scores: methods by name, roll-ups with weights, grades and points."""
