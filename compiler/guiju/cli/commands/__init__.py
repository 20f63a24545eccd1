"""One module for each command; ``run(options, language)`` gives the exit code."""
