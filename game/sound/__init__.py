"""Small sounds and the hum of the café, worked out as arrays: no file, no device, no window."""
