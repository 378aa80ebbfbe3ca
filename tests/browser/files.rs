//! Folders and downloads of the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::engines::Engine;

/// A folder of the tests with this name and nothing in it.
pub fn empty_folder(name: &str) -> PathBuf {
    // Engines may run side by side.
    let engine = Engine::chosen().to_string();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(engine).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Waits until a download is there, and something in it.
pub async fn wait_for_file(file: &Path) {
    for _ in 0..200 {
        if fs::metadata(file).is_ok_and(|found| found.len() > 0) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{} never comes", file.display());
}

/// The one file that comes into this folder, whatever its name.
pub async fn only_file(folder: &Path) -> PathBuf {
    for _ in 0..200 {
        let mut files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let finished = files.find(|file| {
            let partial = file
                .extension()
                .is_some_and(|ending| ["crdownload", "part", "wkdownload"].iter().any(|one| ending == *one));
            !partial && fs::metadata(file).is_ok_and(|found| found.len() > 0)
        });
        if let Some(file) = finished {
            return file;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing comes into {}", folder.display());
}
