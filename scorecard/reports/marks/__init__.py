"""Small drawings as plain shapes and lines: bars, status marks, severity marks, strips."""
