"""Money is lost or made between two accounts."""
import threading
import time


class Account:
    def __init__(self, balance):
        self.balance = balance

    def add(self, amount):
        before = self.balance
        time.sleep(0)
        self.balance = before + amount


ann, bob = Account(10), Account(10)


def transfer(source, target):
    source.add(-1)
    target.add(1)


pair = [threading.Thread(target=transfer, args=(ann, bob)), threading.Thread(target=transfer, args=(bob, ann))]
for thread in pair:
    thread.start()
for thread in pair:
    thread.join()
print(ann.balance, bob.balance)
