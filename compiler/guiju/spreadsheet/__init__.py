"""Tables of words in .xlsx files, read as texts and written as texts: what CSV holds too."""
