import textwrap, threading, string
text = "The quick brown fox jumps over the lazy dog. " * 3
out = []
def w():
    out.append(textwrap.fill(text, width=40))
t = threading.Thread(target=w); t.start(); t.join()
print(out[0])
print(textwrap.dedent("""
    hello
      world
"""))
print(textwrap.indent("a\nb", "> "), textwrap.shorten(text, 30))
print(string.ascii_lowercase, string.digits, string.Template("$who likes $what").substitute(who="tim", what="kung pao"))
print(string.capwords("hello world"), string.punctuation)
