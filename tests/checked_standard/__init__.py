"""Tests of the standard stage."""
