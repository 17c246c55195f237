import logging.config, threading
logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'simple': {'format': '%(levelname)s %(threadName)s %(name)s: %(message)s'}},
    'handlers': {'console': {'class': 'logging.StreamHandler', 'formatter': 'simple', 'level': 'DEBUG', 'stream': 'ext://sys.stdout'}},
    'loggers': {'app': {'handlers': ['console'], 'level': 'DEBUG', 'propagate': False}},
    'root': {'level': 'INFO', 'handlers': ['console']},
})
log = logging.getLogger('app')
def f():
    log.debug('in thread')
    logging.getLogger('other').info('other')
t = threading.Thread(target=f, name='T'); t.start(); t.join()
log.error('bye')
