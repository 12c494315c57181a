"""The porch for programs: what `import scorecard` offers. Its names are given out by the package itself."""
