package survey

import "hash/maphash"

// A register finds rows that say the same. Of each row it keeps a hash of 64 bits,
// and finds it again by an index of rows: some 16 bytes a row. Two of a million
// rows share a hash by chance once in thirty million tables.
type register struct {
	seed   maphash.Seed
	hashes [][]uint64 // by row, in blocks
	index  []mark     // by hash, open addressing
	rows   int
}

// A mark is a row in its low 24 bits, above them 8 bits of the row's hash: they
// spare most looks at the hash itself, which is far away. 0 is free.
type mark uint32

const (
	hashBlock = 1 << 13
	rowOfMark = 1<<24 - 1 // more than maxRows
)

func markOf(row int, hash uint64) mark { return mark(row) | mark(hash>>56)<<24 }

func newRegister() *register {
	return &register{seed: maphash.MakeSeed(), index: make([]mark, 1<<10)}
}

// first enters what a row says, and gives the first row that said the same: the
// row itself where none did. Rows only ascend.
func (r *register) first(row int, says []byte) int {
	if 4*r.rows >= 3*len(r.index) {
		r.grow()
	}
	for row/hashBlock >= len(r.hashes) {
		r.hashes = append(r.hashes, make([]uint64, hashBlock))
	}
	hash := maphash.Bytes(r.seed, says)
	slot := r.slot(hash)
	if before := r.index[slot]; before != 0 {
		return int(before & rowOfMark)
	}
	r.hashes[row/hashBlock][row%hashBlock] = hash
	r.index[slot] = markOf(row, hash)
	r.rows++
	return row
}

// slot is that of a hash, or the free one where it would be.
func (r *register) slot(hash uint64) int {
	slot := int(hash) & (len(r.index) - 1)
	for m := r.index[slot]; m != 0; m = r.index[slot] {
		if m>>24 == mark(hash>>56) && r.hash(m) == hash {
			break
		}
		slot = (slot + 1) & (len(r.index) - 1)
	}
	return slot
}

func (r *register) hash(m mark) uint64 {
	row := m & rowOfMark
	return r.hashes[row/hashBlock][row%hashBlock]
}

func (r *register) grow() {
	marks := r.index
	r.index = make([]mark, 2*len(marks))
	for _, m := range marks {
		if m != 0 {
			r.index[r.slot(r.hash(m))] = m
		}
	}
}
