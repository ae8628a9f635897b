"""The desktop front end: screens that draw a view and say which action each spot stands for."""
