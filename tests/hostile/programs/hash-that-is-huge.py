class A:
    def __hash__(self):
        return 10 ** 1_000_000
while True:
    {A(): 1}
