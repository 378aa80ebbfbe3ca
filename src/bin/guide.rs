//! Writes the guide's page: `guide FOLDER`. scripts/build has it do so for the site.

use std::process::ExitCode;
use std::{env, fs, path::PathBuf};

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("guide: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), String> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or("usage: guide FOLDER")?;
    let page = planner::guide::page().map_err(|fault| fault.to_string())?;
    fs::write(folder.join(planner::guide::FILE), page).map_err(|error| format!("{}: {error}", folder.display()))
}
