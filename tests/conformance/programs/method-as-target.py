import threading
import time


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self._lock = threading.Lock()

    def deposit(self, amount):
        with self._lock:
            seen = self.balance
            time.sleep(0.01)
            self.balance = seen + amount

    @classmethod
    def named(cls, name):
        return cls(name, 100)

    @staticmethod
    def currency():
        return "EUR"

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


account = Account.named("ann")
threads = [threading.Thread(target=account.deposit, args=(n,)) for n in (1, 10, 100)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(account, Account.currency())
