"""The plan → the functions and constants of a program, before any programming language."""
