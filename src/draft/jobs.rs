//! The sheets of a year's jobs: one is on show, with all that is the person's; the others
//! stand behind it with what is theirs alone. Whose a text is, [`Field::whose`] says.

use super::{Draft, Row, Sheet, keep};
use crate::order::Map;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Choice, Job, MOST_SHEETS, Relation};

impl Sheet {
    /// The numbers of the jobs that have a sheet in the year, the first one's first.
    #[must_use]
    pub fn jobs_of_year(&self) -> Vec<u32> {
        // Those behind are in order.
        let mut ids: Vec<u32> = self.others.iter().map(|other| other.job).collect();
        ids.insert(ids.iter().filter(|id| **id < self.job).count(), self.job);
        ids
    }

    /// Whether the job on show is not the year's first.
    pub(super) fn is_further(&self) -> bool {
        self.others.iter().any(|other| other.job < self.job)
    }

    /// The same sheet with each of the other jobs on show.
    pub(crate) fn behind(&self) -> impl Iterator<Item = Self> {
        let of = |other: &Self| {
            let mut sheet = self.clone();
            sheet.show(other.job);
            sheet
        };
        self.others.iter().map(of)
    }

    /// Puts that job on show. The person's texts stay.
    pub(super) fn show(&mut self, id: u32) {
        let Some(place) = self.others.iter().position(|other| other.job == id) else { return };
        let mut other = self.others.remove(place);
        std::mem::swap(&mut self.job, &mut other.job);
        for list in List::ALL.iter().filter(|list| list.is_of_job()) {
            std::mem::swap(self.rows_mut(*list), other.rows_mut(*list));
        }
        for field in Field::ALL.iter().filter(|field| field.whose().is_of_job()) {
            let theirs = other.texts.remove(field).unwrap_or_default();
            keep(&mut other.texts, *field, self.texts.remove(field).unwrap_or_default());
            keep(&mut self.texts, *field, theirs);
        }
        self.put_behind(other);
    }

    /// Puts a sheet among those behind this one, in the order of the jobs.
    pub(super) fn put_behind(&mut self, sheet: Self) {
        let place = self.others.iter().filter(|other| other.job < sheet.job).count();
        self.others.insert(place, sheet);
    }

    /// Whether the sheets behind it are few, each of a job of its own and in their order, and
    /// hold nothing that is the person's.
    pub(super) fn has_sound_jobs(&self) -> bool {
        let ids = self.jobs_of_year();
        let of_job = |other: &Self| {
            other.others.is_empty()
                && List::ALL.iter().all(|list| list.is_of_job() || other.rows(*list).is_empty())
                && other.texts.keys().all(|field| field.whose().is_of_job())
                && other.is_sound()
        };
        ids.len() <= MOST_SHEETS && ids.is_sorted_by(|one, next| one < next) && self.others.iter().all(of_job)
    }
}

impl Draft {
    /// The number of the job on show.
    #[must_use]
    pub fn job(&self) -> u32 {
        self.sheet().map_or(0, |sheet| sheet.job)
    }

    /// What a job of the year on show is called, or else which one it is.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// use planner::questions::{Field, Key, List, RowField};
    /// let mut draft = Draft::new(Date::new(2026, 11, 24)?);
    /// draft.set(Key::Sheet(Field::Pay), "200,000".to_owned());
    /// let row = draft.add_row(List::Jobs);
    /// draft.set(Key::Row(List::Jobs, row, RowField::Name), "Beta".to_owned());
    /// draft.add_job(row);
    /// assert_eq!((draft.job_name(0), draft.job_name(1)), ("Job 1".to_owned(), "Beta".to_owned()));
    /// assert_eq!(draft.text(Key::Sheet(Field::Pay)), "");
    /// draft.show_job(0);
    /// assert_eq!(draft.text(Key::Sheet(Field::Pay)), "200,000");
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub fn job_name(&self, id: u32) -> String {
        let Some(sheet) = self.sheet() else { return String::new() };
        let of = sheet.others.iter().find(|other| other.job == id).unwrap_or(sheet);
        let place = sheet.jobs_of_year().iter().filter(|job| **job <= id).count();
        Job::called(of.text(Field::JobName), place)
    }

    /// Shows another job of the year on show.
    pub fn show_job(&mut self, id: u32) {
        self.sheet_mut().show(id);
    }

    /// Whether the year on show takes one more job with a sheet.
    #[must_use]
    pub fn takes_job(&self) -> bool {
        self.sheet().is_none_or(|sheet| sheet.others.len() + 1 < MOST_SHEETS)
    }

    /// Gives another job a sheet of its own and shows it. Its name and its relation come out of
    /// its row, which goes: the sheet says what the row's sums said.
    pub fn add_job(&mut self, row: u32) {
        let Some(Row { texts, .. }) = self.row(List::Jobs, row).filter(|_| self.takes_job()).cloned() else { return };
        let text = |field| texts.get(&field).cloned().unwrap_or_default();
        let (name, relation) = (text(RowField::Name), text(RowField::Relation));
        let id = self.number_of(&name);
        let sheet = self.sheet_mut();
        sheet.jobs.retain(|job| job.id != row);
        sheet.put_behind(Sheet { job: id, ..Sheet::default() });
        sheet.show(id);
        self.set(Key::Sheet(Field::JobName), name);
        if self.sheet().is_some_and(Sheet::is_further) {
            self.set(Key::Sheet(Field::JobRelation), relation);
        }
    }

    /// Takes away the sheet of the job on show, where there are several, and shows the first of
    /// the others. If it was the first itself, each of the others stands to the next one as it
    /// did to this one, where those two are one group, and is not related to it else.
    pub fn remove_job(&mut self) {
        let sheet = self.sheet_mut();
        let Some(next) = sheet.others.first().map(|other| other.job) else { return };
        let (gone, was_first) = (sheet.job, !sheet.is_further());
        sheet.show(next);
        sheet.others.retain(|other| other.job != gone);
        if was_first {
            let relation = sheet.texts.remove(&Field::JobRelation).unwrap_or_default();
            if relation != Relation::Related.word() {
                sheet.others.iter_mut().for_each(|other| _ = other.texts.remove(&Field::JobRelation));
            }
        }
    }

    /// The number of a job by this name: its own of another year, if it has one there and it is
    /// free in this one, or else one that no job has.
    fn number_of(&self, name: &str) -> u32 {
        let here = self.sheet().map(Sheet::jobs_of_year).unwrap_or_else(|| vec![0]);
        let mut known = Map::new();
        let all = self.sheets.values().flat_map(|sheet| std::iter::once(sheet).chain(&sheet.others));
        let mut found = None;
        for sheet in all {
            known.insert(sheet.job, ());
            let same = !name.trim().is_empty() && sheet.text(Field::JobName).trim() == name.trim();
            if same && !here.contains(&sheet.job) {
                found = found.or(Some(sheet.job));
            }
        }
        let free = || (1..u32::MAX).find(|id| !known.contains_key(id)).unwrap_or(u32::MAX);
        found.unwrap_or_else(free)
    }

    /// Gives the year on show the jobs that another one has, each with its plan; the one that
    /// is on show there is on show here.
    pub(super) fn take_jobs(&mut self, from: i16) {
        let Some(sheet) = self.sheets.get(&from).filter(|sheet| sheet.job != 0 || !sheet.others.is_empty()) else {
            return;
        };
        let job = sheet.job;
        let of_plan = |other: &Sheet| Sheet {
            job: other.job,
            texts: super::lasting(other, |whose| whose.is_of_job()),
            ..Sheet::default()
        };
        let others: Vec<Sheet> = sheet.others.iter().map(of_plan).collect();
        let here = self.sheet_mut();
        if here.others.is_empty() {
            (here.job, here.others) = (job, others);
        }
    }
}
