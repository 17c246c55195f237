import logging, sys, threading
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s:%(funcName)s:%(message)s")
def f():
    logging.warn("old function")
    logging.getLogger("x").warn("old method")

t = threading.Thread(target=f); t.start(); t.join()
logging.info("with stack", stack_info=True)
logging.error("%d is no number", "x")
logging.captureWarnings(True)
print("end")
