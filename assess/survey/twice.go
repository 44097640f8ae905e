package survey

import "hash/maphash"

// A register finds people who stand in a column twice. Of each it keeps a hash
// of 64 bits by its row, and finds it again by an index of rows: some 16 bytes a
// person. Two people of a million share a hash by chance once in thirty
// million tables; the seed is fresh, so that nobody can make them, and a second
// try finds them apart.
//
// Note: a table of hashes and rows side by side takes half as much again, and
// sorting the hashes at the end finds a pair too late to report faults in order.
type register struct {
	seed    maphash.Seed
	hashes  [][]uint64 // by row, in blocks
	index   []mark     // by hash, open addressing
	people  int
	pending []sighting // noted and not yet entered
	touched mark       // see settle
}

// A sighting is a hash and the row where it was seen.
type sighting struct {
	row  int
	hash uint64
}

// A mark is a row in its low 24 bits, above them 8 bits of the row's hash: they
// spare most looks at the hash itself, which is far away. 0 is free.
type mark uint32

const (
	hashBlock = 1 << 13
	rowOfMark = 1<<24 - 1 // more than MaxPeople
)

func newRegister() *register {
	return &register{seed: maphash.MakeSeed(), index: make([]mark, 1<<10)}
}

// note remembers who stands in a row until [register.settle]. Rows only ascend.
func (r *register) note(row int, who []byte) {
	r.pending = append(r.pending, sighting{row, maphash.Bytes(r.seed, who)})
}

// settle enters those who were noted, and tells of each who stood in an earlier
// row which one that was.
//
// The index is larger than the processor's cache. Looking at all places before
// any is needed lets it fetch many at a time.
func (r *register) settle(twice func(row, first int)) {
	for 4*(r.people+len(r.pending)) >= 3*len(r.index) {
		r.grow()
	}
	for _, p := range r.pending {
		r.touched |= r.index[int(p.hash)&(len(r.index)-1)]
	}
	for _, p := range r.pending {
		if first := r.enter(p); first != 0 {
			twice(p.row, first)
		}
	}
	r.pending = r.pending[:0]
}

// enter gives the row where the hash was seen before, 0 where there is none.
func (r *register) enter(p sighting) int {
	slot := r.find(p.hash)
	if first := r.index[slot]; first != 0 {
		return int(first & rowOfMark)
	}
	for p.row/hashBlock >= len(r.hashes) {
		r.hashes = append(r.hashes, make([]uint64, hashBlock))
	}
	r.hashes[p.row/hashBlock][p.row%hashBlock] = p.hash
	r.index[slot] = markOf(p.row, p.hash)
	r.people++
	return 0
}

func markOf(row int, hash uint64) mark { return mark(row) | mark(hash>>56)<<24 }

// find is the slot of a hash, or the free one where it would be.
func (r *register) find(hash uint64) int {
	mask := len(r.index) - 1
	slot := int(hash) & mask
	for m := r.index[slot]; m != 0; m = r.index[slot] {
		if m>>24 == mark(hash>>56) && r.hash(m) == hash {
			break
		}
		slot = (slot + 1) & mask
	}
	return slot
}

func (r *register) hash(m mark) uint64 {
	row := m & rowOfMark
	return r.hashes[row/hashBlock][row%hashBlock]
}

// grow doubles the index.
func (r *register) grow() {
	marks := r.index
	r.index = make([]mark, 2*len(marks))
	for _, m := range marks {
		if m != 0 {
			r.index[r.find(r.hash(m))] = m
		}
	}
}
