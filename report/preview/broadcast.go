package preview

import "sync"

// notice is what the browsers are to show: a page, and the problems for which
// the last save isn't in it.
type notice struct {
	page     *shown
	problems []problem
}

// broadcast holds the present notice. Whoever reads it can wait for the next.
type broadcast struct {
	mu      sync.Mutex
	current notice
	next    chan struct{} // closed when there is another notice
}

func newBroadcast() *broadcast { return &broadcast{next: make(chan struct{})} }

func (b *broadcast) put(n notice) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.current = n
	close(b.next)
	b.next = make(chan struct{})
}

func (b *broadcast) now() notice {
	n, _ := b.read()
	return n
}

// read is the present notice and a channel that is closed when it is replaced.
func (b *broadcast) read() (notice, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.current, b.next
}
