import threading
class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self._lock = threading.RLock()
    @property
    def balance(self):
        with self._lock: return self._balance
    def deposit(self, amount):
        with self._lock:
            self._balance += amount
            return self
    def transfer(self, other, amount):
        if amount > self.balance: raise ValueError(f"Insufficient funds: {self.balance} < {amount}")
        with self._lock, other._lock:
            self._balance -= amount; other._balance += amount
a, b = Account(100), Account()
ts = [threading.Thread(target=a.transfer, args=(b, 10)) for _ in range(11)]
for t in ts: t.start()
for t in ts: t.join()
print(a.balance, b.balance)
