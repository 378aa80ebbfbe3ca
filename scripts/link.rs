//! The reader of papers may have no more memory than this: a file that would unpack to
//! gigabytes then ends the reader, and nothing else. Other modules and targets have no limit.

/// 384 MiB.
const MOST_MEMORY: u32 = 384 << 20;

fn main() {
    println!("cargo::rerun-if-changed=scripts/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=papers=--max-memory={MOST_MEMORY}");
    }
}
