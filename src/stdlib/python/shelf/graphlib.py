"""The module `graphlib` (3.9): nodes in an order in which each comes after those that it needs."""

import _machine
from _internal import GenericAlias


class CycleError(ValueError):
    pass


_READY, _DONE = -1, -2


class TopologicalSorter:
    """`_needs`: how many nodes each still waits for, or one of the two numbers above; `_followers`: who waits for it."""

    def __init__(self, graph=None):
        self._needs = {}
        self._followers = {}
        self._ready = None
        self._passed_out = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for each in (node, *predecessors):
            self._needs.setdefault(each, 0)
            self._followers.setdefault(each, [])
        self._needs[node] += len(predecessors)
        for each in predecessors:
            self._followers[each].append(node)

    def prepare(self):
        if self._ready is not None and not (_machine.minor >= 14 and not self._passed_out):
            raise ValueError("cannot prepare() more than once" if _machine.minor < 14
                             else "cannot prepare() after starting iteration")
        self._ready = [node for node, count in self._needs.items() if count == 0]
        for node in self._ready:
            self._needs[node] = _READY
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _find_cycle(self):
        seen = set()
        for start in self._followers:
            if start in seen:
                continue
            path, branches, at = [], [], {}
            node = start
            while True:
                if node in at:
                    return path[at[node]:] + [node]
                if node not in seen:
                    seen.add(node)
                    at[node] = len(path)
                    path.append(node)
                    branches.append(iter(self._followers[node]))
                following = next(branches[-1], self)
                while following is self:
                    del at[path.pop()]
                    branches.pop()
                    if not path:
                        break
                    following = next(branches[-1], self)
                if not path:
                    break
                node = following
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._needs:
                raise ValueError(f"node {node!r} was not added using add()")
            state = self._needs[node]
            if state == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            if state != _READY or node in self._ready:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._needs[node] = _DONE
            self._finished += 1
            for follower in self._followers[node]:
                self._needs[follower] -= 1
                if self._needs[follower] == 0:
                    self._needs[follower] = _READY
                    self._ready.append(follower)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
