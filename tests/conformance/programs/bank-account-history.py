import threading
import time
import random

class BankAccount:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.lock = threading.Lock()
        self.history = []

    def withdraw(self, amount):
        with self.lock:
            if self.balance >= amount:
                self.balance -= amount
                self.history.append(("withdraw", amount))
                return True
            self.history.append(("declined", amount))
            return False

    def __repr__(self):
        return f"{self.__class__.__name__}({self.owner!r}, {self.balance})"

account = BankAccount("Ann", 100)
threads = []
for amount in (30, 50, 40, 20):
    t = threading.Thread(target=account.withdraw, args=(amount,))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print(account)
for kind, amount in account.history:
    print(f"{kind:<10}{amount:>6.2f}")
assert account.balance >= 0, "negative!"
