# answer: RecursionError: maximum recursion depth exceeded
import logging
class Handler(logging.Handler):
    def emit(self, record):
        logging.error('again')
logging.getLogger().addHandler(Handler())
logging.error('once')
