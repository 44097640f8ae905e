package history

import "path"

// InHead gives the texts of files of a folder as git's HEAD holds them, by their
// names. What it does not hold, or cannot say, is left out.
func InHead(dir string, names ...string) map[string][]byte {
	held := map[string][]byte{}
	repo, err := Open(dir)
	if err != nil {
		return held
	}
	entries, err := repo.tree(Head, inFolder(repo.prefix, names)...)
	if err != nil {
		return held
	}
	var ids, found []string
	for _, e := range entries {
		if e.kind == "blob" {
			ids, found = append(ids, e.id), append(found, path.Base(e.path))
		}
	}
	_ = repo.contents(ids, func(i int, text []byte, err error) {
		if err == nil {
			held[found[i]] = text
		}
	})
	return held
}

// inFolder are the paths of files of a folder.
func inFolder(dir string, names []string) []string {
	var paths []string
	for _, name := range names {
		paths = append(paths, path.Join(dir, name))
	}
	return paths
}
