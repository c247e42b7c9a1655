"""A year planned anew: closed months frozen, the rest made again, version after version."""
