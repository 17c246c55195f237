import queue

lifo = queue.LifoQueue()
for item in "abc":
    lifo.put(item)
print([lifo.get() for _ in range(lifo.qsize())])

priority = queue.PriorityQueue()
for item in [(3, "low"), (1, "high"), (2, "middle")]:
    priority.put(item)
while not priority.empty():
    level, name = priority.get()
    print(level, name)

small = queue.Queue(maxsize=2)
small.put("x")
small.put("y")
print(small.full(), small.qsize(), small.maxsize)
try:
    small.put("z", timeout=0.05)
except queue.Full:
    print("full")
try:
    queue.Queue().get(block=False)
except queue.Empty as error:
    print("empty", repr(str(error)))
