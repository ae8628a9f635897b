"""The screens of the timing test."""
