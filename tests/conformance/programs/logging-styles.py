import logging, threading, sys
logger = logging.getLogger(__name__)
logger.setLevel(logging.DEBUG)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname:8s} {threadName} {message}", style="{"))
logger.addHandler(h)
h2 = logging.StreamHandler(sys.stdout)
h2.setFormatter(logging.Formatter("$levelname: $message", style="$"))
h2.setLevel(logging.ERROR)
logger.addHandler(h2)
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
h.addFilter(F())
def w():
    logger.info("hello %s", "x"); logger.warning("secret"); logger.error("oops %d %s", 1, [2])
    try: 1 / 0
    except ZeroDivisionError: logger.exception("failed")
t = threading.Thread(target=w, name="W"); t.start(); t.join()
print(logger, logger.name, logger.handlers, logger.isEnabledFor(10), logging.getLevelName(30))
a = logging.LoggerAdapter(logger, {"user": "bob"}); a.info("adapted")
logger.log(25, "custom level")
logging.addLevelName(25, "NOTICE"); logger.log(25, "again")
logging.disable(logging.CRITICAL); logger.critical("no")
