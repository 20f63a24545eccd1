"""A Word file of whatever origin → what a format reviewer would say of it, after GB/T 1.1—2020."""
