# answer: Exits at
print(sum(range(10**15)))
