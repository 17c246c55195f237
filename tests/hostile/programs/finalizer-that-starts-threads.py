import threading
class A:
    def __del__(self):
        threading.Thread(target=A).start()
A()
