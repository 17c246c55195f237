import threading, collections, time
Event = collections.namedtuple("Event", "kind payload")
class EventBus:
    def __init__(self):
        self._handlers = collections.defaultdict(list)
        self._queue = collections.deque()
        self._ready = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._dispatch, name="bus", daemon=True)
        self._thread.start()
    def on(self, kind):
        def register(fn):
            self._handlers[kind].append(fn)
            return fn
        return register
    def emit(self, kind, **payload):
        self._queue.append(Event(kind, payload)); self._ready.release()
    def _dispatch(self):
        while True:
            self._ready.acquire()
            ev = self._queue.popleft()
            if ev.kind == "stop": return
            for h in self._handlers[ev.kind]:
                try: h(**ev.payload)
                except Exception as e: print(f"handler {h.__name__} raised {e!r}")
    def close(self): self.emit("stop"); self._thread.join()
bus = EventBus()
@bus.on("user")
def greet(name, **_): print("hello", name)
@bus.on("user")
def audit(name, age=None): print(f"audit: {name=} {age=}")
@bus.on("bad")
def bad(): raise LookupError("oops")
bus.emit("user", name="ann", age=3); bus.emit("bad"); bus.emit("none"); bus.emit("user", name="bob")
bus.close()
print(bus._thread.is_alive(), len(bus._queue))
