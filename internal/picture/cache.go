package picture

import (
	"crypto/sha256"
	"sync"
)

// Cache keeps pictures by the bytes and the size that they were made from: a
// photograph takes half a second, and a preview reads it at each save. It is
// safe for concurrent use; a nil one keeps nothing.
type Cache struct {
	mu   sync.Mutex
	kept map[cacheKey]Picture
	size int
}

type cacheKey struct {
	sum  [sha256.Size]byte
	most Size
}

// maxCache is how many bytes of pictures are kept.
const maxCache = 64 << 20

// NewCache is an empty cache.
func NewCache() *Cache { return &Cache{kept: map[cacheKey]Picture{}} }

// Read is the picture that the function Read makes.
func (c *Cache) Read(name string, data []byte, most Size) (Picture, error) {
	if c == nil {
		return Read(name, data, most)
	}
	key := cacheKey{sha256.Sum256(data), most}
	c.mu.Lock()
	p, there := c.kept[key]
	c.mu.Unlock()
	if there {
		return p, nil
	}
	p, err := Read(name, data, most)
	if err != nil {
		return p, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size += len(p.Data); c.size > maxCache {
		clear(c.kept)
		c.size = len(p.Data)
	}
	c.kept[key] = p
	return p, nil
}
