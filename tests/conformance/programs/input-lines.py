import threading
import time


def listen():
    while True:
        time.sleep(0.2)
        print("listening")


threading.Thread(target=listen, daemon=True).start()
name = input("name? ")
print("hello", name)
print(repr(input()))
try:
    input("more? ")
except EOFError as error:
    print(type(error).__name__, error)

# settings: input=Ada%20L,second
