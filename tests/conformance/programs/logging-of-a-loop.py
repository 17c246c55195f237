import logging
import threading
import time
logging.basicConfig(level=logging.DEBUG, format="%(relativeCreated)6d %(threadName)s %(message)s")
logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(levelname)-8s|%(threadName)s|%(funcName)s|%(lineno)d|%(message)s"))
import sys
logging.getLogger().handlers[0].setStream(sys.stdout)
def worker(arg):
    while not arg["stop"]:
        logging.debug("Hi from myfunc")
        time.sleep(0.5)
    logging.info("stopping %r", arg)
info = {"stop": False}
thread = threading.Thread(target=worker, args=(info,), name="bg")
thread.start()
time.sleep(0.2)
logging.warning("Hello from main %s %d%%", "x", 50)
time.sleep(0.6)
info["stop"] = True
thread.join()
try:
    {}["k"]
except KeyError:
    logging.error("lookup failed", exc_info=True)
logging.critical("dict: %(a)s", {"a": 1})
logging.log(15, "fifteen")
