"""The module `heapq`."""


def _up(heap, at, less):
    item = heap[at]
    while at > 0:
        parent = (at - 1) // 2
        if not less(item, heap[parent]):
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _down(heap, at, less):
    # CPython goes down to a leaf first and then up again: fewer comparisons, and the same order of equal items.
    start = at
    end = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not less(heap[child], heap[right]):
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    while at > start:
        parent = (at - 1) // 2
        if not less(item, heap[parent]):
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _less(left, right):
    return left < right


def _more(left, right):
    return right < left


def _pop(heap, less):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _down(heap, 0, less)
    return first


def heappush(heap, item):
    heap.append(item)
    _up(heap, len(heap) - 1, _less)


def heappop(heap):
    if not heap:
        raise IndexError("index out of range")
    return _pop(heap, _less)


def heapify(heap):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, at, _less)


def heapreplace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _down(heap, 0, _less)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0, _less)
    return item


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    heads = []
    for iterable in iterables:
        iterator = iter(iterable)
        for item in iterator:
            heads.append([item if key is None else key(item), item, iterator])
            break
    while heads:
        best = 0
        for at in range(1, len(heads)):
            if heads[best][0] < heads[at][0] if reverse else heads[at][0] < heads[best][0]:
                best = at
        head = heads[best]
        yield head[1]
        del heads[best]
        for item in head[2]:
            heads.insert(best, [item if key is None else key(item), item, head[2]])
            break
