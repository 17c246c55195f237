"""Each thread has its own."""
import threading

own = threading.local()
own.name = "main"


def work():
    own.name = "worker"
    print(own.name)


thread = threading.Thread(target=work)
thread.start()
print(own.name)
thread.join()
