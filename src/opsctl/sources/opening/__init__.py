"""From a file as it lies on disk to a clean table the engine reads; containers, encodings, headers and cells."""
