//! Operations that often stand next to one another, done in one go. The machine spends as much time on finding out what to
//! do next as on doing it.
//!
//! What is fused lies beside the operations, at the index of the first of them: those behind it stay where they are, so
//! that jumps, places and handlers know nothing of this, and control can be stopped at any of them.

use super::code::Code;
use super::op::Op;
use std::cell::{Cell, OnceCell};

/// What the machine needs of a code object beside its operations; made when it is first run.
#[derive(Clone, Debug, Default)]
pub struct Fusion(OnceCell<Fused>);

/// For each operation, what to do from there on.
#[derive(Clone, Debug)]
pub struct Fused {
    pub ops: Box<[Op]>,
    /// Where each operation found its name the last time: a hint, which never changes what is found.
    pub hints: Box<[Cell<u32>]>,
    /// The line of each operation (from 1), once somebody has asked for it.
    pub lines: Box<[Cell<u32>]>,
}

/// It follows from the operations.
impl PartialEq for Fusion {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Code {
    pub fn fused(&self) -> &Fused {
        self.fusion.0.get_or_init(|| Fused {
            ops: (0..self.ops.len()).map(|at| fuse(&self.ops[at..])).collect(),
            hints: self.ops.iter().map(|_| Cell::new(0)).collect(),
            lines: self.ops.iter().map(|_| Cell::new(0)).collect(),
        })
    }
}

/// An index that fits into a fused operation.
fn short(index: u32) -> Option<u16> {
    u16::try_from(index).ok()
}

/// One operation for as many of these, from the first on, as there is one for.
fn fuse(ops: &[Op]) -> Op {
    let Some(&first) = ops.first() else { return Op::Pop };
    fuse_some(ops).unwrap_or(first)
}

/// None also where an index is too large for it.
fn fuse_some(ops: &[Op]) -> Option<Op> {
    Some(match *ops {
        [Op::LoadFast(left), Op::LoadFast(right), Op::Compare(comparison), Op::JumpIfFalse(target), ..] => {
            Op::CompareLocals(comparison, short(left)?, short(right)?, short(target)?)
        }
        [Op::LoadFast(left), Op::Const(right), Op::Compare(comparison), Op::JumpIfFalse(target), ..] => {
            Op::CompareLocalConst(comparison, short(left)?, short(right)?, short(target)?)
        }
        [
            Op::LoadFast(left),
            Op::LoadFast(right),
            Op::Binary(operator) | Op::InPlace(operator),
            Op::StoreFast(slot),
            ..,
        ] => Op::BinaryLocalsStore(operator, short(left)?, short(right)?, short(slot)?),
        [
            Op::LoadFast(left),
            Op::Const(right),
            Op::Binary(operator) | Op::InPlace(operator),
            Op::StoreFast(slot),
            ..,
        ] => Op::BinaryLocalConstStore(operator, short(left)?, short(right)?, short(slot)?),
        [Op::LoadFast(left), Op::LoadFast(right), Op::Binary(operator) | Op::InPlace(operator), ..] => {
            Op::BinaryLocals(operator, short(left)?, short(right)?)
        }
        [Op::LoadFast(left), Op::Const(right), Op::Binary(operator) | Op::InPlace(operator), ..] => {
            Op::BinaryLocalConst(operator, short(left)?, short(right)?)
        }
        [Op::LoadFast(right), Op::Compare(comparison), Op::JumpIfFalse(target), ..] => {
            Op::CompareTopLocal(comparison, short(right)?, short(target)?)
        }
        [Op::Const(right), Op::Compare(comparison), Op::JumpIfFalse(target), ..] => {
            Op::CompareTopConst(comparison, short(right)?, short(target)?)
        }
        [Op::LoadFast(right), Op::Binary(operator) | Op::InPlace(operator), ..] => {
            Op::BinaryTopLocal(operator, short(right)?)
        }
        [Op::Const(right), Op::Binary(operator) | Op::InPlace(operator), ..] => {
            Op::BinaryTopConst(operator, short(right)?)
        }
        [Op::Compare(comparison), Op::JumpIfFalse(target), ..] => Op::CompareJump(comparison, short(target)?),
        [Op::Binary(operator) | Op::InPlace(operator), Op::StoreFast(slot), ..] => {
            Op::BinaryStore(operator, short(slot)?)
        }
        [Op::ForIterate(_), Op::StoreFast(slot), ..] => Op::ForIterateStore(short(slot)?),
        [Op::LoadFast(slot), Op::LoadAttribute(name), ..] => Op::LoadLocalAttribute(short(slot)?, name),
        [Op::LoadFast(slot), Op::StoreAttribute(name), ..] => Op::StoreLocalAttribute(short(slot)?, name),
        [Op::LoadFast(slot), Op::LoadMethod(name), ..] => Op::LoadLocalMethod(short(slot)?, name),
        // Unless the second is better fused with what comes behind it.
        [Op::LoadFast(first), Op::LoadFast(second), ref rest @ ..]
            if !matches!(
                rest,
                [Op::Compare(_) | Op::Binary(_) | Op::InPlace(_), ..]
                    | [Op::LoadAttribute(_) | Op::StoreAttribute(_) | Op::LoadMethod(_), ..]
                    | [Op::Const(_) | Op::LoadFast(_), Op::Compare(_) | Op::Binary(_) | Op::InPlace(_), ..]
            ) =>
        {
            Op::LoadTwo(short(first)?, short(second)?)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::op::{BinaryOperator, Comparison};

    #[test]
    fn the_longest_run_of_operations_is_fused() {
        let add = [Op::LoadFast(0), Op::Const(1), Op::InPlace(BinaryOperator::Add), Op::StoreFast(2)];
        assert_eq!(fuse(&add), Op::BinaryLocalConstStore(BinaryOperator::Add, 0, 1, 2));
        assert_eq!(fuse(&add[..3]), Op::BinaryLocalConst(BinaryOperator::Add, 0, 1));
        assert_eq!(fuse(&add[1..]), Op::BinaryTopConst(BinaryOperator::Add, 1));
        let compare = [Op::LoadFast(0), Op::LoadFast(1), Op::Compare(Comparison::Less), Op::JumpIfFalse(9)];
        assert_eq!(fuse(&compare), Op::CompareLocals(Comparison::Less, 0, 1, 9));
    }

    #[test]
    fn what_does_not_fit_stays_as_it_is() {
        let large = [Op::LoadFast(70_000), Op::Const(1), Op::Binary(BinaryOperator::Add)];
        assert_eq!(fuse(&large), Op::LoadFast(70_000));
        assert_eq!(fuse(&[Op::LoadFast(0)]), Op::LoadFast(0));
        assert_eq!(fuse(&[Op::Return, Op::LoadFast(0)]), Op::Return);
    }

    #[test]
    fn an_operation_takes_one_word() {
        assert_eq!(size_of::<Op>(), 8);
    }
}
