"""A bank account with operators, class and static methods."""

import threading
import time

class BankAccount:
    """A simple bank account."""
    interest = 0.02
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.lock = threading.Lock()
        BankAccount._count += 1

    def deposit(self, amount):
        with self.lock:
            tmp = self.balance
            time.sleep(0.001)
            self.balance = tmp + amount

    def withdraw(self, amount):
        with self.lock:
            if amount > self.balance:
                raise ValueError(f"Insufficient funds: {self.balance} < {amount}")
            self.balance -= amount

    @classmethod
    def count(cls):
        return cls._count

    @staticmethod
    def valid(x):
        return x >= 0

    def __repr__(self):
        return f"{self.__class__.__name__}(owner={self.owner!r}, balance={self.balance:.2f})"

    def __eq__(self, other):
        if not isinstance(other, BankAccount):
            return NotImplemented
        return self.balance == other.balance

    def __hash__(self):
        return hash(self.owner)

a = BankAccount("Ann", 100)
b = BankAccount("Bob")
threads = [threading.Thread(target=a.deposit, args=(i,)) for i in range(10)]
for t in threads: t.start()
for t in threads: t.join()
print(a)
print(a == b, a != b, a == 3)
try:
    b.withdraw(5)
except ValueError as e:
    print("Error:", e)
print(BankAccount.count(), BankAccount.valid(-1))
print(BankAccount.__doc__, BankAccount.__name__, BankAccount.deposit.__name__)
print({a: 1}[a])
print(sorted([a, b], key=lambda x: x.balance))
try:
    print(a < b)
except TypeError as e:
    print(e)
