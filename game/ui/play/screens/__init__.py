"""One file a screen: functions that draw a model on a sheet and register regions, and change nothing."""
