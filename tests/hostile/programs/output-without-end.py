# answer: Never exits
while True:
    print('again and again')
