import threading
class Singleton(type):
    _instances = {}
    _lock = threading.Lock()
    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, v): self.v = v
objs = []
ts = [threading.Thread(target=lambda i=i: objs.append(Config(i))) for i in range(5)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(set(map(id, objs))), objs[0].v)
