"""What is taken home: tables, statements for a learning record store, records of runs, a report."""
