"""Tests of scenario files: reading, checking, explaining, filling in."""
