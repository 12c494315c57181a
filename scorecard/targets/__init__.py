"""Text → book → facts: reading what an office promised and did."""
