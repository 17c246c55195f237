"""Logging from several threads, to standard output and to a file."""
import logging
import sys
import threading

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s [%(threadName)s] %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("app.db")
log.info("hello %s %d", "x", 3)
log.debug("not shown")
log.warning("careful")


def work():
    logging.info("in a thread")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print(log, logging.getLogger(), logging.getLogger("app").getChild("db") is log, logging.getLevelName(20))
handler = logging.FileHandler("app.log")
handler.setFormatter(logging.Formatter("{levelname}|{message}", style="{"))
log.addHandler(handler)
log.propagate = False
log.error("to the file")
with open("app.log") as file:
    print(file.read())
logging.getLogger("other").addHandler(logging.NullHandler())
logging.getLogger("other").info("%s", {"a": 1})
