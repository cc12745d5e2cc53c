package folder

import "syscall"

// changeTime is when a file's content or properties last changed, in seconds
// since 1970 and nanoseconds.
func changeTime(s *syscall.Stat_t) (seconds, nanoseconds int64) { return s.Ctim.Unix() }
