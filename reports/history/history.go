// Package history finds the earlier records of an association: those that lie
// in the folder's history, and those that git remembers.
//
// Start with [Find]. It gives a [Past] for each record, with all its versions
// in the order of the records' own dates; commits decide only which of one date
// is the last. [Past.Assessments] reads them all, [Past.Before] and
// [Past.Latest] only what they need. What cannot be read, does not verify, or is
// another association's is passed over and said in [Past.Skipped]; only what a
// later version of its date corrects is left out in silence. [At] answers for a
// single revision, and [InFile] for a file.
//
// git is run as a program, so that the user's configuration, worktrees and
// submodules count, and once for each question, never once for each version.
// Nothing is written to a repository and nothing is fetched.
package history
