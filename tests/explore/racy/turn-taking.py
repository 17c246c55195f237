"""Odd and even by a condition: one order."""
import threading

condition = threading.Condition()
turn = 0


def play(me):
    global turn
    for _ in range(2):
        with condition:
            condition.wait_for(lambda: turn % 2 == me)
            print(turn)
            turn += 1
            condition.notify_all()


for me in (0, 1):
    threading.Thread(target=play, args=(me,)).start()
