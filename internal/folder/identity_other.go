//go:build !linux && !darwin

package folder

import "io/fs"

// identify is a file's identity; ok is false, since the system doesn't tell
// when a file was changed.
func identify(fs.FileInfo) (id identity, ok bool) { return identity{}, false }
