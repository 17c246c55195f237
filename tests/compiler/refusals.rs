//! What CPython's compiler refuses is refused in its words; what is not modelled is named.

use super::compile;

/// The findings on a text, as `LINE: message`.
fn findings(text: &str) -> Vec<String> {
    let line = |offset: u32| 1 + text[..offset as usize].matches('\n').count();
    match compile(text) {
        Ok(_) => Vec::new(),
        Err(findings) => {
            findings.iter().map(|finding| format!("{}: {}", line(finding.span.start), finding.message)).collect()
        }
    }
}

#[track_caller]
fn refuses(text: &str, expected: &str) {
    assert_eq!(findings(text), [expected], "{text}");
}

#[track_caller]
fn accepts(text: &str) {
    assert_eq!(findings(text), Vec::<String>::new(), "{text}");
}

#[test]
fn statements_out_of_place() {
    refuses("x = 1\nreturn x", "2: SyntaxError: 'return' outside function");
    refuses("class A:\n    return 1", "2: SyntaxError: 'return' outside function");
    refuses("yield 1", "1: SyntaxError: 'yield' outside function");
    refuses("[(yield 1) for x in y]", "1: SyntaxError: 'yield' inside list comprehension");
    refuses("if x:\n    break", "2: SyntaxError: 'break' outside loop");
    refuses("while x:\n    def f():\n        continue", "3: SyntaxError: 'continue' not properly in loop");
    refuses("for x in y:\n    pass\nelse:\n    break", "4: SyntaxError: 'break' outside loop");
    refuses("try: pass\nexcept: pass\nexcept A: pass", "2: SyntaxError: default 'except:' must be last");
    refuses("def f():\n    from a import *", "2: SyntaxError: import * only allowed at module level");
    refuses(
        "x = 1\nfrom __future__ import annotations",
        "2: SyntaxError: from __future__ imports must occur at the beginning of the file",
    );
    accepts("'title'\nfrom __future__ import annotations, division\nimport time");
}

#[test]
fn declarations_that_contradict() {
    refuses("def f(x):\n    global x", "2: SyntaxError: name 'x' is parameter and global");
    refuses("def f(x):\n    nonlocal x", "2: SyntaxError: name 'x' is parameter and nonlocal");
    refuses("def f():\n    x = 1\n    global x", "3: SyntaxError: name 'x' is assigned to before global declaration");
    refuses("def f():\n    print(x)\n    global x", "3: SyntaxError: name 'x' is used prior to global declaration");
    refuses("nonlocal x", "1: SyntaxError: nonlocal declaration not allowed at module level");
    refuses("x = 1\ndef f():\n    nonlocal x", "3: SyntaxError: no binding for nonlocal 'x' found");
    refuses("def f():\n    global x\n    x: int = 1", "3: SyntaxError: annotated name 'x' can't be global");
    refuses("def f():\n    x: int = 1\n    global x", "3: SyntaxError: annotated name 'x' can't be global");
    accepts("global x\nx: int = 1");
    refuses("def f(a, a): pass", "1: SyntaxError: duplicate argument 'a' in function definition");
    refuses("f(a=1, a=2)", "1: SyntaxError: keyword argument repeated: a");
    refuses("def f():\n    __debug__ = 1", "2: SyntaxError: cannot assign to __debug__");
    accepts("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2");
    accepts("class A:\n    def f(self):\n        nonlocal __class__");
}

#[test]
fn stars_and_walruses() {
    refuses("*a = x", "1: SyntaxError: starred assignment target must be in a list or tuple");
    refuses("*a, *b = x", "1: SyntaxError: multiple starred expressions in assignment");
    refuses("x = *a", "1: SyntaxError: can't use starred expression here");
    refuses(
        "[i := 0 for i in x]",
        "1: SyntaxError: assignment expression cannot rebind comprehension iteration variable 'i'",
    );
    refuses(
        "[i for i in (j := x)]",
        "1: SyntaxError: assignment expression cannot be used in a comprehension iterable expression",
    );
    refuses(
        "class A:\n    x = [j := i for i in y]",
        "2: SyntaxError: assignment expression within a comprehension cannot be used in a class body",
    );
    accepts("print(*a, [*b], {*c}, *d)\nx = *a,\nfor y in *a, b: pass");
}

#[test]
fn patterns_that_cannot_work() {
    let case = |pattern: &str| format!("match x:\n    case {pattern}: pass\n    case _: pass");
    refuses(&case("y"), "2: SyntaxError: name capture 'y' makes remaining patterns unreachable");
    refuses(&case("_ | 2"), "2: SyntaxError: wildcard makes remaining patterns unreachable");
    refuses(&case("(a, a)"), "2: SyntaxError: multiple assignments to name 'a' in pattern");
    refuses(&case("(1, a) | (2, b)"), "2: SyntaxError: alternative patterns bind different names");
    refuses(&case("[*a, *b]"), "2: SyntaxError: multiple starred names in sequence pattern");
    refuses(&case("A(x=1, x=2)"), "2: SyntaxError: attribute name repeated in class pattern: x");
    refuses(&case("{1: a, 1: b}"), "2: SyntaxError: mapping pattern checks duplicate key (1)");
    accepts(&case("y if y"));
    accepts(&case("[[a, b], *_] | {'a': b, **a}"));
}

#[test]
fn too_many_blocks_within_one_another() {
    let nested = |depth: usize| {
        let indent = |level: usize| "    ".repeat(level);
        let loops: String = (0..depth).map(|level| format!("{}for x in y:\n", indent(level))).collect();
        format!("{loops}{}pass", indent(depth))
    };
    accepts(&nested(20));
    refuses(&nested(21), "21: SyntaxError: too many statically nested blocks");
}

#[test]
fn what_is_not_modelled_is_named() {
    let names = |count: u32| (0..count).map(|at| format!("T{at}")).collect::<Vec<_>>().join(", ");
    assert_eq!(findings(&format!("def f[{}](): pass", names(64))), Vec::<String>::new());
    let first_words = |text: &str| findings(text).first().map(|finding| finding.split(';').next().unwrap().to_owned());
    for (text, expected) in [
        ("async def f(): pass", "1: not supported here: async functions"),
        ("from . import a", "1: not supported here: relative imports"),
        (&format!("def f[{}](): pass", names(65)), "1: not supported here: more than 64 type parameters"),
        ("t'{x}'", "1: not supported here: t-strings"),
    ] {
        assert_eq!(first_words(text).as_deref(), Some(expected), "{text}");
    }
}
