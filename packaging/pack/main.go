// Command pack puts the files of a folder into an archive: a .zip or a .tar.gz, by
// the name's ending. The same files give the same bytes on every system: they go in
// by name, all of one time, with the compression of Go's own library.
//
//	SOURCE_DATE_EPOCH=1796000000 go run ./packaging/pack collab.zip FOLDER
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Getenv("SOURCE_DATE_EPOCH")); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string, epoch string) error {
	if len(args) != 2 {
		return fmt.Errorf("expected ARCHIVE FOLDER, got %d arguments", len(args))
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	out, err := os.Create(args[0])
	if err != nil {
		return err
	}
	write := writeTar
	if strings.HasSuffix(args[0], ".zip") {
		write = writeZip
	}
	if err := write(out, filepath.Clean(args[1]), time.Unix(seconds, 0).UTC()); err != nil {
		return err
	}
	return out.Close()
}

// A file is one that goes into an archive, under its name there.
type file struct {
	path, name string
	mode       fs.FileMode
}

// files are those of a folder, by name; the folder's own name leads theirs.
func files(dir string) ([]file, error) {
	var all []file
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		about, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(filepath.Dir(dir), path)
		mode := fs.FileMode(0o644)
		if about.Mode()&0o100 != 0 {
			mode = 0o755
		}
		all = append(all, file{path, filepath.ToSlash(name), mode})
		return err
	})
	return all, err
}

func writeTar(out io.Writer, dir string, at time.Time) error {
	all, err := files(dir)
	if err != nil {
		return err
	}
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(packed)
	for _, f := range all {
		text, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		header := &tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(text)), ModTime: at, Format: tar.FormatUSTAR}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		if _, err := archive.Write(text); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return packed.Close()
}

func writeZip(out io.Writer, dir string, at time.Time) error {
	all, err := files(dir)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, f := range all {
		text, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at}
		header.SetMode(f.mode)
		entry, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(text); err != nil {
			return err
		}
	}
	return archive.Close()
}
