import threading


class Settings:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls._instance is None:
                cls._instance = super().__new__(cls)
                cls._instance.values = {}
        return cls._instance


found = []
threads = [threading.Thread(target=lambda: found.append(Settings())) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(found), all(s is found[0] for s in found), Settings().values)
