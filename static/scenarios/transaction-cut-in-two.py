"""A transaction cut in two

The transfer takes 100 from one table and puts it into the other, inside a
transaction whose `__exit__` commits or rolls back. The daemon is cut off
between the two: it has debited and not credited, and `__exit__` never runs, so
nothing is rolled back either. The money is gone.

At 0 s: the transaction begins and 100 are taken from the savings. From here to
the credit the tables are wrong, which is what the transaction is for.

At 1 s: the main thread ends. The callback of `atexit` counts the money while
the daemon still sleeps between the two changes: 100 are missing. Then it is
frozen: neither `commit()` nor `rollback()` was called, for both hang on
`__exit__`.
"""

import atexit
import threading
import time

savings = {"ann": 500}
current = {"ann": 50}


class Transaction:
    """Both changes or none: takes the tables back to what they were if the block fails."""

    def __init__(self, *tables):
        self.tables = tables
        self.saved = []

    def begin(self):
        self.saved = [dict(table) for table in self.tables]
        print("begin")

    def commit(self):
        self.saved = []
        print("commit")

    def rollback(self):
        for table, rows in zip(self.tables, self.saved):
            table.update(rows)
        print("rollback")

    def __enter__(self):
        self.begin()
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.commit()
        else:
            self.rollback()
        return False


def transfer(name, amount):
    with Transaction(savings, current):
        savings[name] -= amount
        print("debited", amount)
        time.sleep(2)
        current[name] += amount
        print("credited", amount)


def count_money():
    print("money at exit:", savings["ann"] + current["ann"])


atexit.register(count_money)
print("money at first:", savings["ann"] + current["ann"])
thread = threading.Thread(target=transfer, args=("ann", 100), daemon=True)
thread.start()
time.sleep(1)
print("main ended")
