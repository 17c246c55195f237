# answer: the limit of 3906 KB of output was reached
import logging
while True:
    logging.warning('again %s', 'x' * 100)
