def step(total, number):
    return (total * 31 + number) % 1000003

counts = {}
total = 0
for number in range(200000):
    total = step(total, number)
    key = total % 16
    counts[key] = counts.get(key, 0) + 1
print(total, sorted(counts.items())[0])
