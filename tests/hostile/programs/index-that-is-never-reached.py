class A:
    def __getitem__(self, n):
        return n
-1 in A()
