# answer: an integer became too large to go on with
class A:
    def __hash__(self):
        return 10 ** 1_000_000
while True:
    {A(): 1}
