def work():
    words = {}
    lines = []
    for number in range(60000):
        word = 'word' + str(number % 100)
        words[word] = words.get(word, 0) + 1
        lines.append(f'{word}: {number}')
    return len(words), len(', '.join(lines))

print(work())
