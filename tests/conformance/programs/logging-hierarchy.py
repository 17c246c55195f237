import threading, logging
logger = logging.getLogger("db")
logging.basicConfig(format="%(asctime)s", level="INFO")
logging.getLogger().handlers.clear()
import sys
sh = logging.StreamHandler(stream=sys.stdout)
sh.setLevel("DEBUG")
fmt = logging.Formatter("%(name)s:%(levelno)s:%(threadName)s:%(message)s", defaults={"ip": "none"}) if sys.version_info >= (3, 10) else logging.Formatter("%(name)s:%(levelno)s:%(threadName)s:%(message)s")
sh.setFormatter(fmt)
logging.root.addHandler(sh)
child = logger.getChild("pool")
child.propagate = True
def q():
    child.info("query", extra={"sql": "x"})
    child.debug("hidden")
    child.warning("slow %.2f", 1.234)
t = threading.Thread(target=q, name="w-1"); t.start(); t.join()
print(child.name, child.parent is logger, logger.parent is logging.root, child.getEffectiveLevel(), logging.getLevelName("INFO"))
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, r): self.records.append(self.format(r))
lh = ListHandler(); logger.addHandler(lh); logger.setLevel(logging.DEBUG)
logger.debug("dbg"); child.debug("child dbg")
print(lh.records)
with_filter = logging.getLogger("f")
with_filter.addFilter(lambda r: r.levelno >= 40)
with_filter.warning("no"); with_filter.error("yes")
print(logging.getLogger("a.b.c").parent.name, sorted(logging.root.manager.loggerDict))
try: logger.setLevel("LOUD")
except ValueError as e: print(e)
try: logging.basicConfig(foo=1)
except (ValueError, TypeError) as e: print(type(e).__name__, e)
