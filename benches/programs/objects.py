class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1
        return self.balance

def work():
    accounts = [Account(name) for name in range(10)]
    for turn in range(200000):
        account = accounts[turn % 10]
        if account.deposit(turn) > 1000000:
            account.balance = 0
    return sum(account.moves for account in accounts)

print(work())
