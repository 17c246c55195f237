# answer: the limit of 256 MB of memory was reached
def f():
    try:
        f()
    finally:
        f()
f()
