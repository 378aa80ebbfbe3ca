//! The engine's driver as a child process, and the few requests to it that fantoccini lacks.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::engines::Engine;

/// A running driver on a port of its own.
pub struct Driver {
    process: Child,
    /// What its browser is shown on, where that needs one.
    screen: Option<Child>,
    port: u16,
    /// Gone with the driver, which whoever waits at the other end hears.
    _alive: Sender<()>,
}

/// The longest that a test may take. A driver whose browser has died may wait for it for
/// ever, and the test with it.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// How often a driver is started before the tests give up.
const STARTS: u32 = 5;

impl Driver {
    /// How long a test waits for what should not come.
    pub const PAUSE: Duration = Duration::from_millis(500);

    /// Starts the engine's driver with further variables of the environment. What it and its
    /// browser complain about goes into `driver.log` in their folder.
    ///
    /// A driver may find its port taken and end at once; then it is started again.
    pub fn start(engine: Engine, home: &Path, variables: &[(&str, String)]) -> Self {
        let (variable, name) = match engine {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
            Engine::Webkit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        let name = env::var(variable).unwrap_or_else(|_| name.to_owned());
        (0..STARTS)
            .find_map(|_| Self::start_once(engine, &name, home, variables))
            .unwrap_or_else(|| panic!("{name} ended {STARTS} times before it could be used"))
    }

    fn start_once(engine: Engine, name: &str, home: &Path, variables: &[(&str, String)]) -> Option<Self> {
        let log = File::create(home.join("driver.log")).expect("a log can be written");
        let mut command = Command::new(name);
        command.envs(variables.iter().map(|(name, value)| (name, value))).stderr(log);
        let (mut screen, mut chosen) = (None, None);
        match engine {
            Engine::Chromium => command.arg("--port=0"),
            // Into the browser's own pages only for what BiDi does not know: the medium.
            Engine::Firefox => command.args(["--port", "0", "--websocket-port", "0", "--allow-system-access"]),
            // It says nothing of a port that it chooses by itself.
            Engine::Webkit => {
                let (process, display) = start_screen();
                let port = free_port();
                (screen, chosen) = (Some(process), Some(port));
                command.env("DISPLAY", format!(":{display}")).arg(format!("--port={port}"))
            }
        };
        let (process, mut lines) = spawn(&mut command);
        let alive = end_in_time(process.id());
        // Dropped, it is ended.
        let mut driver = Self { process, screen, port: 0, _alive: alive };
        driver.port = match chosen {
            Some(port) => answers(port).then_some(port),
            None => lines.find_map(|line| announced(&line)),
        }?;
        // Whatever else it prints is read, lest it wait for a reader.
        thread::spawn(move || lines.for_each(drop));
        Some(driver)
    }

    /// The address to connect a WebDriver client to.
    pub fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Returns once there was a browser and is none any more.
    pub async fn has_lost_its_browser(&self) {
        let (mut was_there, mut gone) = (false, 0);
        while gone < 3 {
            tokio::time::sleep(Self::PAUSE / 5).await;
            let is_there = !descendants(self.process.id()).is_empty();
            was_there |= is_there;
            gone = if was_there && !is_there { gone + 1 } else { 0 };
        }
    }

    /// Sends one request and gives the `value` of the answer.
    ///
    /// # Panics
    ///
    /// If the driver does not answer, or answers with an error.
    pub fn request(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_request(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// The same, or what the driver says against it.
    pub fn try_request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let (status, answer) = exchange(self.port, method, path, body).map_err(|error| error.to_string())?;
        if !status.contains(" 200 ") {
            return Err(format!("{status}: {answer}"));
        }
        let mut answer: Value = serde_json::from_str(&answer).expect("the driver answers in JSON");
        Ok(answer["value"].take())
    }

    /// Closes a session with its browser. Never panics: it is called while a test fails.
    pub fn quit(&self, session: &str) {
        if let Err(error) = exchange(self.port, "DELETE", &format!("/session/{session}"), &Value::Null) {
            eprintln!("the browser may still run: {error}");
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A browser that did not end with its session would outlive its driver.
        let left = descendants(self.process.id());
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
        if !left.is_empty() {
            let numbers = left.iter().map(u32::to_string);
            let _ = Command::new("kill").arg("-KILL").args(numbers).stderr(Stdio::null()).status();
        }
    }
}

/// The processes that a process has started, and those that they have, where the system tells.
fn descendants(process: u32) -> Vec<u32> {
    let told = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let children: Vec<u32> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    children.into_iter().flat_map(|child| [descendants(child), vec![child]].concat()).collect()
}

/// Starts a command. Gives the process and the lines that it prints.
fn spawn(command: &mut Command) -> (Child, impl Iterator<Item = String> + Send + 'static) {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start {name}: {error}; scripts/setup --with-browser installs it"));
    let output = process.stdout.take().expect("its output is piped");
    (process, BufReader::new(output).lines().map_while(Result::ok))
}

/// Ends a driver that takes too long, so that its test fails. Ends itself when the sender
/// is dropped, before the process's number can be that of another one.
fn end_in_time(process: u32) -> Sender<()> {
    let (alive, ended) = mpsc::channel();
    thread::spawn(move || {
        if ended.recv_timeout(LONGEST) == Err(RecvTimeoutError::Timeout) {
            eprintln!("the driver is ended after {} minutes", LONGEST.as_secs() / 60);
            let _ = Command::new("kill").arg(process.to_string()).status();
        }
    });
    alive
}

/// Starts a screen that nobody sees, and gives its number, which it chooses and prints. Its
/// mouse is in the middle, and so in the window however narrow that is: a window without the
/// mouse has not the keyboard either.
fn start_screen() -> (Child, u32) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "560x1000x24"]).stderr(Stdio::null());
    let (process, mut lines) = spawn(&mut command);
    let number = lines.find_map(|line| line.trim().parse().ok());
    (process, number.expect("Xvfb says which display it is"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("the listener has an address").port()
}

/// The port in what a driver prints once it listens.
fn announced(line: &str) -> Option<u16> {
    let words = ["started successfully on port ", "Listening on 127.0.0.1:"];
    let (_, port) = words.iter().find_map(|words| line.split_once(words))?;
    port.trim_end_matches('.').parse().ok()
}

/// Waits until a driver answers on this port; whether it does.
fn answers(port: u16) -> bool {
    (0..200).any(|_| {
        thread::sleep(Duration::from_millis(50));
        exchange(port, "GET", "/status", &Value::Null).is_ok()
    })
}

/// The status line and the body of the answer to one request.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> io::Result<(String, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let body = if body.is_null() { String::new() } else { body.to_string() };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;

    // A driver may keep the connection open, so the body ends where its length says.
    let mut reader = BufReader::new(stream);
    let mut status = String::new();
    reader.read_line(&mut status)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
    let mut answer = vec![0; length];
    reader.read_exact(&mut answer)?;
    let answer = String::from_utf8(answer).map_err(io::Error::other)?;
    Ok((status.trim_end().to_owned(), answer))
}
