import logging
logging.basicConfig(filename="app.log", filemode="w", level=logging.INFO, format="%(name)s - %(levelname)s - %(message)s")
logging.info("one"); logging.debug("no"); logging.getLogger("a.b").warning("two")
logging.shutdown()
print(open("app.log").read())
