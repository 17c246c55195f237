//! Programs at random whose output is settled by the language alone: threads hand over to one another by joins, events
//! and queues, never by chance. What they compute is Python at large, mistakes included, of which the messages count.

use proptest::prelude::*;
use proptest::sample::select;

/// What every program begins with.
const PRELUDE: &str = "\
import queue
import threading


def show(label, work):
    try:
        print(label, repr(work()))
    except Exception as error:
        print(label, type(error).__name__ + ':', error)


class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Point({self.x!r}, {self.y!r})'

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __len__(self):
        return 2

";

fn literal() -> impl Strategy<Value = String> {
    select(vec![
        "0",
        "1",
        "-1",
        "2",
        "7",
        "-13",
        "255",
        "True",
        "False",
        "None",
        "0.5",
        "-2.0",
        "1e16",
        "3.14159",
        "''",
        "'a'",
        "'abc'",
        "'Hello, World'",
        "'a,b,,c'",
        "'  pad '",
        "'12'",
        "'x=1'",
        "[]",
        "[1, 2, 3]",
        "['b', 'a', 'c']",
        "[3, 1, 2]",
        "[[1], [2, 3]]",
        "()",
        "(1, 2)",
        "('x', 1)",
        "{}",
        "{'a': 1}",
        "{'b': [1], 'a': 2}",
        "{1: 'one', 2: 'two'}",
        "{3, 1, 2}",
        "set()",
        "frozenset([1])",
        "range(5)",
        "range(10, 0, -3)",
        "Point(1, 2)",
        "Point('p')",
        "...",
        "len",
        "n",
        "item",
        "'%s-%d'",
        "'{} {}'",
    ])
    .prop_map(str::to_owned)
}

/// Powers and shifts are left out: nested ones make numbers that take CPython for ever.
fn binary() -> impl Strategy<Value = &'static str> {
    select(vec![
        "+", "-", "*", "/", "//", "%", "&", "|", "^", ">>", "<", "<=", "==", "!=", ">", ">=", "in", "not in", "is",
        "and", "or",
    ])
}

fn function() -> impl Strategy<Value = &'static str> {
    select(vec![
        "len",
        "str",
        "repr",
        "int",
        "float",
        "bool",
        "list",
        "tuple",
        "sorted",
        "sum",
        "min",
        "max",
        "abs",
        "round",
        "hex",
        "bin",
        "oct",
        "chr",
        "ord",
        "any",
        "all",
        "enumerate",
        "zip",
        "dict",
        "type",
        "callable",
        "bytes",
        "range",
        "next",
        "print",
        "Point",
        "ascii",
        "bytearray",
    ])
}

fn function_of_two() -> impl Strategy<Value = &'static str> {
    select(vec![
        "divmod",
        "isinstance",
        "issubclass",
        "min",
        "max",
        "round",
        "getattr",
        "hasattr",
        "format",
        "range",
        "map",
        "zip",
        "filter",
        "Point",
        "sum",
    ])
}

/// Methods that may be called without an argument, and attributes.
fn method() -> impl Strategy<Value = &'static str> {
    select(vec![
        "upper",
        "split",
        "strip",
        "title",
        "splitlines",
        "isdigit",
        "pop",
        "sort",
        "reverse",
        "copy",
        "keys",
        "items",
        "values",
        "clear",
        "bit_length",
        "is_integer",
        "decode",
        "hex",
        "lower",
        "swapcase",
        "capitalize",
        "popitem",
        "expandtabs",
        "isalpha",
        "casefold",
        "rsplit",
        "lstrip",
        "rstrip",
        "isspace",
        "isupper",
        "as_integer_ratio",
    ])
}

/// Methods with one argument.
fn method_of_one() -> impl Strategy<Value = &'static str> {
    select(vec![
        "split",
        "join",
        "strip",
        "find",
        "index",
        "count",
        "startswith",
        "format",
        "zfill",
        "center",
        "partition",
        "append",
        "pop",
        "remove",
        "extend",
        "get",
        "setdefault",
        "update",
        "add",
        "discard",
        "union",
        "intersection",
        "difference",
        "issubset",
        "rfind",
        "ljust",
        "rjust",
        "endswith",
        "isdisjoint",
        "symmetric_difference",
        "rpartition",
    ])
}

/// Methods with two arguments.
fn method_of_two() -> impl Strategy<Value = &'static str> {
    select(vec!["replace", "insert", "get", "setdefault", "pop", "format"])
}

fn specification() -> impl Strategy<Value = &'static str> {
    select(vec![
        "", ":>8", ":<6", ":^7", ":05d", ":.2f", ":,", ":x", ":b", ":e", "!r", "!s:>4", ":.1%", ":+", ":#x", ":*^9",
        ":g", ":s", ":_", ":.3", ":08.3f", ":d", ":c", ":n", "!a", ":=+6",
    ])
}

/// An expression of any kind, most of them sensible by chance only.
pub fn expression() -> impl Strategy<Value = String> {
    literal().prop_recursive(3, 14, 3, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            4 => (inner.clone(), binary(), inner.clone()).prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            1 => (select(vec!["-", "not ", "~", "+"]), inner.clone()).prop_map(|(sign, a)| format!("({sign}{a})")),
            3 => (function(), inner.clone()).prop_map(|(name, a)| format!("{name}({a})")),
            2 => (function_of_two(), pair.clone()).prop_map(|(name, (a, b))| format!("{name}({a}, {b})")),
            3 => (inner.clone(), method()).prop_map(|(a, name)| format!("({a}).{name}()")),
            3 => (inner.clone(), method_of_one(), inner.clone()).prop_map(|(a, name, b)| format!("({a}).{name}({b})")),
            1 => (inner.clone(), method_of_two(), pair.clone()).prop_map(|(a, name, (b, c))| format!("({a}).{name}({b}, {c})")),
            1 => (inner.clone(), method()).prop_map(|(a, name)| format!("({a}).{name}")),
            2 => pair.clone().prop_map(|(a, b)| format!("({a})[{b}]")),
            2 => (inner.clone(), select(vec!["0", "-1", "1:", ":2", "::-1", "1:2", "::2", "5", "'a'", "1"]))
                .prop_map(|(a, at)| format!("({a})[{at}]")),
            2 => (inner.clone(), specification()).prop_map(|(a, format)| format!("f'{{({})!s}}'", a.replace('\'', "\"")) + " + " + &format!("'{{{format}}}'.format({a})")),
            1 => pair.clone().prop_map(|(a, b)| format!("('%s|%r' % ({a}, {b}))")),
            1 => (inner.clone(), select(vec!["%d", "%5.2f", "%x", "%-5s|", "%05d", "%c", "%i%%", "%r", "%(a)s"]))
                .prop_map(|(a, format)| format!("('{format}' % {a})")),
            1 => pair.clone().prop_map(|(a, b)| format!("[{a} for item in {b}]")),
            1 => pair.clone().prop_map(|(a, b)| format!("{{item: {a} for item in {b}}}")),
            1 => (inner.clone(), pair.clone()).prop_map(|(a, (b, c))| format!("({a} if {b} else {c})")),
            1 => pair.clone().prop_map(|(a, b)| format!("[{a}, *{b}]")),
            1 => pair.clone().prop_map(|(a, b)| format!("({a}, {b})")),
            1 => pair.clone().prop_map(|(a, b)| format!("{{{a}: {b}}}")),
            1 => pair.prop_map(|(a, b)| format!("sorted({a}, key=lambda item: {b})")),
            1 => inner.prop_map(|a| format!("(lambda item, n=2: {a})(1)")),
        ]
    })
}

/// A few lines of a thread's body, each line without its indentation.
fn statement() -> impl Strategy<Value = Vec<String>> {
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    prop_oneof![
        8 => expression().prop_map(move |work| lines(format!("show(name, lambda: {work})"))),
        1 => expression().prop_map(move |work| lines(format!("try:\n    n, item = {work}\nexcept Exception as error:\n    print(type(error).__name__, error)\nelse:\n    show(name, lambda: (n, item))\nfinally:\n    n, item = 3, 'item'"))),
        1 => expression().prop_map(move |work| lines(format!("try:\n    for item in {work}:\n        total += 1\n        if total > 12:\n            break\n    else:\n        print('through', total)\nexcept TypeError as error:\n    print('loop', error)\nitem = 'item'"))),
        1 => (expression(), expression()).prop_map(move |(work, other)| lines(format!("try:\n    try:\n        work = {work}\n        raise KeyError(work)\n    except KeyError as error:\n        raise RuntimeError({other}) from error\nexcept Exception as error:\n    print(name, repr(error), repr(error.__cause__), repr(error.__context__))"))),
        1 => expression().prop_map(move |work| lines(format!("try:\n    box = [0, 1, 2]\n    box[1:2] = {work}\n    box += {work}\n    print(name, box)\nexcept Exception as error:\n    print(name, error)"))),
    ]
}

/// How the threads of a program take turns.
const ORDERS: [&str; 3] = ["joins", "events", "queue"];

/// A whole program: some threads with some statements each.
pub fn program() -> impl Strategy<Value = String> {
    let body = proptest::collection::vec(statement(), 1..5).prop_map(|statements| statements.concat());
    (select(ORDERS.to_vec()), proptest::collection::vec(body, 1..4)).prop_map(|(order, bodies)| {
        let mut text = PRELUDE.to_owned();
        for (index, body) in bodies.iter().enumerate() {
            text += &format!("\ndef work_{index}(name, n=3, item='item', total=0):\n");
            body.iter().for_each(|line| text += &format!("    {line}\n"));
            text += "    return total\n\n";
        }
        let names: Vec<String> = (0..bodies.len()).map(|index| format!("work_{index}")).collect();
        let list = names.join(", ");
        text += &match order {
            "joins" => format!(
                "\nfor function in [{list}]:\n    thread = threading.Thread(target=function, args=(function.__name__,))\n    thread.start()\n    thread.join()\n"
            ),
            "events" => format!(
                "\nfunctions = [{list}]\nturns = [threading.Event() for _ in range(len(functions) + 1)]\n\n\ndef in_turn(index):\n    with threading.Lock():\n        turns[index].wait()\n        functions[index](str(index))\n        turns[index + 1].set()\n\n\nthreads = [threading.Thread(target=in_turn, args=(index,)) for index in reversed(range(len(functions)))]\nfor thread in threads:\n    thread.start()\nturns[0].set()\nfor thread in threads:\n    thread.join()\n"
            ),
            _ => format!(
                "\njobs, results = queue.Queue(), []\n\n\ndef consume():\n    while True:\n        job = jobs.get()\n        if job is None:\n            break\n        results.append(job(job.__name__))\n        jobs.task_done()\n\n\nconsumer = threading.Thread(target=consume, name='consumer')\nconsumer.start()\nfor job in [{list}]:\n    jobs.put(job)\njobs.put(None)\nconsumer.join()\nprint(results)\n"
            ),
        };
        text
    })
}
