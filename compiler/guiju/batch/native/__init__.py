"""The tape as a kernel in C: all operations on one declaration before the next is touched."""
