# answer: the limit of 100,000,000 operations was reached
print(len(sum([[0] * 1000] * 100_000, [])))
