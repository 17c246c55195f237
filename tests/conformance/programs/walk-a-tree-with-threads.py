import threading

tree = {"root": ["a", "b"], "a": ["c"], "b": [], "c": ["d", "e"], "d": [], "e": []}
visited = set()
lock = threading.Lock()


def visit(node):
    with lock:
        visited.add(node)
    children = [threading.Thread(target=visit, args=(child,)) for child in tree[node]]
    for child in children:
        child.start()
    for child in children:
        child.join()


visit("root")
print(sorted(visited), len(visited) == len(tree))
