class A:
    def __len__(self):
        return 2**62
    def __getitem__(self, n):
        return n
print(len(list(reversed(A()))))
