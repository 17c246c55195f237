//! Tests of the compiler: programs compile to the operations that are expected, and whatever compiles is sound.

use super::code::{Program, SourceFile};
use super::{compile_module, verify};
use crate::source::diagnostic::Diagnostic;

/// Compiles a text and verifies all code objects that come of it.
fn compile(text: &str) -> Result<Program, Vec<Diagnostic>> {
    let module = ruff_python_parser::parse_module(text).expect("the text is Python").into_syntax();
    let mut program = Program::default();
    compile_module(&mut program, SourceFile::new("test.py", text, true), &module)?;
    for code in &program.codes {
        if let Err(fault) = verify(&program, code) {
            panic!("{fault}\n{}", super::disassemble(&program, code));
        }
    }
    Ok(program)
}

/// The operations of a text, all code objects, outermost first.
fn listing(text: &str) -> String {
    let program = compile(text).expect("the text compiles");
    let module = super::code::CodeId(program.codes.len() as u32 - 1);
    super::disassemble::disassemble_all(&program, module)
}

fn check(text: &str, expected: &str) {
    let trimmed: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let found = listing(text);
    let found: Vec<&str> = found.lines().map(str::trim).collect();
    assert_eq!(found.join("\n"), trimmed.join("\n"));
}

#[test]
fn a_module_stores_its_names_globally() {
    check(
        "x = -1\nprint(x, sep='')",
        "
        <module> Module stack 3
        1    0 Const -1
             1 StoreGlobal x
        2    2 LoadGlobal print
             3 LoadGlobal x
             4 Const \"\"
             5 CallKeyword 2 (\"sep\")
             6 Pop
             7 Const None
             8 Return
        ",
    );
}
