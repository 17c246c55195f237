import contextlib
with contextlib.ExitStack() as stack:
    while True:
        stack.callback(print)
