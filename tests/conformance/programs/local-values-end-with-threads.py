"""What a thread has put into a `threading.local` comes to its end with the thread."""

import threading


class Connection:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closed", self.name)


data = threading.local()


class Session(threading.local):
    def __init__(self):
        self.names = [threading.current_thread().name]


session = Session()


def work(name):
    data.connection = Connection(name)
    print("open", data.connection.name, session.names)


for name in ("first", "second"):
    thread = threading.Thread(target=work, args=(name,), name=name)
    thread.start()
    thread.join()
    print("joined", name, hasattr(data, "connection"))
for name in ("connection", "x"):
    try:
        delattr(data, name)
    except AttributeError as error:
        print(error)
try:
    del session.x
except AttributeError as error:
    print(error)
try:
    data.__dict__ = {}
except AttributeError as error:
    print(error)
print("end")
