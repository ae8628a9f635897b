"""The month after the last day, in which the score is taken: who stayed, who left, and why."""
