//! Tests of the compiler: what programs compile to, what is refused, and that whatever compiles is sound.

mod listings;
mod places;
mod refusals;
mod soundness;

use last_thread_standing::machine::settings::PythonVersion;
use last_thread_standing::program::code::{CodeId, Program, SourceFile};
use last_thread_standing::program::disassemble::disassemble_all;
use last_thread_standing::program::{Language, compile_module, disassemble, verify};
use last_thread_standing::source::diagnostic::Diagnostic;
use last_thread_standing::source::parse;

/// Reads and compiles a text, and verifies all code objects that come of it.
fn compile(text: &str) -> Result<Program, Vec<Diagnostic>> {
    let parsed = parse(text, PythonVersion::NEWEST.0);
    if !parsed.diagnostics.is_empty() {
        return Err(parsed.diagnostics);
    }
    let mut program = Program::default();
    let file = SourceFile::new("test.py", text, true);
    compile_module(&mut program, file, &parsed.module, Language::of(11)).map_err(|finding| vec![finding])?;
    for code in &program.codes {
        if let Err(fault) = verify(&program, code) {
            panic!("{fault}\n{}", disassemble(&program, code));
        }
    }
    Ok(program)
}

/// The operations of a text, all code objects, outermost first.
fn listing(text: &str) -> String {
    let program = compile(text).expect("the text compiles");
    let module = CodeId(program.codes.len() as u32 - 1);
    disassemble_all(&program, module)
}
