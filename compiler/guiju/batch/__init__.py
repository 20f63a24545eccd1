"""Many declarations at once: columns go in, results and findings come out."""
