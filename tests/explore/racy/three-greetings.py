"""Three threads in a loop, joined in turn."""
import threading


def greet(number):
    print("hello from", number)


threads = []
for number in range(3):
    thread = threading.Thread(target=greet, args=(number,))
    threads.append(thread)
    thread.start()
for thread in threads:
    thread.join()
print("all done")
