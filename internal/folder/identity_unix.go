//go:build linux || darwin

package folder

import (
	"io/fs"
	"syscall"
	"time"
)

// Identify is a file's identity; ok is false where the system doesn't say.
func Identify(info fs.FileInfo) (id identity, ok bool) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}, false
	}
	seconds, nanoseconds := changeTime(s)
	return identity{
		inode: inode{uint64(s.Dev), s.Ino}, size: info.Size(), mode: info.Mode(),
		modTime: info.ModTime().Round(0), changed: time.Unix(seconds, nanoseconds),
	}, true
}
