"""Small drawings as plain shapes and lines: bars, sparklines, marks of statuses, steps and severities, strips."""
