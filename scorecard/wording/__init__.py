"""Printed words and numbers, in Korean and English."""
