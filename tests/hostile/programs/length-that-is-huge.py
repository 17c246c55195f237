# answer: the limit of 4,000,000 characters or items in one object was reached
class A:
    def __len__(self):
        return 2**62
    def __getitem__(self, n):
        return n
print(len(list(reversed(A()))))
