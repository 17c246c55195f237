"""Formatters with factories of their own, a queue between threads and handlers, and what is wrong with a configuration."""
import logging
import logging.config
import sys
import threading
import time


class UTCFormatter(logging.Formatter):
    converter = time.gmtime


class Shouting(logging.Handler):
    def __init__(self, mark="!", **keywords):
        super().__init__(**keywords)
        self.mark = mark

    def emit(self, record):
        print(self.format(record).upper() + self.mark)


config = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "utc": {"()": UTCFormatter, "format": "%(levelname)s %(threadName)s %(message)s"},
        "named": {"()": "logging.Formatter", "fmt": "{name}: {message}", "style": "{"},
    },
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "utc"},
        "shout": {"()": "__main__.Shouting", "mark": "?", "level": "ERROR", "formatter": "named"},
        "held": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "out"},
    },
    "loggers": {"app": {"handlers": ["out", "shout"], "level": "DEBUG", "propagate": False}, "slow": {"handlers": ["held"]}},
}
logging.config.dictConfig(config)
log = logging.getLogger("app")


def work(number):
    log.debug("job %d", number)
    if number == 1:
        log.error("job %d failed", number)


for number in range(2):
    thread = threading.Thread(target=work, args=(number,), name=f"worker-{number}")
    thread.start()
    thread.join()
slow = logging.getLogger("slow")
slow.warning("first")
print("held back")
slow.warning("second")

if sys.version_info >= (3, 12):
    logging.config.dictConfig({
        "version": 1,
        "formatters": {"plain": {"format": "%(threadName)s|%(message)s"}},
        "handlers": {
            "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain"},
            "queue": {"class": "logging.handlers.QueueHandler", "handlers": ["out"], "respect_handler_level": True},
        },
        "root": {"handlers": ["queue"], "level": "INFO"},
    })
    listener = logging.getHandlerByName("queue").listener
    listener.start()
    thread = threading.Thread(target=logging.info, args=("through the %s", "queue"), name="asker")
    thread.start()
    thread.join()
    listener.stop()
    print(type(listener).__name__, listener.respect_handler_level, len(listener.handlers))

print(logging.lastResort)
for wrong in ({"version": 2}, {}, {"version": 1, "handlers": {"x": {"class": "logging.NoSuch"}}},
              {"version": 1, "handlers": {"x": {"class": "nowhere.Handler"}}},
              {"version": 1, "root": {"handlers": ["missing"]}},
              {"version": 1, "formatters": {"f": {"()": "__main__.Missing"}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error, "|", error.__cause__)
