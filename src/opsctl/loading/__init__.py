"""
The only readers and writers of workspace files.

From bytes to records: find the files, refuse unsafe text, read a strict subset of YAML, check it against its record
kind. Whatever is wrong in a file comes back as a finding with a place, never as an exception.
"""
