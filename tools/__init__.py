"""Tools for whoever works on the project; none is needed to use it."""
