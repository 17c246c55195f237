# answer: Never exits
while True:
    try:
        raise SystemExit
    except BaseException:
        pass
