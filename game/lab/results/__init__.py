"""What the lab keeps: rows, files, records, and one number for all bits."""
