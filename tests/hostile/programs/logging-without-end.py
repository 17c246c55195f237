import logging
while True:
    logging.warning('again %s', 'x' * 100)
