# answer: the limit of 2,000 threads was reached
import threading
class A:
    def __del__(self):
        threading.Thread(target=A).start()
A()
