def work():
    squares = []
    for number in range(200000):
        squares.append(number * number)
    total = 0
    for index in range(len(squares)):
        total += squares[index] % 7
    return total

print(work())
