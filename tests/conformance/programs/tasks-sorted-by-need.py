"""Tasks with needs of their own, done by threads in an order that `graphlib` gives."""
# needs: 3.9

import graphlib
import queue
import threading
import time

needs = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}, "E": set()}
sorter = graphlib.TopologicalSorter({"D": ["B", "C"], "C": ["A"], "B": ["A"], "E": []})
print(*sorter.static_order())

tasks, finished = queue.Queue(), queue.Queue()
order = []


def worker():
    while True:
        node = tasks.get()
        time.sleep(0.05)
        order.append(node)
        finished.put(node)
        tasks.task_done()


for _ in range(2):
    threading.Thread(target=worker, daemon=True).start()
sorter = graphlib.TopologicalSorter(needs)
sorter.prepare()
while sorter.is_active():
    for node in sorter.get_ready():
        tasks.put(node)
    sorter.done(finished.get())
tasks.join()
print(sorted(order), all(order.index(before) < order.index(node) for node in needs for before in needs[node]))

sorter = graphlib.TopologicalSorter()
sorter.add("wheel", "axle")
sorter.add("car", "wheel", "engine")
sorter.add("axle", "car")
try:
    sorter.prepare()
except graphlib.CycleError as error:
    print(error.args[0], len(error.args[1]), error.args[1][0] == error.args[1][-1], sorted(set(error.args[1])))
print(sorter.get_ready(), bool(sorter))
sorter = graphlib.TopologicalSorter({1: [2]})
for call in (sorter.get_ready, sorter.is_active, lambda: sorter.done(2)):
    try:
        call()
    except ValueError as error:
        print(error)
sorter.prepare()
for nodes in ((1,), (2,), (3,)):
    try:
        sorter.done(*nodes)
    except ValueError as error:
        print(error)
print(sorter.get_ready(), sorter.done(2), sorter.get_ready(), sorter.is_active())
for act in (lambda: sorter.done(2), lambda: sorter.add(5)):
    try:
        act()
    except ValueError as error:
        print(error)
sorter.done(1)
print(sorter.is_active(), list(graphlib.TopologicalSorter({}).static_order()), isinstance(graphlib.CycleError(), ValueError))
