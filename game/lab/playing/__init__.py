"""Playing games in blocks: here, in other processes or on a cluster, and keeping what came of them."""
