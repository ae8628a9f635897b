"""The server: requests, sockets, cookies and their guards. The one place that knows HTTP."""
