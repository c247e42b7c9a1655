"""
The totals and bounds of a table as a flow around a ring: from the ground to the rows, through the cells to the
columns, and back to the ground.
"""

from __future__ import annotations

from opsctl.planning.tables.network import Network, add_arc, empty_network
from opsctl.planning.tables.problem import Problem


def ring_of(problem: Problem) -> tuple[Network, list[list[int]]]:
    """Build the network, the ground its first node, then rows, then columns; and the arc of every cell."""
    count, width = len(problem.rows), len(problem.columns)
    network = empty_network(1 + count + width)
    for row, total in enumerate(problem.rows):
        add_arc(network, 0, 1 + row, total, total)
    for column, total in enumerate(problem.columns):
        add_arc(network, 1 + count + column, 0, total, total)
    arcs = [
        [add_arc(network, 1 + row, 1 + count + column, *ends) for column, ends in enumerate(zip(*bounds, strict=True))]
        for row, bounds in enumerate(zip(problem.low, problem.high, strict=True))
    ]
    return network, arcs
