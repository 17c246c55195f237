import threading
import time


def background(daemon=False):
    def decorate(function):
        def wrapper(*args, **kwargs):
            thread = threading.Thread(target=function, args=args, kwargs=kwargs, daemon=daemon)
            thread.start()
            return thread

        wrapper.__name__ = function.__name__
        return wrapper

    return decorate


@background()
def save(name):
    time.sleep(0.1)
    print("saved", name)


@background(daemon=True)
def watch():
    while True:
        time.sleep(1)


print(save.__name__, watch.__name__)
t = save("a.txt")
w = watch()
print(t.daemon, w.daemon, t.name.split(" ")[0])
t.join()
print("alive:", t.is_alive(), w.is_alive())
