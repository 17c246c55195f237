# answer: Never exits
import threading
done = False
def wait():
    while not done:
        pass
threading.Thread(target=wait).start()
