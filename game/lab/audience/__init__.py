"""A posterior of the crowd's numbers from the weekly rates of a real account."""
