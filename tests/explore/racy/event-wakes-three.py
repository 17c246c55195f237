"""All waiters are woken; who prints first?"""
import threading

ready = threading.Event()


def wait(name):
    ready.wait()
    print(name)


for name in "abc":
    threading.Thread(target=wait, args=(name,)).start()
ready.set()
