package xlsx

import (
	"archive/zip"
	"io"
	"math"
	"sync"

	"apr/internal/table/packed"
)

// A Part is the XML of a worksheet in memory, which may be read while it is being
// unpacked: to unpack a sheet takes about as long as to read its rows.
type Part struct {
	mu    sync.Mutex
	more  sync.Cond // more of the text is there, or ended has changed
	text  []byte
	ended bool
	err   error // why it ended too early
}

// InMemory is a part that is there.
func InMemory(text []byte) *Part { return &Part{text: text, ended: true} }

func newPart() *Part {
	p := &Part{}
	p.more.L = &p.mu
	return p
}

// unpackedAtOnce is how much is unpacked before readers get it: much more
// than the declaration at the beginning of the text.
const unpackedAtOnce = 64 << 10

// Unpack begins to unpack a part, into as much memory as the package says that it
// needs; the caller has seen to it that this isn't too much.
func Unpack(f *zip.File) *Part {
	p := newPart()
	go func() {
		text, err := p.fill(f)
		p.publish(text, true, err)
	}()
	return p
}

// fill unpacks the part.
func (p *Part) fill(f *zip.File) ([]byte, error) {
	r, err := packed.Member(f)
	if err != nil {
		return nil, err
	}
	defer r.Close() // read only: nothing can be lost
	// A part that is larger than the package says is an error of the reader, which
	// takes one byte more to find out.
	room := make([]byte, f.UncompressedSize64+1)
	for n := 0; ; {
		more, err := io.ReadFull(r, room[n:min(n+unpackedAtOnce, len(room))])
		n += more
		p.publish(room[:n], false, nil)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return room[:n], nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// publish lets readers have the text so far.
func (p *Part) publish(text []byte, ended bool, err error) {
	p.mu.Lock()
	p.text, p.ended, p.err = text, ended, err
	p.mu.Unlock()
	p.more.Broadcast()
}

// Text is what is there by now; whole is true when no more will come.
func (p *Part) Text() (text []byte, whole bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text, p.ended
}

// Wait waits for all of the part.
func (p *Part) Wait() error {
	_, _, err := p.after(math.MaxInt)
	return err
}

// after waits until more than n bytes are there, or no more will come.
func (p *Part) after(n int) (text []byte, whole bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.text) <= n && !p.ended {
		p.more.Wait()
	}
	return p.text, p.ended, p.err
}
