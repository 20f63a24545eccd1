"""Parts of one table in many processes: an order goes out, part files stand beside the output."""
