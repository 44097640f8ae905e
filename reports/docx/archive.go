package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// An archive is a document as it is kept: parts by their names, in the order of
// the file.
type archive struct {
	names []string
	parts map[string][]byte
}

// The most that a template may hold. A template with a large photograph stays
// far below; a file made to fill memory does not.
const (
	maxParts = 2_000
	maxBytes = 64 << 20 // of all parts together
)

// MaxTemplateBytes is how large the file of a template may be.
const MaxTemplateBytes = 32 << 20

var errNotWord = errors.New("is no document of Word; expected a .docx or .dotx file")

// readArchive reads the parts of a document that somebody else made.
func readArchive(file []byte) (*archive, error) {
	if len(file) > MaxTemplateBytes {
		return nil, fmt.Errorf("is larger than %d MB; expected a template with smaller pictures", MaxTemplateBytes>>20)
	}
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, errNotWord
	}
	if len(r.File) > maxParts {
		return nil, fmt.Errorf("holds more than %d parts; expected a template of fewer pictures and fonts", maxParts)
	}
	a := &archive{parts: map[string][]byte{}}
	seen, left := map[string]bool{}, int64(maxBytes)
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		// Names differ by more than their case (ECMA-376 part 2, 6.2.2.3).
		folded := strings.ToLower(f.Name)
		if strings.ContainsAny(f.Name, "\\\x00") || strings.Contains(f.Name, "..") || seen[folded] {
			return nil, errNotWord
		}
		seen[folded] = true
		part, err := readPart(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(part))
		a.add(f.Name, part)
	}
	return a, nil
}

// readPart reads a part of so many bytes at most, whatever it says of its size.
func readPart(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, errNotWord
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, damaged(f.Name, err)
	}
	if int64(len(part)) > most {
		return nil, fmt.Errorf("unpacks to more than %d MB; expected a template with smaller pictures", maxBytes>>20)
	}
	return part, nil
}

// add puts a part at the end, or another in the place of one that is there.
func (a *archive) add(name string, part []byte) {
	if _, there := a.parts[name]; !there {
		a.names = append(a.names, name)
	}
	a.parts[name] = part
}

// free is a name that no part has, whatever its case: the stem, a number, the ending.
func (a *archive) free(stem, ending string) string {
	taken := map[string]bool{}
	for _, name := range a.names {
		taken[strings.ToLower(name)] = true
	}
	for n := 1; ; n++ {
		if name := fmt.Sprintf("%s%d%s", stem, n, ending); !taken[strings.ToLower(name)] {
			return name
		}
	}
}

// written is the time that every part was written at: the first that a zip can say.
func written() time.Time { return time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC) }

func (a *archive) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, name := range a.names {
		method := zip.Deflate
		if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".jpeg") { // compressed by itself
			method = zip.Store
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: written()})
		if err != nil {
			return err
		}
		if _, err := part.Write(a.parts[name]); err != nil {
			return err
		}
	}
	return z.Close()
}
