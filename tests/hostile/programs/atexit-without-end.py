import atexit
while True:
    atexit.register(print)
