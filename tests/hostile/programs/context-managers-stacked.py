# answer: the limit of 256 MB of memory was reached
import contextlib
with contextlib.ExitStack() as stack:
    while True:
        stack.callback(print)
