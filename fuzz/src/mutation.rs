//! libFuzzer changes bytes, after which most Python is a syntax error. Half of the changes are therefore made here, to
//! tokens and lines: what is changed stays Python often enough to be run.

use last_thread_standing::source::parse;

/// What stands in for a token: numbers at the edges, and what the library has many ways with.
const TOKENS: &[&str] = &[
    "0", "1", "-1", "2", "10**9", "2**64", "-(2**63)", "0.5", "1e308", "float('nan')", "float('inf')", "None", "True",
    "''", "'%s'", "'{}'", "b'x'", "[]", "()", "{}", "{1, 2}", "[1, [2]]", "x", "self", "print", "len", "range(3)",
    "lambda: 1", "iter([1])", "threading.Lock()", "threading.current_thread()", "object()", "int", "str", "type", "...",
    "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "==", "<", "in", "is", "and", "or", "not", "if", "else", "=", ",",
    ":", ".", "(", ")", "[", "]",
];

/// Lines that can stand anywhere, at the indentation of the line before.
const LINES: &[&str] = &[
    "pass", "break", "continue", "return", "return 1", "yield 1", "raise", "raise ValueError(1)", "import threading",
    "import time", "time.sleep(0.1)", "x = 1", "global x", "nonlocal x", "del x", "print(x)", "x += 1",
    "threading.Thread(target=print).start()", "threading.Thread(target=main, daemon=True).start()",
    "for t in threading.enumerate(): print(t.name)", "try:", "except Exception as error:", "finally:",
    "with threading.Lock():", "while True:", "for i in range(3):", "if x:", "else:", "def f(a, b=1, *c, **d):",
    "class C:", "match x:", "import atexit, sys, queue", "atexit.register(print, 1)", "sys.exit(1)",
];

/// A small generator of numbers, begun with libFuzzer's seed: the same input and seed are changed in the same way.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Changes the first `size` bytes of `data` in place, up to its length; how many are the input then. None: it is no text.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> Option<usize> {
    let text = std::str::from_utf8(data.get(..size)?).ok()?;
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15 ^ (u64::from(seed) << 17 | u64::from(seed)));
    let mut changed = text.to_owned();
    for _ in 0..=numbers.below(3) {
        changed = if numbers.below(2) == 0 { with_token(&changed, &mut numbers) } else { with_line(&changed, &mut numbers) };
    }
    let bytes = changed.as_bytes();
    let length = bytes.len().min(max_size).min(data.len());
    data[..length].copy_from_slice(&bytes[..length]);
    Some(length)
}

/// One token left out, doubled, or exchanged for another of the text or of the list.
fn with_token(text: &str, numbers: &mut Numbers) -> String {
    let tokens = parse(text, 14).tokens;
    if tokens.is_empty() {
        return TOKENS[numbers.below(TOKENS.len())].to_owned();
    }
    let place = |index: usize| {
        let range = tokens[index].as_tuple().1;
        usize::from(range.start())..usize::from(range.end())
    };
    let at = place(numbers.below(tokens.len()));
    let other = text.get(place(numbers.below(tokens.len()))).unwrap_or("");
    let Some(own) = text.get(at.clone()) else { return text.to_owned() };
    let replacement = match numbers.below(4) {
        0 => String::new(),
        1 => format!("{own} {own}"),
        2 => other.to_owned(),
        _ => TOKENS[numbers.below(TOKENS.len())].to_owned(),
    };
    format!("{}{replacement}{}", &text[..at.start], text.get(at.end..).unwrap_or(""))
}

/// One line left out, moved, doubled or put in, at its own indentation or at that of its new neighbour.
fn with_line(text: &str, numbers: &mut Numbers) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let at = numbers.below(lines.len());
    let other = lines[numbers.below(lines.len())].clone();
    let indentation: String = lines[at].chars().take_while(|character| *character == ' ').collect();
    match numbers.below(5) {
        0 if lines.len() > 1 => drop(lines.remove(at)),
        1 => lines.insert(at, other),
        2 => lines[at] = format!("{indentation}{}", other.trim_start()),
        3 => lines[at] = format!("    {}", lines[at]),
        _ => lines.insert(at, format!("{indentation}{}", LINES[numbers.below(LINES.len())])),
    }
    lines.join("\n")
}
