"""Robots that fill a room through its real pages, and the check of a machine before guests come."""
