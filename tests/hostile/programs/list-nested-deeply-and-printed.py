# answer: showing a container nested more than 200 deep
x = []
for _ in range(1_000_000):
    x = [x]
print(x)
