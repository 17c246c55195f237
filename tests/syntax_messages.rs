//! What is wrong with a text is said as CPython says it.

use last_thread_standing::source::diagnostic::DiagnosticKind;
use last_thread_standing::source::parse;

/// The first finding as `LINE: message`.
fn first(text: &str, minor: u8) -> String {
    let parsed = parse(text, minor);
    match parsed.diagnostics.first() {
        Some(finding) => format!("{}: {}", parsed.lines.line(finding.span.start), finding.message),
        None => "fine".to_owned(),
    }
}

fn all(text: &str) -> Vec<String> {
    let parsed = parse(text, 14);
    let line = |offset| parsed.lines.line(offset);
    parsed.diagnostics.iter().map(|finding| format!("{}: {}", line(finding.span.start), finding.message)).collect()
}

#[test]
fn syntax_errors_read_as_in_cpython() {
    let cases = include_str!("syntax/messages.txt");
    let mut program = String::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in cases.lines().skip_while(|line| line.starts_with('#')) {
        let Some(expected) = line.strip_prefix("=> ") else {
            if !(program.is_empty() && line.is_empty()) {
                program.push_str(line);
                program.push('\n');
            }
            continue;
        };
        count += 1;
        let said = first(&program, 13);
        if said != expected {
            wrong.push(format!("{program}  expected {expected}\n  said     {said}\n"));
        }
        program.clear();
    }
    assert!(count > 250, "only {count} cases were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_is_given_in_the_order_of_the_text() {
    let text = "def f()\n    return 1\n\nx = [1 2]\n\nwhile True\n    pass\nprint 'x'\n";
    assert_eq!(
        all(text),
        [
            "1: SyntaxError: expected ':'",
            "4: SyntaxError: invalid syntax. Perhaps you forgot a comma?",
            "6: SyntaxError: expected ':'",
            "8: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
        ]
    );
    let text = "return 1\n\ndef f(a, a):\n    break\n";
    assert_eq!(
        all(text),
        [
            "1: SyntaxError: 'return' outside function",
            "3: SyntaxError: duplicate argument 'a' in function definition",
            "4: SyntaxError: 'break' outside loop",
        ]
    );
}

#[test]
fn valid_python_that_is_not_modelled_is_never_called_an_error() {
    let cases = [
        (
            "async def f():\n    await g()\n",
            "1: not supported here: async functions; use a thread and an ordinary function",
        ),
        ("x = t'{y}'\n", "1: not supported here: t-strings; use an f-string"),
        ("print('\\N{BULLET}')\n", "1: not supported here: characters by name; write the character itself"),
    ];
    for (text, expected) in cases {
        assert_eq!(all(text), [expected]);
        assert_eq!(parse(text, 14).diagnostics[0].kind, DiagnosticKind::NotSupported);
    }
}

#[test]
fn syntax_that_came_later_than_the_chosen_version_is_an_error_there() {
    let text = "match x:\n    case 1:\n        pass\n";
    assert_eq!(first(text, 14), "fine");
    assert_eq!(
        first(text, 9),
        "1: SyntaxError: invalid syntax (the match statement came with Python 3.10; this is 3.9)"
    );
    let text = "try:\n    pass\nexcept A, B:\n    pass\n";
    assert_eq!(first(text, 14), "fine");
    assert_eq!(first(text, 13), "3: SyntaxError: multiple exception types must be parenthesized");
}

#[test]
fn odd_bytes_and_line_endings_are_taken_as_cpython_takes_them() {
    assert_eq!(first("\u{feff}x = 1\r\ny = 2\rif x:\r\n\tpass\r\n", 14), "fine");
    assert_eq!(first("x = 1\n\0\n", 14), "2: SyntaxError: source code cannot contain null bytes");
    assert_eq!(first("x = 1\ny\u{a0}= 2\n", 14), "2: SyntaxError: invalid non-printable character U+00A0");
    assert_eq!(first("", 14), "fine");
}

#[test]
fn a_text_that_is_too_long_or_too_deep_is_told_so() {
    let long = "x = 1\n".repeat(40_000);
    assert_eq!(first(&long, 14), "1: not supported here: a program of 235 KB; one of up to 128 KB can be run");
    let deep = format!("x = 1\ny = {}1{}\n", "(".repeat(500), ")".repeat(500));
    assert_eq!(
        first(&deep, 14),
        "2: not supported here: code nested more than 100 levels deep (blocks, brackets and operators added up); split \
         it into steps"
    );
    // A bracket left open at the top makes all below it look nested; what is wrong is the bracket.
    let open = format!("print('a'\n{}", "if x:\n    y = f(1)\n".repeat(100));
    assert_eq!(first(&open, 14), "1: SyntaxError: '(' was never closed");
}

#[test]
fn the_docstring_is_title_and_explanation() {
    let parsed = parse("\"\"\"A title\n\n    First line,\n      indented.\n\n    Last.\n    \"\"\"\nx = 1\n", 14);
    assert_eq!(parsed.title, "A title");
    assert_eq!(parsed.explanation, "First line,\n  indented.\n\nLast.");
}
