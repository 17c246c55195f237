# answer: RecursionError: maximum recursion depth exceeded
import signal
def handler(*args):
    signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, handler)
signal.raise_signal(signal.SIGINT)
