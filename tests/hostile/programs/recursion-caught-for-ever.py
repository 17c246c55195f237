# answer: Never exits
def f():
    f()
while True:
    try:
        f()
    except RecursionError:
        pass
