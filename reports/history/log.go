package history

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A change is a version that one commit gave one file.
type change struct {
	age          int // 0 is the youngest; in the order of the commits
	commit, blob string
	path         string
	from         string // where it was before, if the commit moved it; else empty
	gone         bool   // the commit took it away
	same         bool   // it was moved and holds what it held
}

// logged asks git for the commits that change files: children before their
// parents, merges as seen from each parent. What users may have configured for
// their own eyes is set back.
var logged = []string{
	"-c", "log.showRoot=true", "-c", "log.diffMerges=separate",
	"log", "--no-ext-diff", "--no-textconv", "--topo-order", "--full-history", "-m", "--raw", "-z", "--no-abbrev", "--no-color", "--format=%x01%H",
}

// onlyYAML are the paths that are looked at: a record was never anything else.
var onlyYAML = []string{"--", ":(top)*.yaml", ":(top)*.yml"}

// log tells of all versions of YAML files that the commits of a revision made,
// the youngest first. Renames says which moves git is to find.
func (r *Repository) log(revision, renames string, tell func(change)) error {
	args := append(append([]string{}, logged...), renames, revision)
	return r.stream(nil, func(printed io.Reader) error {
		l := logReader{in: bufio.NewReaderSize(printed, 1<<16)}
		return l.read(tell)
	}, append(args, onlyYAML...)...)
}

// A logReader reads what git log prints with -z: a commit is \x01 and its id;
// a change is a colon with modes, objects and a letter, then one path or two.
type logReader struct {
	in     *bufio.Reader
	commit string
	age    int
}

func (l *logReader) read(tell func(change)) error {
	l.age = -1
	for {
		word, err := l.word()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		word = strings.TrimLeft(word, "\n")
		if id, ok := strings.CutPrefix(word, "\x01"); ok {
			l.commit = id
			l.age++
			continue
		}
		if word == "" {
			continue
		}
		c, err := l.change(word)
		if err != nil {
			return err
		}
		tell(c)
	}
}

// change reads a change from its first word on.
func (l *logReader) change(about string) (change, error) {
	fields := strings.Fields(about) // modes and objects, before and after, and the letter
	if len(fields) != 5 || fields[0][0] != ':' {
		return change{}, fmt.Errorf("git log printed %q, which is not understood", about)
	}
	path, err := l.word()
	if err != nil {
		return change{}, err
	}
	c := change{age: l.age, commit: l.commit, blob: fields[3], path: path}
	c.gone = fields[4] == "D"
	c.same = fields[2] == fields[3]
	if fields[4][0] == 'R' {
		c.from = path
		c.path, err = l.word()
	}
	return c, err
}

// word reads up to the next zero byte.
func (l *logReader) word() (string, error) {
	word, err := l.in.ReadString(0)
	if errors.Is(err, io.EOF) && word != "" {
		return "", io.ErrUnexpectedEOF
	}
	return strings.TrimSuffix(word, "\x00"), err
}
