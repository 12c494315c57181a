"""The reports floor: cards become pages, and pages become files."""
