"""Tests of what the document says: its text, and that it computes what the calculator does."""
