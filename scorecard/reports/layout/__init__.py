"""Cards laid out as pages: pure arithmetic, no drawing library."""
