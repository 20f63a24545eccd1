"""How sure a footprint is, and what it hangs on: derivatives, intervals, draws, comparisons."""
