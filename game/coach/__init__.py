"""The coach: the debrief, the reasons behind each day, and how well one knew when to ask."""

from game.coach.looking_back.debrief import AskMark, DayMark, Debrief, FollowerDebrief, Reason

__all__ = ["AskMark", "DayMark", "Debrief", "FollowerDebrief", "Reason"]
