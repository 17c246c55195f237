# answer: the limit of 256 MB of memory was reached
import atexit
while True:
    atexit.register(print)
