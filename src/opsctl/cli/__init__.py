"""The command line: parse, call, render, exit. Sub-commands load when called."""
