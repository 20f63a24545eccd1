"""The language: text in, checked standard out."""
