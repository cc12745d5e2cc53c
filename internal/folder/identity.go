package folder

import (
	"io/fs"
	"sync"
	"time"
)

// identity is what the system says of a file's content without reading it. Two
// looks that give the same identity see the same bytes, if the file had been
// left alone for a moment before the first: the change time can't be set back,
// as that of modification can, but it goes in steps, and a file that is written
// twice within one has the same before and after. Where the system doesn't
// give the change time nothing is known, and files are hashed each time.
type identity struct {
	inode   inode
	size    int64
	mode    fs.FileMode
	modTime time.Time
	changed time.Time
}

// inode is a file whatever it is called.
type inode struct{ device, number uint64 }

// step is as long as the longest step of change times, by far: those of Linux
// and macOS go in milliseconds, of network folders in seconds.
const step = 3 * time.Second

// stamped is a file's hash with the identity that it had.
type stamped struct {
	identity
	sha256 string
}

// Hashes are those of files that were read before, which needn't be read again
// for them while they are the same. A nil value keeps none.
type Hashes struct {
	Now func() time.Time // the clock that files' times are compared with

	mu     sync.Mutex
	byFile map[inode]stamped
}

func NewHashes() *Hashes { return &Hashes{Now: time.Now, byFile: map[inode]stamped{}} }

// known is the hash of a file that is the same as when it was kept.
func (h *Hashes) known(name string, info fs.FileInfo) (input Input, ok bool) {
	id, identified := Identify(info)
	if h == nil || !identified {
		return Input{}, false
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	s, kept := h.byFile[id.inode]
	if !kept || s.identity != id {
		return Input{}, false
	}
	return Input{File: name, Size: s.size, SHA256: s.sha256}, true
}

// keep keeps the hash of a file that was looked at before and after it was
// read, unless it has changed so lately that it might again without a trace.
func (h *Hashes) keep(sum Input, before, after fs.FileInfo) {
	id, ok := Identify(before)
	again, stillOK := Identify(after)
	if h == nil || !ok || !stillOK || id != again || id.size != sum.Size || h.Now().Sub(id.changed) < step {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.byFile[id.inode] = stamped{id, sum.SHA256}
}
