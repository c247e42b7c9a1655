"""One function a command: the only place that joins files and core."""
