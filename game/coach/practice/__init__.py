"""Practice: what two choices may bring, told before either is made, by what can be known and by nothing else."""
