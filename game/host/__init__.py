"""A room that plays together: guests on their phones, one projector, a host; a web server on the host's machine."""
