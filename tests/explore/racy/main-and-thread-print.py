"""The main thread and another print, nobody waits."""
from threading import Thread


def work():
    print("work")


Thread(target=work).start()
print("main")
