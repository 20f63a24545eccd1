"""The tree as text in the house layout."""
