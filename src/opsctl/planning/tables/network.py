"""A network of whole-number flows between nodes, each arc with the least and the most it may carry."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class Network:
    """Arcs in pairs: `room[arc]` can still be added, `room[arc ^ 1]` taken back; `need` is what must enter a node."""

    to: list[int]
    room: list[int]
    out: list[list[int]]
    need: list[int] = field(default_factory=list)


def empty_network(nodes: int) -> Network:
    """A network without arcs."""
    return Network([], [], [[] for _ in range(nodes)], [0] * nodes)


def add_arc(network: Network, start: int, end: int, low: int, high: int) -> int:
    """Add an arc that carries `low` to begin with, and give its number."""
    arc = len(network.to)
    network.to += [end, start]
    network.room += [high - low, 0]
    network.out[start].append(arc)
    network.out[end].append(arc + 1)
    network.need[start] += low
    network.need[end] -= low
    return arc


def settle(network: Network) -> set[int]:
    """Carry what nodes have too much to those that need it, as far as it goes.

    Gives the nodes that what is left can reach: empty when everything found its place, else the side of a cut
    into which more must flow than can leave it.
    """
    while True:
        depths = _depths(network)
        if not any(network.need[node] > 0 for node in depths):
            return set(depths)
        tried = [0] * len(network.out)
        for source in range(len(network.out)):
            while network.need[source] < 0 and (carried := _push(network, source, depths, tried)):
                network.need[source] += carried


def _depths(network: Network) -> dict[int, int]:
    """How many arcs with room lie between each node and the nearest that has too much."""
    depths = {node: 0 for node, need in enumerate(network.need) if need < 0}
    queue = deque(depths)
    while queue:
        node = queue.popleft()
        for arc in network.out[node]:
            end = network.to[arc]
            if network.room[arc] > 0 and end not in depths:
                depths[end] = depths[node] + 1
                queue.append(end)
    return depths


def _push(network: Network, source: int, depths: dict[int, int], tried: list[int]) -> int:
    """Carry along one path of growing depth to a node in need; 0 where none is left."""
    path: list[int] = []
    node = source
    while network.need[node] <= 0:
        arcs = network.out[node]
        while tried[node] < len(arcs):
            arc = arcs[tried[node]]
            end = network.to[arc]
            if network.room[arc] > 0 and depths.get(end) == depths[node] + 1:
                path.append(arc)
                node = end
                break
            tried[node] += 1
        else:
            if not path:
                return 0
            node = network.to[path.pop() ^ 1]
            tried[node] += 1
    carried = min(-network.need[source], network.need[node], *(network.room[arc] for arc in path))
    for arc in path:
        network.room[arc] -= carried
        network.room[arc ^ 1] += carried
    network.need[node] -= carried
    return carried
