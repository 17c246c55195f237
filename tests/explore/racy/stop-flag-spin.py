"""A loop that looks at a variable."""
import threading
import time

running = True
rounds = 0


def spin():
    global rounds
    while running:
        rounds = min(rounds + 1, 2)
        time.sleep(0.001)
    print("rounds", rounds)


threading.Thread(target=spin).start()
time.sleep(0.001)
running = False
