"""Instances that share a namespace: the Borg, and a dict that is its own namespace."""
import threading


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


class Settings:
    _shared_state = {}

    def __init__(self, **kw):
        self.__dict__ = self._shared_state
        for k, v in kw.items():
            setattr(self, k, v)

    def show(self):
        return ", ".join(f"{k}={v}" for k, v in sorted(self.__dict__.items()))


def worker(name):
    s = Settings(**{name: len(name)})
    s.last = name


for n in ("alpha", "be", "gamma"):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()

print(Settings().show())
cfg = AttrDict(host="localhost", port=8080)
cfg.debug = True
cfg["user"] = "me"
print(cfg.host, cfg["port"], cfg, cfg.user, len(cfg))
del cfg.host
print("host" in cfg, hasattr(cfg, "host"), getattr(cfg, "port", None), sorted(vars(cfg)))
try:
    cfg.missing
except AttributeError as e:
    print("AttributeError:", e)
a, b = Settings(), Settings()
a.x = 1
print(b.x, a.__dict__ is b.__dict__, Settings._shared_state["x"])
del b.x
print(hasattr(a, "x"))
